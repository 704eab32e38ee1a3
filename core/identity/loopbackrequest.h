// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core {

// One HTTP request at the loopback listener, as far as a redirect needs it. Everything in it comes from strangers.
struct LoopbackRequest {
    QByteArray method;
    QByteArray path;
    QByteArray query; // still encoded
    QByteArray host;
    QByteArray body;
    QByteArray contentType; // lower case, without parameters
};

enum class LoopbackParse { Incomplete, Complete, Malformed };

inline constexpr qsizetype largestLoopbackRequest = 16 * 1024;

// Reads HTTP/1.0 and 1.1 strictly: no folded headers, no chunks, one Host, one Content-Length, no more than the limit.
[[nodiscard]] LoopbackParse parseLoopbackRequest(const QByteArray &bytes, LoopbackRequest &into);

} // namespace core
