// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSet>
#include <QStringList>

// A browser without a screen or a user: follows redirects, keeps cookies, fills the forms it meets with what the test
// gives it, and posts the one form of a form_post answer. Good for plain pages only.
class FormBrowser final : public core::Browser
{
    Q_OBJECT

public:
    FormBrowser();

    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override { isOpen = false; }

    // Keeps its cookies in this file, as a browser does that is started again.
    void rememberIn(const QString &cookieFile);

    QHash<QString, QString> answers; // by the name of a field
    bool cancels = false; // submits the last form of a page (the way out) instead of the first
    bool refusesConsent = false; // the same where no password is asked for
    bool isOpen = false;
    QList<QUrl> visited;
    QByteArray lastPage; // what the loopback listener showed, or a page of the provider's that has no form

signals:
    void ended(); // nothing to follow or to fill in any more

private:
    void visit(const QUrl &url, const QByteArray &method = "GET", const QByteArray &body = {});
    void arrived(const QUrl &url, int status, const QByteArray &location, const QByteArray &page);
    void submitForm(const QUrl &page, const QString &html);

    QNetworkAccessManager m_network;
    QUrl m_redirect;
};
