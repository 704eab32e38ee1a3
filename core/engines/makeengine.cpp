// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/makeengine.h"

#include "core/engines/geminiengine.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<std::shared_ptr<Engine>> makeEngine(const Connection &connection, HttpTransport &http, TokenSource *tokens)
{
    if (connection.kind != "gemini"_L1)
        return fail(ErrorCode::InvalidInput, u"kind '%1' can't be used by this version"_s.arg(connection.kind));
    if (connection.model.isEmpty())
        return fail(ErrorCode::InvalidInput, u"model: a name is wanted"_s);
    return std::make_shared<GeminiEngine>(connection, http, tokens);
}

} // namespace core
