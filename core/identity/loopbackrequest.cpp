// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/loopbackrequest.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace core {
namespace {

struct Head {
    LoopbackRequest request;
    qsizetype bodySize = 0;
};

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool readRequestLine(const QByteArray &line, LoopbackRequest &request)
{
    const auto parts = line.split(' ');
    if (parts.size() != 3 || (parts.at(2) != "HTTP/1.1" && parts.at(2) != "HTTP/1.0"))
        return false;
    const QByteArray &target = parts.at(1);
    if (parts.at(0).isEmpty() || !target.startsWith('/') || !isPlain(parts.at(0)) || !isPlain(target)
        || target.contains('#'))
        return false;
    const qsizetype mark = target.indexOf('?');
    request.method = parts.at(0);
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return true;
}

bool readLength(const QByteArray &value, std::optional<qsizetype> &length)
{
    const bool digits = !value.isEmpty() && value.size() < 10
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || length)
        return false;
    length = value.toLongLong();
    return true;
}

std::optional<Head> readHead(const QByteArray &bytes)
{
    Head head;
    std::optional<qsizetype> length;
    const auto lines = bytes.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines.at(i).endsWith('\r'))
            return std::nullopt;
        const QByteArray line = lines.at(i).chopped(1);
        if (i == 0) {
            if (!readRequestLine(line, head.request))
                return std::nullopt;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isPlain(line.left(colon)))
            return std::nullopt;
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "transfer-encoding" || (name == "host" && !head.request.host.isEmpty()))
            return std::nullopt;
        if (name == "content-length" && !readLength(value, length))
            return std::nullopt;
        if (name == "host")
            head.request.host = value.toLower();
        else if (name == "content-type")
            head.request.contentType = value.split(';').first().trimmed().toLower();
    }
    head.bodySize = length.value_or(0);
    return head;
}

} // namespace

LoopbackParse parseLoopbackRequest(const QByteArray &bytes, LoopbackRequest &into)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return bytes.size() >= largestLoopbackRequest ? LoopbackParse::Malformed : LoopbackParse::Incomplete;
    const auto head = readHead(bytes.left(end + 1));
    const qsizetype bodyStart = end + 4;
    if (!head || bodyStart + head->bodySize > largestLoopbackRequest)
        return LoopbackParse::Malformed;
    if (bytes.size() < bodyStart + head->bodySize)
        return LoopbackParse::Incomplete;
    into = head->request;
    into.body = bytes.mid(bodyStart, head->bodySize);
    return LoopbackParse::Complete;
}

} // namespace core
