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
public:
    FormBrowser();

    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override { isOpen = false; }

    QHash<QString, QString> answers; // by the name of a field
    bool cancels = false; // submits the last form of a page (the way out) instead of the first
    bool isOpen = false;
    QList<QUrl> visited;
    QByteArray lastPage; // what the loopback listener showed

private:
    void visit(const QUrl &url, const QByteArray &method = "GET", const QByteArray &body = {});
    void arrived(const QUrl &url, int status, const QByteArray &location, const QByteArray &page);
    void submitForm(const QUrl &page, const QString &html);

    QNetworkAccessManager m_network;
    QUrl m_redirect;
};
