// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/pdfbytes.h"
#include "tests/support/signedpdf.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

template<typename T>
core::Result<T> answerOf(const core::Async<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) && answer.resultCount() > 0
        ? answer.result()
        : core::Result<T>(core::fail(ErrorCode::Internal, u"no answer"_s));
}

QByteArray bookPdf()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >> "
            "/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /OCProperties << /OCGs [11 0 R] "
            "/D << /Order [11 0 R] >> >> >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 5 0 R /Annots [8 0 R] "
            "/Resources << /Properties << /L 11 0 R >> >> >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>");
    pdf.addStream({}, "/OC /L BDC 1 0 0 rg 0 0 100 100 re f EMC");
    pdf.add("<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>");
    pdf.add("<< /Title (Two) /Parent 6 0 R /Dest [4 0 R /XYZ 0 60 0] >>");
    pdf.add("<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] /Dest [4 0 R /XYZ 0 30 0] >>");
    pdf.add("<< /Type /Filespec /F (a.txt) /EF << /F 10 0 R >> >>");
    pdf.addStream("/Type /EmbeddedFile", "Hello");
    pdf.add("<< /Type /OCG /Name (Ink) >>");
    return pdf.bytes();
}

} // namespace

class WorkerFactsTest : public QObject
{
    Q_OBJECT

private:
    core::OpenedDocument open(core::WorkerPool &pool, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"book.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        file.close();
        const auto opened = answerOf(pool.open(file.fileName(), {}, {}));
        return opened ? *opened : core::OpenedDocument();
    }

    QTemporaryDir m_folder;

private slots:
    void aDocumentTellsOfItselfThroughTheWorker()
    {
        core::WorkerPool pool;
        const auto book = open(pool, bookPdf());
        const auto facts = answerOf(pool.facts(book.handle, {}));
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
        QCOMPARE(facts->pageLabels, (std::vector<QString>{u"i"_s, u"1"_s}));
        QCOMPARE(facts->attachments.size(), std::size_t(1));
        QCOMPARE(facts->layers.size(), std::size_t(1));
        QCOMPARE(facts->signatures, 0);
        const auto outline = answerOf(pool.outline(book.handle, {}));
        QVERIFY(outline && outline->size() == 1);
        QCOMPARE(outline->at(0), (core::OutlineEntry{u"Two"_s, 2, 0, 40, false}));
        const auto links = answerOf(pool.links(book.handle, 1, {}));
        QVERIFY(links && links->size() == 1);
        QCOMPARE(links->at(0).destination, (core::Destination{2, 70}));
        QVERIFY(answerOf(pool.links(book.handle, 2, {}))->empty());
        QVERIFY(answerOf(pool.links(book.handle, 3, {})).error().code == ErrorCode::InvalidInput);
        QCOMPARE(answerOf(pool.properties(book.handle, {}))->format, u"PDF 1.7"_s);
        QVERIFY(answerOf(pool.signatures(book.handle, {}))->empty());
    }

    void anAttachmentIsHandedOver()
    {
        core::WorkerPool pool;
        const auto book = open(pool, bookPdf());
        QCOMPARE(answerOf(pool.attachment(book.handle, 0, {})).value_or(QByteArray()), QByteArray("Hello"));
        QVERIFY(answerOf(pool.attachment(book.handle, 7, {})).error().code == ErrorCode::NotFound);
    }

    void aLayerThatIsSwitchedOffIsNotDrawnByAnyWorker()
    {
        core::WorkerPool pool;
        const auto book = open(pool, bookPdf());
        const auto layers = answerOf(pool.switchLayer(book.handle, {}, 0, false, {}));
        QVERIFY(layers && layers->size() == 1);
        QVERIFY(!layers->at(0).isOn);
        core::RenderRequest request{.document = book.handle, .dpi = 72, .region = {}};
        std::vector<core::Async<QImage>> with;
        std::vector<core::Async<QImage>> without;
        for (int i = 0; i < 6; ++i) {
            request.layers = {};
            with.push_back(pool.render(request, {}));
            request.layers = core::statesOf(*layers);
            without.push_back(pool.render(request, {}));
        }
        for (const auto &answer : with)
            QCOMPARE(answerOf(answer).value_or(QImage()).pixelColor(50, 50), QColor(Qt::red));
        for (const auto &answer : without)
            QCOMPARE(answerOf(answer).value_or(QImage()).pixelColor(50, 50), QColor(Qt::white));
        request.layers = "nonsense";
        QVERIFY(answerOf(pool.render(request, {})).error().code == ErrorCode::InvalidInput);
    }

    void aSignatureIsComparedWithTheFileInsideTheSandbox_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<core::SignatureFact::State>("state");
        using State = core::SignatureFact::State;
        const Issued ann = issue("Ann Lee", "DNS:ann", nullptr, 10, core::EvpKey(EVP_RSA_gen(2048)));
        const QByteArray good = signedPdf(ann);
        QTest::newRow("as it was signed") << good << State::Intact;
        QTest::newRow("with something added") << good + "\n% later\n" << State::Extended;
        QTest::newRow("changed") << QByteArray(good).replace("0 0 10 10 re f", "0 0 99 10 re f") << State::Changed;
        QByteArray nonsense = good;
        nonsense.replace(nonsense.indexOf("/Contents <3") + 11, 40, QByteArray(40, '7'));
        QTest::newRow("no signature at all") << nonsense << State::Unreadable;
    }

    void aSignatureIsComparedWithTheFileInsideTheSandbox()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(core::SignatureFact::State, state);
        core::WorkerPool pool;
        const auto document = open(pool, bytes);
        QCOMPARE(answerOf(pool.facts(document.handle, {}))->signatures, 1);
        const auto signatures = answerOf(pool.signatures(document.handle, {}));
        QVERIFY2(signatures, qPrintable(signatures ? QString() : signatures.error().detail));
        QCOMPARE(signatures->size(), std::size_t(1));
        const core::SignatureFact &fact = signatures->at(0);
        QCOMPARE(static_cast<int>(fact.state), static_cast<int>(state));
        if (state == core::SignatureFact::State::Unreadable)
            return;
        QCOMPARE(fact.signer, u"Ann Lee"_s);
        QCOMPARE(fact.reason, u"I agree"_s);
        QCOMPARE(fact.location, u"Bonn"_s);
        if (state == core::SignatureFact::State::Changed)
            return; // whoever signed something else is not asked for more
        QVERIFY(fact.isSelfSigned);
        QVERIFY(fact.validUntil > fact.validFrom);
    }

    void aClosedDocumentTellsNothing()
    {
        core::WorkerPool pool;
        const auto book = open(pool, bookPdf());
        pool.close(book.handle);
        QVERIFY(answerOf(pool.facts(book.handle, {})).error().code == ErrorCode::InvalidInput);
        QVERIFY(answerOf(pool.links(book.handle, 1, {})).error().code == ErrorCode::InvalidInput);
        QVERIFY(answerOf(pool.attachment(book.handle, 0, {})).error().code == ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(WorkerFactsTest)
#include "tst_workerfacts.moc"
