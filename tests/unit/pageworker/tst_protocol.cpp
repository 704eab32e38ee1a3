// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/factsprotocol.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::Frame;
using core::MessageType;

class ProtocolTest : public QObject
{
    Q_OBJECT

private:
    static core::TextAnswer sampleText()
    {
        core::TextAnswer answer;
        answer.text.page = 3;
        answer.text.size = {612, 792};
        answer.text.source = core::TextSource::Ocr;
        answer.text.words = {{u"Größe"_s, {1, 2, 3, 4}, 0.5, 1, 2, false}, {u"42"_s, {5, 6, 7, 8}, 1.0, 2, 3, true}};
        answer.needsScan = true;
        return answer;
    }

    // Whatever it makes of them, it must come back.
    static void unpackAll(const QByteArray &bytes)
    {
        (void)core::unpack<core::SetupCall>(bytes);
        (void)core::unpack<core::OpenCall>(bytes);
        (void)core::unpack<core::OpenAnswer>(bytes);
        (void)core::unpack<core::CloseCall>(bytes);
        (void)core::unpack<core::RenderCall>(bytes);
        (void)core::unpack<core::PageCall>(bytes);
        (void)core::unpack<core::TextAnswer>(bytes);
        (void)core::unpack<core::FailedAnswer>(bytes);
        (void)core::unpack<core::DocumentText>(bytes);
        (void)core::unpack<std::vector<core::OutlineEntry>>(bytes);
        (void)core::unpack<core::IndexCall>(bytes);
        (void)core::unpack<std::vector<core::CompactPage>>(bytes);
    }

private slots:
    void compactPagesArriveAsTheyWere()
    {
        core::CompactPage page = core::compacted(sampleText().text);
        page.needsScan = true;
        const auto again = core::unpack<std::vector<core::CompactPage>>(core::pack(std::vector{page, page}));
        QVERIFY(again);
        QCOMPARE(again->size(), size_t(2));
        QCOMPARE(again->at(1).text, "Größe\n42"_ba);
        QCOMPARE(again->at(1).folded, "grosse 42"_ba);
        QCOMPARE(again->at(1).places, page.places);
        QVERIFY(again->at(1).needsScan && again->at(1).isReadable && again->at(1).source == core::TextSource::Ocr);
        page.page = 0;
        QVERIFY(!core::unpack<std::vector<core::CompactPage>>(core::pack(std::vector{page})));
    }

    void anIndexOfNoPagesIsNoQuestion()
    {
        QVERIFY(core::unpack<core::IndexCall>(core::pack(core::IndexCall{1, 2, 3, 100})));
        QVERIFY(!core::unpack<core::IndexCall>(core::pack(core::IndexCall{1, 0, 3, 100})));
        QVERIFY(!core::unpack<core::IndexCall>(core::pack(core::IndexCall{1, 2, 0, 100})));
    }

    void aFrameArrivesInHoweverManyPieces()
    {
        const QByteArray stream = core::encodeFrame({MessageType::Open, 7, "first"})
            + core::encodeFrame({MessageType::Close, 8, {}}) + core::encodeFrame({MessageType::Render, 9, "third"});
        for (const qsizetype piece : {1, 5, 1000}) {
            core::FrameReader reader(1000);
            std::vector<Frame> frames;
            for (qsizetype at = 0; at < stream.size(); at += piece) {
                reader.feed(stream.mid(at, piece));
                while (auto frame = reader.next())
                    frames.push_back(*std::move(frame));
            }
            QCOMPARE(frames.size(), size_t(3));
            QVERIFY(frames[0].type == MessageType::Open);
            QCOMPARE(frames[0].request, quint64(7));
            QCOMPARE(frames[0].body, QByteArray("first"));
            QCOMPARE(frames[2].body, QByteArray("third"));
        }
    }

