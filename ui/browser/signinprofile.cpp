// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/signinprofile.h"

#include "ui/signin/pagelanguages.h"

#include <QQuickWindow>
#include <QSslCertificate>
#include <QSslKey>
#include <QWebEngineClientCertificateStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineNotification>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInfo>

namespace ui {
namespace {

void turnOff(QWebEngineSettings &settings)
{
    using enum QWebEngineSettings::WebAttribute;
    for (const auto attribute :
         {PdfViewerEnabled, NavigateOnDropEnabled, LocalContentCanAccessFileUrls, LocalContentCanAccessRemoteUrls,
          PluginsEnabled, ScreenCaptureEnabled, JavascriptCanAccessClipboard, JavascriptCanPaste,
          JavascriptCanOpenWindows, FullScreenSupportEnabled, HyperlinkAuditingEnabled, AllowRunningInsecureContent,
          AllowGeolocationOnInsecureOrigins, AllowWindowActivationFromJavaScript, AutoLoadIconsForPage,
          TouchIconsEnabled, DnsPrefetchEnabled, ErrorPageEnabled})
        settings.setAttribute(attribute, false);
    settings.setAttribute(PlaybackRequiresUserGesture, true);
    settings.setAttribute(WebRTCPublicInterfacesOnly, true);
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

// Qt takes a key with its kind, which a PKCS#8 text has inside only.
QSslKey keyOf(const core::ClientCertificate &certificate)
{
    const QSslKey rsa(certificate.key.reveal(), QSsl::Rsa);
    return rsa.isNull() ? QSslKey(certificate.key.reveal(), QSsl::Ec) : rsa;
}

} // namespace

std::shared_ptr<void> startEngine()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    return std::make_shared<QWebEngineProfile>();
}

AddressFilter::AddressFilter(AddressRules rules)
    : m_rules(std::move(rules))
{
}

void AddressFilter::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const auto type = info.resourceType();
    const bool isPage = type == QWebEngineUrlRequestInfo::ResourceTypeMainFrame
        || type == QWebEngineUrlRequestInfo::ResourceTypeSubFrame;
    const QUrl url = info.requestUrl();
    if (type == QWebEngineUrlRequestInfo::ResourceTypeScript)
        emit scriptRequested(url);
    if (!(isPage ? m_rules.mayNavigate(url) : m_rules.mayLoad(url)))
        info.block(true);
}

std::unique_ptr<QWebEngineProfile> makeSignInProfile(AddressFilter &filter, const core::ClientCertificate &certificate,
                                                     const QStringList &languages)
{
    // A login form needs no graphics card, and a driver that hangs is no concern of it.
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    auto profile = std::make_unique<QWebEngineProfile>(); // without a name: off the record
    Q_ASSERT(profile->isOffTheRecord());
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    profile->setSpellCheckEnabled(false);
    profile->setHttpAcceptLanguage(acceptLanguage(languages));
    profile->setUrlRequestInterceptor(&filter);
    profile->setNotificationPresenter(
        [](std::unique_ptr<QWebEngineNotification> notification) { notification->close(); });
    QObject::connect(profile.get(), &QWebEngineProfile::downloadRequested, profile.get(),
                     [](QWebEngineDownloadRequest *download) { download->cancel(); });
    turnOff(*profile->settings());
    if (!certificate.isEmpty())
        profile->clientCertificateStore()->add(QSslCertificate(certificate.chain.front(), QSsl::Der),
                                               keyOf(certificate));
    return profile;
}

} // namespace ui
