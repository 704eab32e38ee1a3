// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser says arrives; whatever else comes out of its pipe is refused.
#include "core/adapters/browser/browsernews.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace news = core::news;

namespace {

// Through the pipe and out of it.
std::optional<news::News> arrived(const news::News &said)
{
    core::BrowserFrameReader reader(news::longestNews);
    reader.feed(news::encode(said));
    const auto frame = reader.next();
    return frame ? news::decode(*frame) : std::nullopt;
}

template<typename Kind>
quint8 kindOf()
{
    return static_cast<quint8>(1 + news::News(Kind{}).index());
}

} // namespace

class TestBrowserNews : public QObject
{
    Q_OBJECT

private slots:
    void everyKindArrives();
    void anAddressIsCutToItsOrigin();
    void longAndUnreadableTextIsMadeShortAndReadable();
    void whatIsNotExactlyRightIsRefused_data();
    void whatIsNotExactlyRightIsRefused();
    void aLengthOutOfBoundsEndsTheReading_data();
    void aLengthOutOfBoundsEndsTheReading();
    void aSessionThatIsTooLongIsNotKept();
    void newsInPiecesAreOne();
    void anyBytesAreReadWithoutHarm();
};

void TestBrowserNews::everyKindArrives()
{
    const std::vector<news::News> all{
        news::Ready{},
        news::OriginChanged{QUrl(u"https://login.acme.example:8443"_s)},
        news::TitleChanged{u"Anmelden – Ütopia"_s},
        news::Progressed{42},
        news::Failed{core::PageFailure::Proxy, u"proxy.acme.example"_s},
        news::AddressRefused{u"myapp:"_s},
        news::LedNowhere{},
        news::PopupRefused{},
        news::PasskeySeen{},
        news::LeaveRequested{},
        news::FocusTaken{},
        news::FocusLeft{false},
        news::SessionKept{core::Secret("sid=1; domain=login.acme.example\n")},
        news::PasskeyAsked{},
        news::ShortcutPressed{3},
    };
    QCOMPARE(all.size(), std::variant_size_v<news::News>);
    for (const news::News &one : all) {
        const auto there = arrived(one);
        QVERIFY2(there && there->index() == one.index(), QByteArray::number(static_cast<int>(one.index())));
    }
    QCOMPARE(std::get<news::OriginChanged>(*arrived(all.at(1))).origin, QUrl(u"https://login.acme.example:8443"_s));
    QCOMPARE(std::get<news::TitleChanged>(*arrived(all.at(2))).title, u"Anmelden – Ütopia"_s);
    QCOMPARE(std::get<news::Progressed>(*arrived(all.at(3))).percent, 42);
    QCOMPARE(std::get<news::Failed>(*arrived(all.at(4))).failure, core::PageFailure::Proxy);
    QCOMPARE(std::get<news::Failed>(*arrived(all.at(4))).host, u"proxy.acme.example"_s);
    QCOMPARE(std::get<news::AddressRefused>(*arrived(all.at(5))).where, u"myapp:"_s);
    QVERIFY(!std::get<news::FocusLeft>(*arrived(all.at(11))).forward);
    QCOMPARE(std::get<news::ShortcutPressed>(*arrived(all.at(14))).index, 3);
}

void TestBrowserNews::anAddressIsCutToItsOrigin()
{
    const QUrl page(u"https://alice:pw@login.acme.example/callback?code=secret#there"_s);
    QVERIFY(!news::encode(news::OriginChanged{page}).contains("secret"));
    QCOMPARE(std::get<news::OriginChanged>(*arrived(news::OriginChanged{page})).origin,
             QUrl(u"https://login.acme.example"_s));
}

void TestBrowserNews::longAndUnreadableTextIsMadeShortAndReadable()
{
    const auto title = arrived(news::TitleChanged{QString(5000, u'ß')});
    QVERIFY(title);
    QVERIFY(std::get<news::TitleChanged>(*title).title.size() <= 200);
    const auto lines = arrived(news::TitleChanged{u"a\nb\u202ec"_s});
    QCOMPARE(std::get<news::TitleChanged>(*lines).title, u"a b c"_s);
    const auto host = arrived(news::AddressRefused{u"ex ample\n.com"_s + QString(900, u'x')});
    QVERIFY(std::get<news::AddressRefused>(*host).where.startsWith(u"ex?ample?.com"_s));
}