    void bytesThatAreNoFrameBreakTheStreamForGood()
    {
        QByteArray tooLong = core::encodeFrame({MessageType::Open, 1, QByteArray(101, 'x')});
        QByteArray unknown = core::encodeFrame({MessageType::Open, 1, {}});
        unknown[8] = char(200);
        for (const QByteArray &bytes : {QByteArray(18, 'x'), tooLong, unknown}) {
            core::FrameReader reader(100);
            reader.feed(bytes);
            QVERIFY(!reader.next());
            QVERIFY(reader.isBroken());
            reader.feed(core::encodeFrame({MessageType::Open, 1, {}}));
            QVERIFY(!reader.next());
        }
    }

    void aPageOfWordsComesThroughWhole()
    {
        const auto answer = core::unpack<core::TextAnswer>(core::pack(sampleText()));
        QVERIFY(answer);
        QVERIFY(answer->text.words == sampleText().text.words);
        QCOMPARE(answer->text.page, 3);
        QVERIFY(answer->text.source == core::TextSource::Ocr);
        QVERIFY(answer->needsScan);
    }

    void formValuesAndAttachmentsComeThroughWhole()
    {
        core::DocumentText extras;
        extras.formValues.push_back(
            {u"a.b"_s, u"Name"_s, u"Ann"_s, {2, {1, 2, 3, 4}, u"Ann"_s, core::TextSource::FormField}});
        extras.attachments.push_back({u"x.xml"_s, u"text/xml"_s, QByteArray(70'000, 'y')});
        const auto back = core::unpack<core::DocumentText>(core::pack(extras));
        QVERIFY(back);
        QCOMPARE(back->formValues[0].name, u"a.b"_s);
        QVERIFY(back->formValues[0].place == extras.formValues[0].place);
        QCOMPARE(back->attachments[0].data, extras.attachments[0].data);
    }

    void valuesThatMakeNoSenseAreRefused()
    {
        auto text = sampleText();
        text.text.words[0].certainty = 7;
        QVERIFY(!core::unpack<core::TextAnswer>(core::pack(text)));
        text = sampleText();
        text.text.words[0].box = {qQNaN(), 0, 1, 1};
        QVERIFY(!core::unpack<core::TextAnswer>(core::pack(text)));
        QVERIFY(!core::unpack<core::OpenAnswer>(core::pack(core::OpenAnswer{{}, {{-1, 5}}})));
        QVERIFY(
            !core::unpack<core::FailedAnswer>(core::pack(core::FailedAnswer{static_cast<core::ErrorCode>(999), {}})));
        core::RenderCall render{1, 1, 96, 0, QRect(0, 0, 10, 10), 40};
        QVERIFY(core::unpack<core::RenderCall>(core::pack(render)));
        render.bytesPerLine = 39; // would write past the end
        QVERIFY(!core::unpack<core::RenderCall>(core::pack(render)));
        render.bytesPerLine = 40;
        render.rotation = 45;
        QVERIFY(!core::unpack<core::RenderCall>(core::pack(render)));
    }

    void nothingIsMissingAndNothingIsLeftOver()
    {
        const QByteArray whole = core::pack(sampleText());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!core::unpack<core::TextAnswer>(whole.first(size)));
        QVERIFY(!core::unpack<core::TextAnswer>(whole + 'x'));
    }

    void aCountThatIsOnlyClaimedTakesNoMemory()
    {
        QByteArray bytes = core::pack(std::vector<core::OutlineEntry>{});
        bytes.fill(char(0xff));
        QVERIFY(!core::unpack<std::vector<core::OutlineEntry>>(bytes));
    }

    void garbageIsSurvived()
    {
        QRandomGenerator random(1);
        const std::vector<QByteArray> seeds{core::pack(sampleText()),
                                            core::pack(core::OpenCall{1, u"application/pdf"_s, "pw"}),
                                            core::pack(core::OpenAnswer{u"t"_s, {{1, 1}, {2, 2}}})};
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = seeds[static_cast<size_t>(round) % seeds.size()];
            for (int change = random.bounded(1, 6); change > 0; --change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            unpackAll(bytes);
            core::FrameReader reader(1000);
            reader.feed(bytes);
            (void)reader.next();
        }
    }
};

QTEST_GUILESS_MAIN(ProtocolTest)
#include "tst_protocol.moc"
