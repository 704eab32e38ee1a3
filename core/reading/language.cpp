// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int enoughWords = 4000;

// The commonest words, and those of business papers, that the other languages do not share.
const std::vector<std::pair<QString, QSet<QString>>> &commonWords()
{
    const auto words = [](const QString &text) {
        const QStringList list = text.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    };
    static const std::vector<std::pair<QString, QSet<QString>>> table{
        {u"en"_s,
         words(u"the of and to is for this that with by be are not your you from shall any thank please invoice date "
               u"amount "
               "number total tax name address description price quantity due bill terms cash change"_s)},
        {u"de"_s,
         words(u"der die das und von mit für auf ist nicht den dem ein eine zu im sie wir bei zum zur bitte rechnung "
               u"betrag "
               "menge summe datum netto brutto mwst ust preis straße nr bis oder inkl kunde lieferung"_s)},
        {u"fr"_s,
         words(
             u"le les des du et est pour dans sur une par avec au aux ce cette vous nous facture montant prix quantité "
             "taxe tva date désignation client règlement à société commande"_s)},
        {u"nl"_s,
         words(u"het een van en voor niet op met zijn dat aan bij uw wij factuur bedrag aantal btw prijs totaal klant "
               "omschrijving datum nummer betalen naar factuurdatum"_s)},
        {u"es"_s,
         words(
             u"el los las y por con para una del que no se su factura importe fecha cantidad precio cliente iva número "
             "nif descripción dirección pago"_s)},
        {u"it"_s,
         words(
             u"il gli della del di e per con una dei che non si sono fattura importo quantità prezzo cliente iva data "
             "partita totale imponibile descrizione pagamento indirizzo"_s)},
    };
    return table;
}

} // namespace

QString detectLanguage(const DocumentText &document)
{
    static const QRegularExpression edges(u"^[^\\p{L}]+|[^\\p{L}]+$"_s);
    QHash<QString, int> hits;
    int seen = 0;
    for (const PageText &page : document.pages) {
        for (const Word &word : page.words) {
            if (++seen > enoughWords)
                break;
            QString bare = word.text.toLower();
            bare.remove(edges);
            for (const auto &[language, words] : commonWords())
                hits[language] += words.contains(bare);
        }
    }
    QString best;
    int first = 0, second = 0;
    for (const auto &[language, words] : commonWords()) {
        const int count = hits.value(language);
        if (count > first) {
            second = first;
            first = count;
            best = language;
        } else if (count > second) {
            second = count;
        }
    }
    return first >= 3 && first > second ? best : QString();
}

} // namespace core
