// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sentsecrets.h"

#include "core/net/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype shortest = 4; // what is looked for inside of words
constexpr qsizetype shortestRun = 6; // of base64 in a longer one
constexpr qsizetype shortestEnd = 3; // of one that was cut off

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

bool speaksOfASecret(const QByteArray &name)
{
    static const QByteArrayList harmless{"token_type_hint", "client_assertion_type", "code_challenge_method",
                                         "subject_token_type", "requested_token_type"};
    static const QByteArrayList words{"secret", "passw", "token", "key",      "assertion",
                                      "code",   "state", "nonce", "verifier", "credential"};
    const QByteArray lower = name.toLower();
    const auto isIn = [&lower](const QByteArray &word) { return lower.contains(word); };
    return lower == "request" || (!harmless.contains(lower) && std::ranges::any_of(words, isIn));
}

bool isHarmlessHeader(const QByteArray &name)
{
    static const QByteArrayList harmless{"accept", "content-type", "content-length", "user-agent"};
    return harmless.contains(name.toLower());
}

QString escapedForJson(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(2, array.size() - 4)); // ["..."]
}

// Base64 of the secret inside of something longer: the characters that depend on its bytes alone, for each of the three
// places where it can begin.
void addBase64(const QByteArray &secret, QStringList &shapes)
{
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray bytes = QByteArray(before, 'x') + secret;
        const qsizetype from = (before * 8 + 5) / 6;
        const qsizetype to = bytes.size() * 8 / 6;
        if (to - from < shortestRun)
            continue;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            shapes += QString::fromLatin1(bytes.toBase64(alphabet).sliced(from, to - from));
    }
}

QStringList shapesOf(const Secret &secret)
{
    const QByteArray &bytes = secret.reveal();
    const QString text = QString::fromUtf8(bytes);
    const QByteArray percent = bytes.toPercentEncoding();
    const QByteArray form = QByteArray(percent).replace("%20", "+");
    const QString json = escapedForJson(text);
    QStringList shapes{text,
                       text.simplified(),
                       QString::fromLatin1(percent),
                       QString::fromLatin1(form),
                       QString::fromLatin1(percent.toPercentEncoding()),
                       json,
                       QString(json).replace(u'/', "\\/"_L1),
                       text.toHtmlEscaped(),
                       QString::fromLatin1(bytes.toHex())};
    addBase64(bytes, shapes);
    addBase64(percent, shapes); // as HTTP Basic wants it of a client: RFC 6749, 2.3.1
    addBase64(form, shapes);
    shapes.removeIf([](const QString &shape) { return shape.size() < shortest; });
    return shapes;
}

QString withoutBeginning(const QString &cut, const QStringList &shapes)
{
    qsizetype longest = 0;
    for (const QString &shape : shapes) {
        for (qsizetype size = std::min(shape.size() - 1, cut.size()); size >= shortestEnd && size > longest; --size) {
            if (cut.endsWith(QStringView(shape).left(size), Qt::CaseInsensitive))
                longest = size;
        }
    }
    return cut.chopped(longest);
}

} // namespace

void SentSecrets::add(const Secret &secret)
{
    if (!secret.reveal().trimmed().isEmpty())
        m_secrets.push_back(secret);
}

void SentSecrets::add(const HttpRequest &request)
{
    addFields(request.url.query(QUrl::FullyEncoded).toLatin1());
    for (const auto &[name, value] : request.headers) {
        if (name.toLower() == "content-type" && value.startsWith("application/x-www-form-urlencoded"))
            addFields(request.body);
        if (isHarmlessHeader(name))
            continue;
        add(Secret(value));
        const QByteArray credentials = value.sliced(value.indexOf(' ') + 1); // after the scheme
        add(Secret(credentials));
        if (!value.toLower().startsWith("basic "))
            continue;
        const QByteArray pair = QByteArray::fromBase64(credentials);
        const QByteArray password = pair.sliced(pair.indexOf(':') + 1);
        add(Secret(pair));
        add(Secret(password));
        add(Secret(decoded(password))); // RFC 6749, 2.3.1
    }
}

void SentSecrets::addFields(const QByteArray &form)
{
    for (const QByteArray &field : form.split('&')) {
        const qsizetype equals = field.indexOf('=');
        if (equals > 0 && speaksOfASecret(decoded(field.left(equals))))
            add(Secret(decoded(field.sliced(equals + 1))));
    }
}

QString SentSecrets::takenOutOf(const QString &text) const
{
    QString rest = text;
    QStringList shapes;
    for (const Secret &secret : m_secrets) {
        shapes += shapesOf(secret);
        const QString word = QString::fromUtf8(secret.reveal());
        if (word.size() < shortest)
            rest.replace(QRegularExpression("(?<!\\w)"_L1 + QRegularExpression::escape(word) + "(?!\\w)"_L1), u"…"_s);
    }
    std::ranges::sort(shapes, std::greater(), &QString::size);
    for (const QString &shape : shapes)
        rest.replace(shape, u"…"_s, Qt::CaseInsensitive);
    return rest.endsWith(u'…') ? withoutBeginning(rest.chopped(1), shapes) + u'…' : rest;
}

Error SentSecrets::takenOutOf(Error error) const
{
    error.detail = takenOutOf(error.detail);
    return error;
}

} // namespace core
