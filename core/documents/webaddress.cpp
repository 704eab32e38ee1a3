// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/webaddress.h"

#include "core/documents/documentfacts.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

auto refuse(const QString &what)
{
    return fail(ErrorCode::InvalidInput, "address: "_L1 + what);
}

bool isHarmlessMail(const QUrl &url)
{
    if (url.path().isEmpty() || !url.host().isEmpty() || url.hasFragment())
        return false;
    const auto headers = QUrlQuery(url).queryItems();
    return std::all_of(headers.begin(), headers.end(), [](const auto &header) {
        static const QStringList harmless{u"to"_s, u"cc"_s, u"bcc"_s, u"subject"_s, u"body"_s};
        return harmless.contains(header.first, Qt::CaseInsensitive);
    });
}

} // namespace

Result<QUrl> webAddress(const QString &text)
{
    if (text.isEmpty() || text.size() > bounds::longestAddress)
        return refuse(text.isEmpty() ? u"empty"_s : u"too long"_s);
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isPrint() || c == u'\\'; }))
        return refuse(u"letters that do not show"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return refuse(u"not a whole address"_s);
    if (url.toEncoded().size() > 3 * bounds::longestAddress)
        return refuse(u"too long"_s);
    if (url.scheme() == "mailto"_L1)
        return isHarmlessMail(url) ? Result<QUrl>(url) : refuse(u"a mail with more than words"_s);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return refuse(u"neither web nor mail"_s);
    if (url.host().isEmpty())
        return refuse(u"no host"_s);
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return refuse(u"a name before the host"_s);
    return url;
}

} // namespace core
