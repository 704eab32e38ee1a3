// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientcertificate.h"
#include "core/net/proxylogin.h"

#include <QObject>
#include <QRect>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace core {

// Why the provider's page is not there.
enum class PageFailure : quint8 {
    NotFound = 1, // no such server, or no network
    Unreachable,
    Certificate, // the server's, which is not taken; what is wrong with it is none of the next five
    CertificateExpired,
    CertificateEarly, // not valid yet, or this computer's clock is wrong
    CertificateName, // of another host
    CertificateAuthority, // from one that neither the system nor the profile knows
    CertificateRevoked,
    ClientCertificate, // the server broke off for want of one, or because of the one that it got
    Proxy, // it wants a name and a password
    ProxyTold, // and did not take those that it was told
    Elsewhere, // the page leads to what is not opened
    Crashed,
    Watched, // the engine could be looked into: a debugging port, dangerous switches
    NoSandbox, // the system's administrator, with whose rights no page is opened
    NoProgram, // the browser is not installed, or does not start
};
inline constexpr auto lastPageFailure = PageFailure::NoProgram;

// The server could not prove who it is.
[[nodiscard]] constexpr bool isOfServerCertificate(PageFailure failure)
{
    return failure >= PageFailure::Certificate && failure <= PageFailure::CertificateRevoked;
}

// Authorities that count besides the system's: for these hosts alone.
struct HostAuthorities {
    QStringList hosts;
    QString file; // PEM; empty: none
};

// What page to show, and where.
struct PageOrder {
    QUrl start;
    QUrl redirect; // the one loopback address that it may end at
    quint64 window = 0; // of this program's, to show the page in (X11); 0: in a window of the browser's own
    QString locale; // of the browser's own texts, BCP 47
    QStringList languages; // for the provider
    bool dark = false; // the browser's own parts, never the page
    HostCertificate certificate = {}; // shown to its hosts when they ask for one; nobody else sees it
    KnownProxies proxies = {}; // told to them when they ask, before what the environment says
    bool unseen = false; // in no window at all
    bool keepsSession = false; // when it is closed, sessionKept() says what an `unseen` page would be known by
    Secret session = {}; // of a page before this one, as sessionKept() said it
    // Keys that are the window's whatever the page would do with them (QKeySequence::PortableText, one each).
    QStringList shortcuts = {};
    HostAuthorities authorities = {};
};

// One provider's page in a browser that is a process of its own. What it says is about strangers' pages, and may be a
// lie where one has taken it over: values are checked and short, and nothing happens but what a signal's receiver does.
class ProviderPage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The part of the page that had it, its first or last one, or none: the window takes it back.
    enum class Focus : quint8 { Kept = 1, First, Last, Gone };

    virtual void place(const QRect &area, bool visible) = 0; // pixels of the screen, within the window
    virtual void giveFocus(Focus part) = 0;
    // It is wiped, and its process gone, soon after; it says nothing more but sessionKept(), and deletes itself.
    virtual void close() = 0;

signals:
    void originChanged(const QUrl &origin); // http or https, host and port, nothing else
    void titleChanged(const QString &title);
    void progressed(int percent); // 100: nothing is loading
    void failed(core::PageFailure failure, const QString &host); // the page is gone
    void addressRefused(const QString &where); // an origin, or a scheme with its colon
    void ledNowhere(); // it was left for something that is not opened, and stays
    void popupRefused();
    void passkeySeen(); // once: it may ask for one
    void passkeyAsked(); // once: it leaves nothing else to do, and there would be no answer
    void shortcutPressed(int index); // within the order's `shortcuts`
    void leaveRequested(); // Escape, or its own window was closed
    void focusTaken(); // by a click
    void focusLeft(bool forward); // by Tab
    void sessionKept(const core::Secret &session); // after close(), where it was ordered; nothing was left: empty
};

struct ClosePage {
    void operator()(ProviderPage *page) const { page->close(); }
};
using OpenProviderPage = std::unique_ptr<ProviderPage, ClosePage>;

// Where pages come from. Outlives them.
class ProviderPages
{
public:
    ProviderPages() = default;
    ProviderPages(const ProviderPages &) = delete;
    ProviderPages &operator=(const ProviderPages &) = delete;
    virtual ~ProviderPages() = default;

    // A page will be wanted soon, or will not after all: for a while what it takes is kept ready.
    virtual void prepare() { }
    virtual void dismiss() { }
    // At once; that it could not be started is said by failed().
    [[nodiscard]] virtual OpenProviderPage open(const PageOrder &order) = 0;
};

} // namespace core