void TestBrowserNews::whatIsNotExactlyRightIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("body");
    const int origin = kindOf<news::OriginChanged>();
    const int title = kindOf<news::TitleChanged>();
    const int failed = kindOf<news::Failed>();
    const int where = kindOf<news::AddressRefused>();
    QTest::newRow("no kind") << 0 << QByteArray();
    QTest::newRow("a kind that there is not") << int(std::variant_size_v<news::News>) + 1 << QByteArray();
    QTest::newRow("the last kind of all") << 255 << QByteArray();
    QTest::newRow("something where nothing is") << int(kindOf<news::PasskeySeen>()) << QByteArray("x");
    QTest::newRow("no origin") << origin << QByteArray();
    QTest::newRow("a script") << origin << QByteArray("javascript:alert(1)");
    QTest::newRow("a file") << origin << QByteArray("file:///etc/passwd");
    QTest::newRow("a path") << origin << QByteArray("https://a.example/path");
    QTest::newRow("a user") << origin << QByteArray("https://bank.example@evil.example");
    QTest::newRow("no host") << origin << QByteArray("https://");
    QTest::newRow("another spelling") << origin << QByteArray("https://LOGIN.acme.example");
    QTest::newRow("a blank") << origin << QByteArray("https://a.example /");
    QTest::newRow("a look-alike letter") << origin << QByteArray("https://p\xd0\xb0ypal.com");
    QTest::newRow("a host that is too long") << origin << "https://" + QByteArray(400, 'a');
    QTest::newRow("no UTF-8") << title << QByteArray("\xff\xfe");
    QTest::newRow("a line break") << title << QByteArray("one\ntwo");
    QTest::newRow("writing turned round") << title << QByteArray("abc\xe2\x80\xae");
    QTest::newRow("a title that is too long") << title << QByteArray(201, 'a');
    QTest::newRow("no percentage") << int(kindOf<news::Progressed>()) << QByteArray();
    QTest::newRow("over a hundred") << int(kindOf<news::Progressed>()) << QByteArray("\x65");
    QTest::newRow("two numbers") << int(kindOf<news::Progressed>()) << QByteArray("\x01\x01");
    QTest::newRow("no failure") << failed << QByteArray();
    QTest::newRow("failure 0") << failed << QByteArray(1, '\0');
    QTest::newRow("a failure that there is not")
        << failed << QByteArray(1, static_cast<char>(static_cast<int>(core::lastPageFailure) + 1));
    QTest::newRow("markup for a host") << failed << QByteArray("\x01<b>a b</b>");
    QTest::newRow("nowhere") << where << QByteArray();
    QTest::newRow("words for an address") << where << QByteArray("a bank");
    QTest::newRow("a call for a passkey that says more") << int(kindOf<news::PasskeyAsked>()) << QByteArray("x");
    QTest::newRow("no shortcut") << int(kindOf<news::ShortcutPressed>()) << QByteArray();
    QTest::newRow("a shortcut that nobody orders") << int(kindOf<news::ShortcutPressed>()) << QByteArray("\x10");
    QTest::newRow("a direction that there is not") << int(kindOf<news::FocusLeft>()) << QByteArray("\x02");
}

void TestBrowserNews::whatIsNotExactlyRightIsRefused()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, body);
    QVERIFY(!news::decode({static_cast<quint8>(kind), body}));
}

void TestBrowserNews::aLengthOutOfBoundsEndsTheReading_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing, not even a kind") << QByteArray(4, '\0');
    QTest::newRow("one too many") << QByteArray("\x02\x00\x01\x00", 4);
    QTest::newRow("all that there can be") << QByteArray("\xff\xff\xff\xff", 4);
}

void TestBrowserNews::aLengthOutOfBoundsEndsTheReading()
{
    QFETCH(QByteArray, bytes);
    core::BrowserFrameReader reader(news::longestNews);
    reader.feed(bytes);
    QVERIFY(!reader.next());
    QVERIFY(reader.isBroken());
    reader.feed(news::encode(news::Ready{}));
    QVERIFY(!reader.next()); // where the next one begins is not known
}

void TestBrowserNews::aSessionThatIsTooLongIsNotKept()
{
    const auto longest = arrived(news::SessionKept{core::Secret(QByteArray(news::longestSession, 'x'))});
    QVERIFY(longest);
    QCOMPARE(std::get<news::SessionKept>(*longest).session.reveal().size(), news::longestSession);
    const auto longer = arrived(news::SessionKept{core::Secret(QByteArray(news::longestSession + 1, 'x'))});
    QVERIFY(longer);
    QVERIFY(std::get<news::SessionKept>(*longer).session.isEmpty());
}

void TestBrowserNews::newsInPiecesAreOne()
{
    const QByteArray bytes = news::encode(news::TitleChanged{u"Acme"_s}) + news::encode(news::Progressed{7});
    core::BrowserFrameReader reader(news::longestNews);
    int count = 0;
    for (const char byte : bytes) {
        reader.feed(QByteArrayView(&byte, 1));
        while (const auto frame = reader.next())
            count += news::decode(*frame) ? 1 : 0;
    }
    QCOMPARE(count, 2);
    QVERIFY(!reader.isBroken());
}

void TestBrowserNews::anyBytesAreReadWithoutHarm()
{
    QRandomGenerator random(20'240'417);
    const QByteArray good = news::encode(news::OriginChanged{QUrl(u"https://login.acme.example"_s)})
        + news::encode(news::Failed{core::PageFailure::Proxy, u"proxy"_s});
    int understood = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        for (int changes = 0; changes < 3; ++changes)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        core::BrowserFrameReader reader(news::longestNews);
        reader.feed(bytes);
        while (const auto frame = reader.next()) {
            const auto said = news::decode(*frame);
            understood += said ? 1 : 0;
            if (const auto *origin = said ? std::get_if<news::OriginChanged>(&*said) : nullptr)
                QVERIFY(origin->origin.path().isEmpty() && origin->origin.userInfo().isEmpty());
        }
    }
    QVERIFY(understood > 0);
}

QTEST_GUILESS_MAIN(TestBrowserNews)
#include "tst_browsernews.moc"
