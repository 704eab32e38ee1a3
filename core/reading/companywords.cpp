// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/companywords.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

const auto anyCase = QRegularExpression::CaseInsensitiveOption;

bool matches(const QString &text, const QRegularExpression &expression)
{
    return expression.match(text).hasMatch();
}

} // namespace

QString sdnBhdIn(const QString &text)
{
    static const QRegularExpression form(u"\\b[S5][DOQ0][NMH]\\b\\.?\\s*[BG8E][HNE]?[DO0Q]\\b"_s, anyCase);
    return form.match(text).captured();
}

bool hasLegalForm(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![\\p{L}\\d])(g?GmbH|mbH|AG|KG|KGaA|OHG|GbR|UG|e\\.\\s?K\\.?|e\\.\\s?V\\.?|a\\.\\s?G\\.?|eG|SE|S\\.?A\\.?"
        u"R\\.?L\\.?|"
        "S\\.?A\\.?S\\.?U?|S\\.?A\\.?|EURL|SCI|B\\.?\\s?V\\.?|N\\.?V\\.?|V\\.?O\\.?F\\.?|S\\.?L\\.?U?\\.?|S\\.?[rR]\\.?"
        "[lL]\\.?|S\\.?p\\.?A\\.?|"
        "S\\.?n\\.?c\\.?|Inc\\.?|LLC|L\\.L\\.C\\.|LLP|Corp\\.?|Corporation|Co\\.|Company|Ltd\\.?|Limited|PLC|plc|Pty|"
        "Pvt\\.?|"
        "Oy|AB|A/S|ApS|AS|Sp\\. z o\\.o\\.|s\\.r\\.o\\.|[Ss][DdOo0][NHMnhm]\\.?\\s?[BbEe8][HhNn][DdOo0]\\.?|BHD\\.?|"
        "SDN\\.?|Enterprise|Trading|Holdings?)(?![\\p{L}\\d])"_s);
    return matches(text, form) || !sdnBhdIn(text).isEmpty() || text.contains(u" GMBH"_s);
}

bool looksLikeTown(const QString &text)
{
    static const QRegularExpression town(u"(^|[\\s,;|·•●-])(([A-Z]{1,2}[- ])?\\d{4,6},? \\p{Lu}[\\p{L}.\\-' ]+|\\d{4} "
                                         u"?[A-Z]{2} \\p{Lu}\\p{L}+|\\p{L}[\\p{L}. ]+,? [A-Z]{2},? \\d{5}(-\\d{4})?|"
                                         "[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d|"
                                         "[AC-FHKNPRTV-Y]\\d[\\dW] [AC-FHKNPRTV-Y][\\dAC-FHKNPRTV-Y]{3})"_s);
    return matches(text, town);
}

bool looksLikeStreet(const QString &text)
{
    static const QRegularExpression street(
        u"(str(a(ß|ss)e|\\.)?|gasse|weg|platz|allee|ring|ufer|damm|chaussee|straat|laan|plein|kade)\\s+\\d+|"
        "\\d+\\w?,?\\s+(rue|avenue|av\\.|boulevard|bd|chemin|place|route|impasse|allée|quai|cours)\\b|"
        "\\b(rue|via|viale|piazza|corso|calle|avda?|plaza|jalan|jln|jl|lorong|no[.: ]|lot|p\\.?o\\.? "
        "?box|postfach)\\b.*\\d|"
        "^\\d+\\w?\\s+[\\p{L}\\d. ]+\\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|blvd|boulevard|court|ct|square|suite|hwy|parkway|pkwy|place|loop|pike)\\b"_s,
        anyCase);
    return matches(text, street);
}

bool isCountry(const QString &text)
{
    static const QRegularExpression country(
        u"^\\W*(deutschland|germany|allemagne|österreich|austria|schweiz|switzerland|suisse|france|frankreich|"
        u"nederland|"
        "the netherlands|belgi(ë|que|um)|españa|spain|italia|italy|united "
        "kingdom|uk|england|usa|u\\.s\\.a\\.?|us|united states|"
        "hong kong|malaysia|singapore|india|luxembourg|polska|poland|portugal|canada|australia|ireland)\\W*$"_s,
        anyCase);
    return matches(text, country);
}

bool isContactLine(const QString &text)
{
    static const QRegularExpression contact(
        u"\\b(tel|fax|fon|phone|telefon|telefax|mobile|hp|h/"
        u"p|e-?mail|www|https?|internet|iban|bic|swift|blz|konto|bank\\b|"
        "hr[ab]\\b|handelsregister|amtsgericht|registergericht|gesch(ä|ae)ftsf(ü|ue)hr|vorstand|aufsichtsrat|kvk|siret|"
        "siren|"
        "ust-?id|steuer|vat|tva|btw|gst|reg\\.? ?no|gln|company no|co\\.? ?reg|roc|page|seite)"_s,
        anyCase);
    return matches(text, contact) || text.contains(u'@');
}

bool looksLikeCode(const QString &text)
{
    static const QRegularExpression code(u"^(?=.*[\\d-])[\\p{Lu}\\d./-]+$"_s);
    return matches(text, code);
}

bool couldBeName(const QString &text)
{
    static const QRegularExpression title(
        u"^\\W*(tax |sales |original |kopie |copy |simplified |cash |payment |customer |project |proforma |pro forma "
        u"|your )*(invoice|bill|receipt|statement|"
        "credit note|rechnung|gutschrift|quittung|lieferschein|facture|avoir|factuur|factura|fattura|ricevuta|order|"
        "contract|quote|offer|angebot|page|seite|date|datum|duplicate|duplikat|sale)\\b.{0,12}$"_s,
        anyCase);
    int letters = 0, digits = 0;
    for (const QChar c : text) {
        letters += c.isLetter();
        digits += c.isDigit();
    }
    return letters >= 3 && letters > digits && text.size() < 90 && !matches(text, title);
}

} // namespace core
