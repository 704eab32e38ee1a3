// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/valuescan.h"

#include "core/reading/textkeys.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

int longest(ValueType type)
{
    switch (type) {
    case ValueType::Iban:
        return 10;
    case ValueType::VatId:
    case ValueType::Date:
    case ValueType::Phone:
        return 6;
    case ValueType::Money:
    case ValueType::Number:
        return 4;
    default:
        return 1;
    }
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// Punctuation that clings to a value but is not of it.
QString bare(QString text, ValueType type)
{
    static const QRegularExpression leading(u"^[:=*|~_'\"‘’“”\\[{;»>]+\\s*"_s);
    static const QRegularExpression trailing(u"[\\s:;,*|~_'\"‘’“”\\]}<]+$"_s);
    text.remove(leading);
    text.remove(trailing);
    if (type == ValueType::Date || type == ValueType::VatId || type == ValueType::Iban) {
        while (text.endsWith(u'.') || text.endsWith(u')'))
            text.chop(1);
        while (text.startsWith(u'('))
            text.remove(0, 1);
    }
    return text;
}

// What a scanner makes of digits, where digits are expected.
QString withDigitsMended(const QString &text)
{
    static const QHash<QChar, QChar> mends{{u'O', u'0'}, {u'o', u'0'}, {u'l', u'1'}, {u'I', u'1'},
                                           {u'S', u'5'}, {u'B', u'8'}, {u'Z', u'2'}, {u'§', u'5'}};
    QString result = text;
    for (QChar &c : result)
        c = mends.value(c, c);
    return result;
}

// Dates as scanners leave them: strokes read as sevens and ones ("3070372017"), a two as a seven ("05-05-7015"), one
// letter of a month's name wrong ("02/Jam/2017").
std::optional<NormalValue> mendedDate(const QString &text, const ReadingContext &context)
{
    static const QRegularExpression strokes(u"^(\\d{2})[71](\\d{2})[71]((?:19|20)\\d{2})$"_s);
    static const QRegularExpression year(u"^(\\d{1,2}[-/.]\\d{1,2}[-/.])[7Z?](0[0-4]\\d)$"_s);
    static const QRegularExpression month(u"^(\\d{1,2})\\W?([A-Za-z]{3})\\W?(\\d{4}|\\d{2})$"_s);
    static const QStringList months{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                    u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    if (const auto match = strokes.match(text); match.hasMatch())
        return normalise(match.captured(1) + u'/' + match.captured(2) + u'/' + match.captured(3), ValueType::Date,
                         context.normal);
    if (const auto match = year.match(text); match.hasMatch())
        return normalise(match.captured(1) + u'2' + match.captured(2), ValueType::Date, context.normal);
    if (const auto match = month.match(text); match.hasMatch()) {
        QStringList near;
        for (const QString &name : months) {
            if (editDistance(match.captured(2).toLower(), name.toLower(), 1) <= 1)
                near << name;
        }
        if (near.size() == 1)
            return normalise(match.captured(1) + u' ' + near.front() + u' ' + match.captured(3), ValueType::Date,
                             context.normal);
    }
    return std::nullopt;
}

std::optional<NormalValue> valueOf(const QString &text, ValueType type, const ReadingContext &context, bool scanned)
{
    if (auto value = normalise(text, type, context.normal))
        return value;
    static const QRegularExpression dateWithin(
        u"(?<!\\d)(\\d{4}([-/.])\\d{1,2}\\2\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\3(\\d{4}|\\d{2}))(?!\\d|[/.-]\\d)"_s);
    if (type == ValueType::Date && !text.contains(u' ')) {
        if (const auto match = dateWithin.match(text); match.hasMatch()) {
            if (auto value = normalise(match.captured(1), type, context.normal))
                return value;
        }
    }
    if (scanned && type == ValueType::Date) {
        if (auto value = mendedDate(text, context))
            return value;
    }
    static const QRegularExpression mendable(u"^(RM)?[\\dOolISBZ§]+([.,/-][\\dOolISBZ§]+)+$"_s);
    if (scanned && (type == ValueType::Money || type == ValueType::Date) && hasDigit(text)
        && mendable.match(text).hasMatch()) {
        const bool ringgit = text.startsWith(u"RM");
        return normalise(withDigitsMended(ringgit ? text.mid(2) : text), type, context.normal);
    }
    return std::nullopt;
}

bool isStrongAmount(const QString &raw, const NormalValue &value)
{
    return !value.currency.isEmpty() || value.value.section(u'.', 1).size() == 2
        || (raw.contains(u'.') != raw.contains(u',') && value.value.size() > 3 && !value.value.contains(u'.'));
}

// How many tokens a date that begins here has, 0 for none: neither "6" nor "2024" of "6 June 2024" is an amount.
int tokensOfDate(const std::vector<QString> &texts, const ReadingContext &context)
{
    for (size_t n = texts.size(); n > 1; --n) {
        if (normalise(bare(texts[n - 1], ValueType::Date), ValueType::Date, context.normal))
            return static_cast<int>(n);
    }
    return 0;
}

bool isPercentage(const Layout &layout, const Scan &scan)
{
    return scan.last < layout.tokenCount() && layout.token(scan.last).segment == layout.token(scan.first).segment
        && layout.token(scan.last).text.startsWith(u'%');
}

bool isFarApart(const Layout &layout, int token, ValueType type)
{
    const Token left = layout.token(token - 1), right = layout.token(token);
    if (left.segment == right.segment)
        return false;
    const bool sameRow = layout.segmentOf(token - 1).row == layout.segmentOf(token).row;
    // A currency sign may stand at the column's edge, far from its amount.
    const bool sign = type == ValueType::Money && !hasDigit(left.text) && left.text.size() < 4;
    return !(sameRow && sign);
}

} // namespace

Shape shapeOf(const SchemaField &field)
{
    static const QSet<QString> identifiers{u"invoice_number"_s, u"order_reference"_s, u"seller_tax_number"_s};
    static const QSet<QString> names{u"seller_name"_s, u"buyer_name"_s, u"company"_s};
    static const QRegularExpression number(
        u"(?<!\\p{L})(numbers?|no|nr|id|code|nummer|numéro|número|numero|ssn|ein|tin)(?!\\p{L})"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (field.type != ValueType::String)
        return Shape::Typed;
    if (identifiers.contains(field.role))
        return Shape::Identifier;
    if (names.contains(field.role))
        return Shape::Name;
    return number.match(field.title).hasMatch() ? Shape::Identifier : Shape::Text;
}

std::vector<Scan> scanValues(const Layout &layout, int first, int last, ValueType type, const ReadingContext &context)
{
    std::vector<Scan> result;
    for (int i = first; i < last;) {
        Scan found;
        const bool scanned = layout.sourceOf(layout.segmentOf(i).page) == TextSource::Ocr;
        QString joined;
        std::vector<QString> texts;
        for (int end = i + 1; end <= std::min(last, i + longest(type)); ++end) {
            if (end > i + 1 && isFarApart(layout, end - 1, type))
                break;
            joined += (joined.isEmpty() ? QString() : u" "_s) + layout.token(end - 1).text;
            texts.push_back(joined);
        }
        for (size_t n = texts.size(); n > 0 && found.raw.isEmpty(); --n) {
            const QString raw = bare(texts[n - 1], type);
            if (type != ValueType::Currency && type != ValueType::Boolean && type != ValueType::Email && !hasDigit(raw))
                continue;
            if (const auto value = valueOf(raw, type, context, scanned && n < 3))
                found = {i, i + static_cast<int>(n), raw, *value, true};
        }
        const bool amount = type == ValueType::Money;
        if (found.raw.isEmpty() || (amount && isPercentage(layout, found))) {
            i = found.raw.isEmpty() ? i + 1 : found.last;
            continue;
        }
        found.strong = !amount || isStrongAmount(found.raw, found.value);
        const int date = found.strong ? 0 : tokensOfDate(texts, context);
        i = date > 0 ? i + date : found.last;
        if (date > 0)
            continue;
        result.push_back(std::move(found));
    }
    return result;
}

std::optional<Scan> scanIdentifier(const Layout &layout, int first, int last, const ReadingContext &context)
{
    static const QRegularExpression edges(u"^[:=#*|~_'\"(\\[.,;°º-]+|[:=*|~'\"\\]).,;]+$"_s);
    static const QSet<QString> fillers{u"no"_s,     u"nr"_s,  u"n"_s,  u"id"_s,  u"number"_s,
                                       u"nummer"_s, u"num"_s, u"is"_s, u"der"_s, u"de"_s};
    int letters = 0;
    for (int i = first; i < last; ++i) {
        QString text = layout.token(i).text;
        if (text.startsWith(u'(') && text.endsWith(u')')) // a remark, such as a type code
            continue;
        text.remove(edges);
        if (text.isEmpty() || fillers.contains(text.toLower()))
            continue;
        if (!hasDigit(text)) {
            // "INV 2017 01": capitals may lead, but words mean that there is no identifier here
            if (text.size() > 4 || text != text.toUpper() || ++letters > 1 || i + 1 >= last)
                return std::nullopt;
            continue;
        }
        if (normalise(text, ValueType::Date, context.normal) && !text.contains(u"RE"_s) && text.size() < 11
            && (text.contains(u'.') || text.contains(u'/') || text.count(u'-') == 2))
            return std::nullopt;
        static const QRegularExpression amount(u"^\\D?\\d+[.,]\\d{2}$"_s);
        if (amount.match(text).hasMatch())
            return std::nullopt;
        const int from = letters > 0 ? i - 1 : i;
        const QString raw = letters > 0 ? layout.text(from, i) + u' ' + text : text;
        return Scan{from, i + 1, raw, {raw, {}}, true};
    }
    return std::nullopt;
}

} // namespace core
