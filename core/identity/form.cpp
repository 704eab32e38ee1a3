// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"

#include <QStringDecoder>
#include <QUrl>

namespace core {
namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::optional<QString> decodeText(QByteArray text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text.at(at + 1)) || !isHexDigit(text.at(at + 2)))
            return std::nullopt;
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = utf8.decode(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    return utf8.hasError() ? std::nullopt : std::optional(decoded);
}

} // namespace

QByteArray encodeForm(const FormFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (value.isEmpty())
            continue;
        if (!form.isEmpty())
            form += '&';
        form += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

std::optional<DecodedForm> decodeForm(const QByteArray &form)
{
    DecodedForm decoded;
    for (const QByteArray &field : form.split('&')) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        const auto name = decodeText(equals < 0 ? field : field.left(equals));
        const auto value = decodeText(equals < 0 ? QByteArray() : field.mid(equals + 1));
        if (!name || !value)
            return std::nullopt;
        if (decoded.fields.contains(*name))
            decoded.twice += *name;
        else
            decoded.fields.insert(*name, *value);
    }
    return decoded;
}

} // namespace core
