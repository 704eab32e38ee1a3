// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/privatemode.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

bool isRefusedForPrivateMode(const ProviderProfile &profile, const Error &error)
{
    if (error.code != ErrorCode::SignInRefused)
        return false;
    return std::ranges::any_of(profile.privateMode.errors, [&error](const QString &code) {
        // Whole codes: 53000 is not the beginning of 530003.
        const QRegularExpression whole(u"(?<![A-Za-z0-9])%1(?![A-Za-z0-9])"_s.arg(QRegularExpression::escape(code)));
        return error.detail.contains(whole);
    });
}

} // namespace core
