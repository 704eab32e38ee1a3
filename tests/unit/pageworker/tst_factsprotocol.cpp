// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/factsprotocol.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime noon(QDate(2024, 5, 7), QTime(12, 0), Qt::UTC);

std::vector<core::OutlineEntry> outline()
{
    return {{u"One"_s, 1, 0, 12.5, true}, {u"Größe"_s, 0, 1, 0, false}};
}

std::vector<core::PageLink> links()
{
    using Kind = core::PageLink::Kind;
    using Refusal = core::PageLink::Refusal;
    return {{{1, 2, 3, 4}, Kind::Place, {3, 7}, {}, Refusal::Unknown},
            {{1, 2, 3, 4}, Kind::Address, {}, u"https://example.org"_s, Refusal::Unknown},
            {{1, 2, 3, 4}, Kind::Refused, {}, {}, Refusal::Script}};
}

core::DocumentFacts facts()
{
    return {{u"i"_s, u"1"_s},
            {{u"a.txt"_s, u"About"_s, u"text/plain"_s, 7, noon, 3}, {u"b"_s, {}, {}, -1, {}}},
            {{u"Heading"_s, 0, true, true, true}, {u"Layer"_s, 1, false, false, false}},
            2,
            1'013};
}

core::DocumentProperties properties()
{
    return {u"T"_s, u"A"_s, u"S"_s,   u"K"_s, u"C"_s,        u"P"_s,
            noon,   {},     u"PDF"_s, true,   {true, false}, {{u"Helvetica"_s, u"Type 1"_s, true, true}},
            5};
}

std::vector<core::SignatureFact> signatures()
{
    return {{core::SignatureFact::State::Extended,
             u"Ann"_s,
             u"CN=Ann"_s,
             u"CA"_s,
             true,
             noon,
             noon,
             {},
             u"why"_s,
             u"where"_s,
             u"SHA-256"_s}};
}

template<typename Body>
bool comesThrough(const Body &body)
{
    const auto back = core::unpack<Body>(core::pack(body));
    return back && *back == body;
}

template<typename Body>
bool isRefused(const Body &body)
{
    return !core::unpack<Body>(core::pack(body));
}

template<typename Body>
bool everyCutIsRefused(const Body &body)
{
    const QByteArray whole = core::pack(body);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        if (core::unpack<Body>(whole.first(size)))
            return false;
    }
    return !core::unpack<Body>(whole + 'x');
}

void unpackAll(const QByteArray &bytes)
{
    (void)core::unpack<std::vector<core::OutlineEntry>>(bytes);
    (void)core::unpack<std::vector<core::PageLink>>(bytes);
    (void)core::unpack<std::vector<core::LayerEntry>>(bytes);
    (void)core::unpack<std::vector<core::SignatureFact>>(bytes);
    (void)core::unpack<core::DocumentFacts>(bytes);
    (void)core::unpack<core::DocumentProperties>(bytes);
    (void)core::unpack<core::AttachmentCall>(bytes);
    (void)core::unpack<core::LayerCall>(bytes);
}

} // namespace

class FactsProtocolTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesThroughWhole()
    {
        QVERIFY(comesThrough(outline()));
        QVERIFY(comesThrough(links()));
        QVERIFY(comesThrough(facts()));
        QVERIFY(comesThrough(properties()));
        QVERIFY(comesThrough(signatures()));
        QVERIFY(comesThrough(facts().layers));
        const auto call =
            core::unpack<core::LayerCall>(core::pack(core::LayerCall{7, QByteArray("\1\0\1", 3), 2, true}));
        QVERIFY(call && call->document == 7 && call->states == QByteArray("\1\0\1", 3) && call->index == 2 && call->on);
    }

    void nothingIsMissingAndNothingIsLeftOver()
    {
        QVERIFY(everyCutIsRefused(outline()));
        QVERIFY(everyCutIsRefused(links()));
        QVERIFY(everyCutIsRefused(facts()));
        QVERIFY(everyCutIsRefused(properties()));
        QVERIFY(everyCutIsRefused(signatures()));
    }

    void moreThanWasAgreedIsRefused()
    {
        QVERIFY(isRefused(std::vector<core::OutlineEntry>(core::bounds::mostOutlineEntries + 1)));
        QVERIFY(isRefused(std::vector<core::PageLink>(core::bounds::mostLinks + 1)));
        QVERIFY(isRefused(std::vector<core::LayerEntry>(core::bounds::mostLayers + 1)));
        QVERIFY(isRefused(std::vector<core::SignatureFact>(core::bounds::mostSignatures + 1)));
        core::DocumentFacts many;
        many.attachments.resize(core::bounds::mostAttachments + 1);
        QVERIFY(isRefused(many));
        core::DocumentProperties fonts;
        fonts.fonts.resize(core::bounds::mostFonts + 1);
        QVERIFY(isRefused(fonts));
    }

    void textsAreNotLongerThanAgreed()
    {
        const QString book(100'000, u'x');
        auto chapters = outline();
        chapters[0].title = book;
        QVERIFY(isRefused(chapters));
        auto addresses = links();
        addresses[1].address = book;
        QVERIFY(isRefused(addresses));
        auto some = facts();
        some.pageLabels[0] = book;
        QVERIFY(isRefused(some));
        some = facts();
        some.attachments[0].name = book;
        QVERIFY(isRefused(some));
        auto properly = properties();
        properly.keywords = book;
        QVERIFY(isRefused(properly));
        auto signs = signatures();
        signs[0].signer = book;
        QVERIFY(isRefused(signs));
    }

    void valuesThatMakeNoSenseAreRefused()
    {
        auto chapters = outline();
        chapters[0].top = qQNaN();
        QVERIFY(isRefused(chapters));
        chapters = outline();
        chapters[0].level = -1;
        QVERIFY(isRefused(chapters));
        chapters = outline();
        chapters[0].page = -5;
        QVERIFY(isRefused(chapters));
        auto places = links();
        places[0].area = {0, 0, qInf(), 1};
        QVERIFY(isRefused(places));
        places = links();
        places[0].kind = static_cast<core::PageLink::Kind>(9);
        QVERIFY(isRefused(places));
        auto some = facts();
        some.signatures = -1;
        QVERIFY(isRefused(some));
        some = facts();
        some.attachments[0].bytes = -7;
        QVERIFY(isRefused(some));
        some = facts();
        some.attachments[0].page = -1;
        QVERIFY(isRefused(some));
        QVERIFY(isRefused(core::LayerCall{1, QByteArray("\2"), 0, true}));
        QVERIFY(isRefused(core::LayerCall{1, QByteArray(core::bounds::mostLayers + 1, '\1'), 0, true}));
        core::RenderCall render{1, 1, 96, 0, QRect(0, 0, 10, 10), 40, QByteArray("\1\0", 2)};
        QVERIFY(core::unpack<core::RenderCall>(core::pack(render)));
        render.layers = "77";
        QVERIFY(isRefused(render));
    }

    void garbageIsSurvived()
    {
        QRandomGenerator random(1);
        const std::vector<QByteArray> seeds{core::pack(outline()), core::pack(links()), core::pack(facts()),
                                            core::pack(properties()), core::pack(signatures())};
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes = seeds[static_cast<std::size_t>(round) % seeds.size()];
            for (int change = random.bounded(1, 6); change > 0; --change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            unpackAll(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(FactsProtocolTest)
#include "tst_factsprotocol.moc"
