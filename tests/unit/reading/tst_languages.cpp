// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class LanguagesTest : public QObject
{
    Q_OBJECT

private slots:
    void theLanguageIsTold_data();
    void theLanguageIsTold();
    void tooLittleTextHasNoLanguage();
    void theSchemaIsTold();
    void aLetterFitsNoSchema();
    void dayOrMonthFirstIsLearntFromTheDocument();
};

void LanguagesTest::theLanguageIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("en") << u"Thank you for your order. The invoice is to be paid within 14 days"_s;
    QTest::newRow("de")
        << u"Wir bedanken uns für die Bestellung und bitten Sie, den Betrag bis zum 5.3. zu überweisen"_s;
    QTest::newRow("fr") << u"Nous vous remercions pour cette commande, le montant est dans la facture"_s;
    QTest::newRow("nl") << u"Wij verzoeken u het bedrag van deze factuur voor de vervaldatum aan ons te betalen"_s;
    QTest::newRow("es") << u"El importe de la factura se paga con tarjeta por el cliente y no con cheque"_s;
    QTest::newRow("it") << u"Il totale della fattura si paga con bonifico e non con assegno, imponibile più IVA"_s;
}

void LanguagesTest::theLanguageIsTold()
{
    QFETCH(QString, text);
    QCOMPARE(core::detectLanguage(printed({text})), QString::fromLatin1(QTest::currentDataTag()));
}

void LanguagesTest::tooLittleTextHasNoLanguage()
{
    QVERIFY(core::detectLanguage(printed({u"4711 0815 Xyzzy"_s})).isEmpty());
}

void LanguagesTest::theSchemaIsTold()
{
    const std::vector<core::Schema> schemas{shipped(u"invoice"_s), shipped(u"receipt"_s), shipped(u"generic"_s)};
    QCOMPARE(
        core::detectSchema(
            printed({u"Invoice number 4 Invoice date 5.3.2020"_s, u"Bill to: ACME"_s, u"Amount due 5.00"_s}), schemas),
        0);
    QCOMPARE(core::detectSchema(printed({u"Rechnung Nr. 4 Rechnungsdatum 5.3.2020 USt-IdNr"_s, u"Zahlbetrag 5,00"_s}),
                                schemas),
             0);
    core::DocumentText till =
        printed({u"CASH 50.00 CHANGE 34.10"_s, u"Cashier: 4 TOTAL 15.90"_s, u"Thank you please come again"_s},
                core::TextSource::Ocr);
    till.pages[0].size = {300, 800};
    QCOMPARE(core::detectSchema(till, schemas), 1);
}

void LanguagesTest::aLetterFitsNoSchema()
{
    const std::vector<core::Schema> schemas{shipped(u"invoice"_s), shipped(u"receipt"_s)};
    QCOMPARE(core::detectSchema(printed({u"Dear Ada, the weather is fine."_s}), schemas), -1);
    QCOMPARE(core::detectSchema(core::DocumentText(), {}), -1);
}

void LanguagesTest::dayOrMonthFirstIsLearntFromTheDocument()
{
    const core::Schema schema = shipped(u"invoice"_s);
    const auto date = [&](const QStringList &lines) {
        return valueOf(core::readLocally(printed(lines), schema), u"issue_date"_s);
    };
    QCOMPARE(date({u"Invoice date: 01/02/2020"_s}), u"2020-02-01"_s);
    QCOMPARE(date({u"Invoice date: 01/02/2020"_s, u"Paid: 12/31/2019"_s}), u"2020-01-02"_s);
    QCOMPARE(date({u"Invoice date: 01/02/2020"_s, u"New York, NY 10001"_s}), u"2020-01-02"_s);
}

QTEST_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
