// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/companywords.h"
#include "core/reading/rules.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int headRows = 22;

enum class Line { Noise, Name, Address, Other };

// Words of an address in the places where tills print them, beside streets and towns.
bool hasAddressWords(const QString &text)
{
    static const QRegularExpression words(
        u"\\b(jalan|jln|j[il]n|jl|lorong|taman|tmn|bandar|kampung|kg|seksyen|section|persiaran|lebuh|lot|blok|block|"
        u"blk|plaza|mall|level|floor|tingkat|"
        "kawasan|pusat|selangor|johor|kuala|lumpur|penang|perak|melaka|sabah|sarawak|wilayah|darul|ehsan|street|road|"
        "avenue|"
        "ave|drive|lane|suite|unit|building|straße|strasse|platz|rue|avenue|boulevard|straat|laan|via|piazza|calle|plaza)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression postal(u"(^|\\s)\\d{4,6},?\\s+\\p{L}{3,}"_s);
    static const QRegularExpression number(u"^\\W*no[.:, ]*\\s?\\w?-?\\d"_s, QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch() || postal.match(text).hasMatch() || number.match(text).hasMatch();
}

bool startsBody(const QString &text)
{
    static const QRegularExpression body(
        u"\\b(invoice|receipt|rcpt|bill no|cashier|qty|description|item|table|counter|doc "
        u"no|document|date|order|salesperson|member|terminal|"
        "quittung|beleg|kasse|ticket|factuur|bon)\\b|\\d{1,2}[:.]\\d{2}[:.]\\d{2}|\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}"_s,
        QRegularExpression::CaseInsensitiveOption);
    return body.match(text).hasMatch();
}

// A scanner's idea of a logo or a smudge.
bool isNoise(const Layout &layout, const Row &row)
{
    int letters = 0, others = 0;
    double certainty = 0;
    int tokens = 0;
    for (int i = layout.segment(row.first).first; i < layout.segment(row.last - 1).last; ++i) {
        const Token token = layout.token(i);
        for (const QChar c : token.text)
            ++(c.isLetterOrNumber() ? letters : others);
        certainty += token.certainty;
        ++tokens;
    }
    return letters < 4 || others > letters || (tokens > 0 && certainty / tokens < 0.25);
}

Line kindOf(const Layout &layout, const Row &row, const QString &text, bool named)
{
    static const QRegularExpression register_(
        u"^\\W*(co\\b|company|reg|gst|roc|\\(?\\d{5,}[- ]?[A-Z]?\\)?\\W*$|\\(.*\\)$|tax|formerly|licensee|owned|operated|welcome)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (isNoise(layout, row))
        return Line::Noise;
    static const QRegularExpression sentence(
        u"\\b(thank|goods|returnable|refund|please|welcome|come again|exchange|danke|merci|gracias|grazie|bedankt)\\b|\\bid\\W*\\d|\\d{9,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(u"^\\W*(co|company|gst|business)\\W{1,3}(reg|no|id)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (number.match(text).hasMatch())
        return Line::Other;
    if ((register_.match(text).hasMatch() && !hasLegalForm(text)) || sentence.match(text).hasMatch())
        return Line::Other;
    if (isContactLine(text) && !hasLegalForm(text) && !hasAddressWords(text))
        return Line::Other;
    if (hasAddressWords(text) && !(hasLegalForm(text) && !named))
        return Line::Address;
    if (looksLikeTown(text) || looksLikeStreet(text))
        return Line::Address;
    return startsBody(text) ? Line::Other : Line::Name;
}

// Stray marks left and right of a line: one-letter words that are not in words, pipes and dashes.
std::pair<int, int> trimmed(const Layout &layout, const Row &row)
{
    static const QRegularExpression stray(u"^([\\W_]+|[a-z\\W_][\\W_]*)$"_s);
    int first = layout.segment(row.first).first, last = layout.segment(row.last - 1).last;
    while (first < last && stray.match(layout.token(first).text).hasMatch() && layout.token(first).text != u"&")
        ++first;
    while (last > first && stray.match(layout.token(last - 1).text).hasMatch() && layout.token(last - 1).text != u"&")
        --last;
    return {first, last};
}

struct Head {
    std::vector<int> name; // rows
    std::vector<int> address;
};

bool hasPostalCode(const QString &text)
{
    static const QRegularExpression code(u"(^|[\\s,])\\d{5}(?!\\d)"_s);
    return code.match(text).hasMatch();
}

// The first lines that are a name, and from the first line of an address to its last: a line between two lines of an
// address is of it, and so is one behind it while the town is still to come.
Head headOf(const Layout &layout)
{
    static const QRegularExpression comma(u",[\\s.,]*$"_s);
    Head head;
    std::vector<int> waiting;
    bool postal = false;
    for (int r = 0; r < std::min(layout.rowCount(), headRows) && layout.row(r).page == 1; ++r) {
        const QString text = layout.rowText(r);
        const Line kind = kindOf(layout, layout.row(r), text, !head.name.empty());
        if (kind == Line::Noise)
            continue;
        if (kind == Line::Address) {
            head.address.insert(head.address.end(), waiting.begin(), waiting.end());
            head.address.push_back(r);
            waiting.clear();
            postal = postal || hasPostalCode(text);
            continue;
        }
        if (!head.address.empty()) {
            if (kind == Line::Other || waiting.size() > 1)
                break;
            const bool open = text.size() < 40 && (!postal || layout.rowText(r - 1).contains(comma));
            if (open && waiting.empty() && r == head.address.back() + 1)
                waiting.push_back(r);
            else
                break;
        } else if (kind == Line::Name) {
            const bool next = !head.name.empty() && r - head.name.back() == 1 && head.name.size() < 2
                && !hasLegalForm(layout.rowText(head.name.front()));
            if (head.name.empty() || next)
                head.name.push_back(r);
        }
    }
    static const QRegularExpression rest(u"^\\W*\\d{2,5}\\W"_s);
    if (!waiting.empty()
        && (comma.match(layout.rowText(head.address.back())).hasMatch()
            || rest.match(layout.rowText(waiting.front())).hasMatch()))
        head.address.push_back(waiting.front());
    return head;
}

// A company's registration in brackets is no part of its name, and OCR knows no "Sdn Bhd".
QString tidyCompany(QString name)
{
    static const QRegularExpression registration(u"\\s*[({\\[][^(]*\\d{4,}[^(]*$"_s);
    static const QRegularExpression edges(u"^[^\\p{L}\\d(]+|[^\\p{L}\\d).]+$"_s);
    name.remove(registration);
    if (const QString form = sdnBhdIn(name); !form.isEmpty())
        name.replace(form, form.contains(u'.') ? u"SDN. BHD"_s : u"SDN BHD"_s);
    return name.remove(edges).simplified();
}

Finding joined(const ReadingInput &input, const QString &path, const std::vector<int> &rows, double score)
{
    Finding finding;
    finding.path = path;
    QStringList lines;
    for (const int r : rows) {
        const auto [first, last] = trimmed(input.layout, input.layout.row(r));
        if (first >= last)
            continue;
        lines << input.layout.text(first, last);
        const auto places = input.layout.places(first, last);
        finding.places.insert(finding.places.end(), places.begin(), places.end());
    }
    finding.raw = lines.join(u' ').simplified();
    finding.value = {finding.raw, {}};
    finding.score = score;
    finding.source = input.layout.isScanned() ? TextSource::Ocr : TextSource::TextLayer;
    return finding;
}

} // namespace

Findings readReceiptHead(const ReadingInput &input)
{
    const SchemaField *company = fieldOfRole(input.schema, u"company"_s);
    const SchemaField *address = fieldOfRole(input.schema, u"address"_s);
    if (!company && !address)
        return {};
    Findings findings;
    const Head head = headOf(input.layout);
    if (company && !head.name.empty()) {
        const bool formed = std::any_of(head.name.begin(), head.name.end(),
                                        [&](int r) { return hasLegalForm(input.layout.rowText(r)); });
        std::vector<int> rows = head.name;
        if (formed) {
            // what stands before a registered name is a slogan or a logo, unless the name needs it
            const auto first =
                std::find_if(rows.begin(), rows.end(), [&](int r) { return hasLegalForm(input.layout.rowText(r)); });
            static const QRegularExpression rest(u"^\\W*(co\\b|\\()"_s, QRegularExpression::CaseInsensitiveOption);
            const QString line = input.layout.rowText(*first);
            if (line.split(u' ').size() > 2 && !rest.match(line).hasMatch())
                rows = {*first};
        }
        Finding found = joined(input, company->path, rows, formed ? 0.8 : 0.62);
        found.value.value = tidyCompany(found.raw);
        findings.push_back(std::move(found));
    }
    if (address && !head.address.empty())
        findings.push_back(joined(input, address->path, head.address, head.address.size() > 1 ? 0.7 : 0.5));
    std::erase_if(findings, [](const Finding &finding) { return finding.value.value.isEmpty(); });
    return findings;
}

} // namespace core
