// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/certificatealert.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Alerts that only a certificate of ours can be the reason of.
constexpr std::array alerts{
    "alert certificate required"_L1, "alert bad certificate"_L1,     "alert unsupported certificate"_L1,
    "alert certificate revoked"_L1,  "alert certificate expired"_L1, "alert certificate unknown"_L1,
    "alert unknown ca"_L1,           "alert access denied"_L1,
};

} // namespace

std::optional<CertificateTrouble> certificateTrouble(const QString &words, bool shown)
{
    const bool isAlert =
        std::ranges::any_of(alerts, [&words](auto alert) { return words.contains(alert, Qt::CaseInsensitive); });
    // Before TLS 1.3 there is no alert of its own for a certificate that did not come, and Qt does not say whether one
    // was asked for; no common cipher sounds the same, but is rare.
    const bool isSilence = !shown && words.contains("alert handshake failure"_L1, Qt::CaseInsensitive);
    if (!isAlert && !isSilence)
        return std::nullopt;
    return shown ? CertificateTrouble::Refused : CertificateTrouble::Demanded;
}

bool isCertificateWanted(int status, const QByteArray &body)
{
    return status == 400
        && (body.contains("No required SSL certificate was sent") || body.contains("The SSL certificate error"));
}

} // namespace core
