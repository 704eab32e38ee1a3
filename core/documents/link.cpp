// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/link.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestLink = 512;

// Digits of ASCII without a leading zero; \d would take those of every script.
std::optional<qint64> numberIn(QStringView text, qsizetype mostDigits)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[1-9][0-9]*"_s));
    if (text.size() > mostDigits || !plain.match(text.toString()).hasMatch())
        return std::nullopt;
    return text.toLongLong();
}

bool isPath(const QString &text)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_.\\[\\]-]{1,200}"_s));
    return plain.match(text).hasMatch();
}

auto refuse(const QString &what)
{
    return fail(ErrorCode::InvalidInput, "link: "_L1 + what);
}

// Brackets may come as they are or escaped, as browsers hand them on; nothing else is ever escaped in a good link.
QString withoutEscapes(QString text)
{
    text.replace("%5B"_L1, "["_L1, Qt::CaseInsensitive);
    return text.replace("%5D"_L1, "]"_L1, Qt::CaseInsensitive);
}

Result<Link> withParameters(Link link, const QString &query)
{
    for (const QString &pair : query.split(u'&')) {
        const QString name = pair.section(u'=', 0, 0);
        const QString value = pair.section(u'=', 1);
        if (name == "page"_L1 && link.page == 0) {
            const auto page = numberIn(value, 6);
            if (!page)
                return refuse(u"page is not a number"_s);
            link.page = static_cast<int>(*page);
        } else if (name == "field"_L1 && link.field.isEmpty()) {
            link.field = withoutEscapes(value);
            if (!isPath(link.field))
                return refuse(u"field is not the path of a value"_s);
        } else {
            return refuse(u"a parameter is unknown or stands twice"_s);
        }
    }
    return link;
}

} // namespace

bool isLink(const QString &text)
{
    return text.startsWith("lectern:"_L1, Qt::CaseInsensitive);
}

Result<Link> parseLink(const QString &text)
{
    if (text.size() > longestLink)
        return refuse(u"too long"_s);
    const QLatin1StringView start = "lectern://"_L1;
    if (!text.startsWith(start, Qt::CaseInsensitive)) // schemes have no case (RFC 3986, 3.1)
        return refuse(u"not a lectern:// address"_s);
    const QString rest = text.sliced(start.size());
    const QString place = rest.section(u'?', 0, 0);
    const bool hasQuery = rest.contains(u'?');
    Link link;
    if (place == "review"_L1 || place == "review/"_L1) { // browsers may add the slash
        if (hasQuery)
            return refuse(u"review takes no parameters"_s);
        link.kind = Link::Kind::Review;
        return link;
    }
    const QLatin1StringView document = "document/"_L1;
    const auto number =
        place.startsWith(document) ? numberIn(QStringView(place).sliced(document.size()), 18) : std::nullopt;
    if (!number)
        return refuse(u"neither a document nor the review"_s);
    link.document = *number;
    return hasQuery ? withParameters(link, rest.section(u'?', 1)) : Result<Link>(link);
}

QString linkText(const Link &link)
{
    if (link.kind == Link::Kind::Review)
        return u"lectern://review"_s;
    QStringList parameters;
    if (link.page > 0)
        parameters += u"page=%1"_s.arg(link.page);
    if (!link.field.isEmpty())
        parameters += "field="_L1 + link.field;
    const QString query = parameters.isEmpty() ? QString() : u'?' + parameters.join(u'&');
    return u"lectern://document/%1"_s.arg(link.document) + query;
}

} // namespace core
