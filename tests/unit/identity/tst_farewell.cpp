// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/farewell.h"
#include "tests/support/fakepages.h"
#include "tests/support/noproxies.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl logout(u"https://op.example/logout?id_token_hint=PLANTED"_s);

core::ProviderProfile acme()
{
    core::ProviderProfile profile;
    profile.id = u"acme"_s;
    profile.keepSession = true;
    return profile;
}

class NoCertificates final : public core::ClientCertificates
{
public:
    [[nodiscard]] core::Async<core::ClientCertificate> open(const core::CertificateFiles &) override
    {
        return core::ready<core::ClientCertificate>(core::fail(core::ErrorCode::NotFound));
    }
};

} // namespace

class TestFarewell : public QObject
{
    Q_OBJECT

private slots:
    void theProviderIsToldUnseen()
    {
        core::Farewell farewell(m_pages, m_certificates, m_proxies);
        farewell.visit(acme(), logout);
        QCOMPARE(m_pages.orders.back().start, logout);
        QVERIFY(m_pages.orders.back().unseen);
        QVERIFY(m_pages.orders.back().session.isEmpty());
        QVERIFY(m_pages.page);
    }

    void theProviderIsToldOfTheSessionThatWasKept()
    {
        core::Farewell farewell(m_pages, m_certificates, m_proxies);
        farewell.visit(acme(), logout, core::Secret("cookies"));
        QCOMPARE(m_pages.orders.back().session, core::Secret("cookies"));
        QVERIFY(!m_pages.orders.back().keepsSession);
    }

    void itsPageGoesAfterAWhile()
    {
        core::Farewell farewell(m_pages, m_certificates, m_proxies);
        farewell.setPatience(std::chrono::milliseconds(1));
        farewell.visit(acme(), logout);
        QVERIFY(m_pages.page);
        QTRY_VERIFY(!m_pages.page);
    }

    void aPageThatFailsGoesAtOnce()
    {
        core::Farewell farewell(m_pages, m_certificates, m_proxies);
        farewell.visit(acme(), logout);
        emit m_pages.page->failed(core::PageFailure::Unreachable, u"op.example"_s);
        QTRY_VERIFY(!m_pages.page);
    }

    void anotherProvidersGoodbyeDoesNotInterruptIt()
    {
        core::Farewell farewell(m_pages, m_certificates, m_proxies);
        farewell.visit(acme(), logout);
        const QPointer<FakePage> first = m_pages.page;
        farewell.visit(acme(), QUrl(u"https://other.example/logout"_s));
        QVERIFY(first && m_pages.page && first != m_pages.page);
    }

    void itEndsWithTheProgram()
    {
        auto farewell = std::make_unique<core::Farewell>(m_pages, m_certificates, m_proxies);
        farewell->visit(acme(), logout);
        farewell.reset();
        QVERIFY(!m_pages.page);
    }

private:
    FakePages m_pages;
    NoCertificates m_certificates;
    NoProxies m_proxies;
};

QTEST_GUILESS_MAIN(TestFarewell)
#include "tst_farewell.moc"
