// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/formbrowser.h"

#include "core/identity/form.h"

#include <QFile>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(u"\\b%1=\"([^\"]*)\""_s.arg(name));
    QString value = pattern.match(tag).captured(1);
    return value.replace("&amp;"_L1, "&"_L1).replace("&quot;"_L1, "\""_L1).replace("&#39;"_L1, "'"_L1);
}

// What the button adds with which a person would send the form: the first that belongs to it.
core::FormFields buttonOf(const QString &form, const QString &page)
{
    static const QRegularExpression button(u"<button[^>]*>"_s);
    const QString id = attribute(form.left(form.indexOf(u'>') + 1), u"id"_s);
    auto inside = button.globalMatch(form);
    QString first = inside.hasNext() ? inside.next().captured() : QString();
    for (auto it = button.globalMatch(page); first.isEmpty() && !id.isEmpty() && it.hasNext();) {
        const QString tag = it.next().captured();
        if (attribute(tag, u"form"_s) == id)
            first = tag;
    }
    const QString name = attribute(first, u"name"_s);
    return name.isEmpty() ? core::FormFields() : core::FormFields{{name, attribute(first, u"value"_s)}};
}

class CookieFile final : public QNetworkCookieJar
{
public:
    explicit CookieFile(const QString &name)
        : m_file(name)
    {
        if (m_file.open(QIODevice::ReadOnly))
            setAllCookies(QNetworkCookie::parseCookies(m_file.readAll()));
        m_file.close();
    }
    ~CookieFile() override
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return;
        for (const QNetworkCookie &cookie : allCookies())
            m_file.write(cookie.toRawForm() + '\n');
    }
    CookieFile(const CookieFile &) = delete;
    CookieFile &operator=(const CookieFile &) = delete;

private:
    QFile m_file;
};

} // namespace

FormBrowser::FormBrowser()
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void FormBrowser::rememberIn(const QString &cookieFile)
{
    m_network.setCookieJar(new CookieFile(cookieFile));
}

void FormBrowser::open(const QUrl &start, const QUrl &redirect)
{
    isOpen = true;
    m_redirect = redirect;
    visit(start);
}

void FormBrowser::visit(const QUrl &url, const QByteArray &method, const QByteArray &body)
{
    visited += url;
    QNetworkRequest request(url);
    if (method == "POST")
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        arrived(reply->url(), reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->rawHeader("Location"), reply->readAll());
    });
}

void FormBrowser::arrived(const QUrl &url, int status, const QByteArray &location, const QByteArray &page)
{
    if (url.path() == m_redirect.path() && url.port() == m_redirect.port()) {
        lastPage = page;
        emit ended();
    } else if (status >= 300 && status < 400) {
        visit(url.resolved(QUrl::fromEncoded(location)));
    } else {
        submitForm(url, QString::fromUtf8(page));
    }
}

void FormBrowser::submitForm(const QUrl &page, const QString &html)
{
    static const QRegularExpression form(u"<form[^>]*>.*?</form>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression input(u"<input[^>]*>"_s);
    QStringList forms;
    for (auto it = form.globalMatch(html); it.hasNext();)
        forms += it.next().captured();
    if (forms.isEmpty()) { // an error page, or the last one: the user looks at it
        lastPage = html.toUtf8();
        emit ended();
        return;
    }
    const bool leaves = cancels || (refusesConsent && !html.contains("type=\"password\""_L1));
    const QString chosen = leaves ? forms.last() : forms.first();
    core::FormFields fields;
    for (auto it = input.globalMatch(chosen); it.hasNext();) {
        const QString tag = it.next().captured();
        const QString name = attribute(tag, u"name"_s);
        fields.emplace_back(name, answers.value(name, attribute(tag, u"value"_s)));
    }
    for (const auto &pressed : buttonOf(chosen, html))
        fields.push_back(pressed);
    visit(page.resolved(QUrl(attribute(chosen, u"action"_s))), "POST", core::encodeForm(fields));
}
