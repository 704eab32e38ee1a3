// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/unseenbrowser.h"

#include "core/base/answer.h"
#include "tests/support/fakepages.h"
#include "tests/support/noproxies.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::Secret;

namespace {

const QUrl start(u"https://op.example/authorize?prompt=none"_s);
const QUrl redirect(u"http://127.0.0.1:4000/cb"_s);

class OneCertificate final : public core::ClientCertificates
{
public:
    [[nodiscard]] core::Async<core::ClientCertificate> open(const core::CertificateFiles &) override
    {
        return answer.future();
    }

    core::Answer<core::ClientCertificate> answer;
};

core::ProviderProfile acme()
{
    core::ProviderProfile profile;
    profile.id = u"acme"_s;
    profile.issuer = u"https://op.example"_s;
    return profile;
}

core::ProviderProfile acmeWithCertificate()
{
    core::ProviderProfile profile = acme();
    profile.certificate.certificate = u"client.pem"_s;
    return profile;
}

} // namespace

class TestUnseenBrowser : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_pages.orders.clear();
        m_certificates = std::make_unique<OneCertificate>();
        m_sessions.clear();
        m_proxies.logins = {{u"proxy.example"_s, {u"ann"_s, Secret("p")}}};
        m_browser = std::make_unique<core::UnseenBrowser>(m_pages, *m_certificates, m_proxies, m_sessions);
    }
    void cleanup() { m_browser.reset(); }

    void itsPageIsInNoWindowAndBeginsWithNothing()
    {
        m_browser->serve(acme());
        m_browser->open(start, redirect);
        QCOMPARE(m_pages.orders.size(), 1U);
        const core::PageOrder &order = m_pages.orders.front();
        QCOMPARE(order.start, start);
        QCOMPARE(order.redirect, redirect);
        QVERIFY(order.unseen);
        QVERIFY(!order.keepsSession);
        QVERIFY(order.session.isEmpty());
        QVERIFY(order.certificate.certificate.isEmpty());
        QVERIFY(order.proxies.contains(u"proxy.example"_s));
        m_browser->close();
        QVERIFY(!m_pages.page);
    }

    void whatTheProviderKnowsTheUserByGoesOnlyToItsOwnPage()
    {
        m_sessions = {{u"acme"_s, Secret("of acme")}, {u"other"_s, Secret("of another")}};
        core::ProviderProfile profile = acme();
        profile.keepSession = true;
        m_browser->serve(profile);
        m_browser->open(start, redirect);
        QVERIFY(m_pages.orders.back().keepsSession);
        QCOMPARE(m_pages.orders.back().session, Secret("of acme"));
        emit m_pages.page->sessionKept(Secret("newer"));
        QCOMPARE(m_sessions.value(u"acme"_s), Secret("newer"));
        QCOMPARE(m_sessions.value(u"other"_s), Secret("of another"));
    }

    void aPageThatFailsIsGivenUpAtOnce()
    {
        const QSignalSpy abandoned(m_browser.get(), &core::Browser::abandoned);
        m_browser->serve(acme());
        m_browser->open(start, redirect);
        emit m_pages.page->failed(core::PageFailure::Unreachable, u"op.example"_s);
        QCOMPARE(abandoned.size(), 1);
    }

    void itsCertificateIsShownToTheProvider()
    {
        m_browser->serve(acmeWithCertificate());
        m_browser->open(start, redirect);
        QVERIFY(m_pages.orders.empty()); // not before it is open
        m_certificates->answer.give(core::ClientCertificate{{"der"}, Secret("key"), {}});
        QTRY_COMPARE(m_pages.orders.size(), 1U);
        QVERIFY(m_pages.orders.front().certificate.isFor(u"op.example"_s));
    }

    void aCertificateThatDoesNotOpenEndsIt()
    {
        const QSignalSpy abandoned(m_browser.get(), &core::Browser::abandoned);
        m_browser->serve(acmeWithCertificate());
        m_browser->open(start, redirect);
        m_certificates->answer.give(core::fail(ErrorCode::NotFound));
        QTRY_COMPARE(abandoned.size(), 1);
        QVERIFY(m_pages.orders.empty());
    }

    void whatIsClosedBeforeItsCertificateIsOpenNeverBegins()
    {
        m_browser->serve(acmeWithCertificate());
        m_browser->open(start, redirect);
        m_browser->close();
        m_certificates->answer.give(core::ClientCertificate{{"der"}, Secret("key"), {}});
        QCoreApplication::processEvents();
        QVERIFY(m_pages.orders.empty());
    }

private:
    FakePages m_pages;
    std::unique_ptr<OneCertificate> m_certificates;
    NoProxies m_proxies;
    core::ProviderSessions m_sessions;
    std::unique_ptr<core::UnseenBrowser> m_browser;
};

QTEST_GUILESS_MAIN(TestUnseenBrowser)
#include "tst_unseenbrowser.moc"
