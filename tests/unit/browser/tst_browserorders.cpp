// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserorders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace orders = core::orders;

namespace {

std::optional<orders::Order> arrived(const orders::Order &order)
{
    core::BrowserFrameReader reader(orders::longestOrder);
    reader.feed(orders::encode(order));
    const auto frame = reader.next();
    return frame ? orders::decode(*frame) : std::nullopt;
}

orders::Open example()
{
    return {{QUrl(u"https://login.acme.example/authorize?state=s%2B1"_s),
             QUrl(u"http://127.0.0.1:4000/cb-1"_s),
             77,
             u"de-DE"_s,
             {u"de-DE"_s, u"en"_s},
             true},
            {{u"login.acme.example"_s, {QByteArray("\x30\x82\x00", 3)}}}};
}

} // namespace

class TestBrowserOrders : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsOrderedWithAllItNeeds()
    {
        const auto order = arrived(example());
        QVERIFY(order);
        const auto &open = std::get<orders::Open>(*order);
        QCOMPARE(open.page.start, example().page.start);
        QCOMPARE(open.page.redirect, example().page.redirect);
        QCOMPARE(open.page.window, quint64(77));
        QCOMPARE(open.page.locale, u"de-DE"_s);
        QCOMPARE(open.page.languages, QStringList({u"de-DE"_s, u"en"_s}));
        QVERIFY(open.page.dark);
        QCOMPARE(open.authorities, example().authorities);
    }

    void aPageInNoWindowGetsWhatAnEarlierOneLeft()
    {
        orders::Open unseen = example();
        unseen.page.unseen = true;
        unseen.page.keepsSession = true;
        unseen.page.session = core::Secret("sid=1");
        unseen.page.shortcuts = {u"Ctrl+Q"_s, u"Ctrl+Shift+B"_s};
        const auto order = arrived(unseen);
        QVERIFY(order);
        const core::PageOrder &page = std::get<orders::Open>(*order).page;
        QVERIFY(page.unseen && page.keepsSession);
        QCOMPARE(page.session, core::Secret("sid=1"));
        QCOMPARE(page.shortcuts, QStringList({u"Ctrl+Q"_s, u"Ctrl+Shift+B"_s}));
        QCOMPARE(std::get<orders::Open>(*order).authorities, example().authorities);
    }

    void theOthersArrive()
    {
        const auto place = arrived(orders::Place{QRect(1, 2, 300, 400), true});
        QVERIFY(place);
        QCOMPARE(std::get<orders::Place>(*place).area, QRect(1, 2, 300, 400));
        QVERIFY(std::get<orders::Place>(*place).visible);
        const auto focus = arrived(orders::GiveFocus{core::ProviderPage::Focus::Gone});
        QVERIFY(focus);
        QCOMPARE(std::get<orders::GiveFocus>(*focus).part, core::ProviderPage::Focus::Gone);
        QVERIFY(arrived(orders::Close{}));
    }

    void whatAnotherVersionSaysIsRefused()
    {
        QByteArray bytes = orders::encode(example());
        bytes[6] = static_cast<char>(bytes.at(6) + 1); // after length and kind comes the version, big end first
        core::BrowserFrameReader reader(orders::longestOrder);
        reader.feed(bytes);
        const auto frame = reader.next();
        QVERIFY(frame && !orders::decode(*frame));
    }

    void halfAnOrderIsNone()
    {
        core::BrowserFrameReader reader(orders::longestOrder);
        reader.feed(orders::encode(example()));
        auto frame = reader.next();
        QVERIFY(frame);
        const QByteArray whole = frame->body;
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!orders::decode({frame->kind, whole.left(size)}));
        QVERIFY(!orders::decode({frame->kind, whole + 'x'}));
        QVERIFY(!orders::decode({0, {}}));
        QVERIFY(!orders::decode({5, {}}));
        QVERIFY(!orders::decode({3, QByteArray("\x05")})); // a focus that there is not
    }
};

QTEST_GUILESS_MAIN(TestBrowserOrders)
#include "tst_browserorders.moc"
