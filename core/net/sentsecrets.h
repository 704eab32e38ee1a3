// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QStringList>

#include <vector>

namespace core {

struct HttpRequest;

// What a request said that nobody else may read. Servers repeat requests in their errors: whatever of an answer gets
// into an Error's detail goes through here first.
class SentSecrets
{
public:
    void add(const Secret &secret);
    // Everything in a request that could be one: the values of its headers (the password of HTTP Basic by itself, too),
    // and the fields of its form and its query whose names speak of a secret.
    void add(const HttpRequest &request);

    // "…" for each of them: as it is, percent- or form-encoded, as base64 (also inside a longer run of it), hex,
    // escaped for JSON or HTML, in any case of letters. One of less than four characters is found as a word of its own
    // only. Where the text was cut off (it ends with "…"), the beginning of one there goes as well.
    [[nodiscard]] QString takenOutOf(const QString &text) const;
    [[nodiscard]] Error takenOutOf(Error error) const;

private:
    void addFields(const QByteArray &form);

    std::vector<Secret> m_secrets;
};

} // namespace core
