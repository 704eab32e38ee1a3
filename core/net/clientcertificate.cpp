// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clientcertificate.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

struct Named {
    CertificateTrouble trouble;
    QLatin1StringView words; // no two of them begin alike
};

constexpr std::array named{
    Named{CertificateTrouble::Missing, "no such file"_L1},
    Named{CertificateTrouble::Unreadable, "file not readable"_L1},
    Named{CertificateTrouble::NotACertificate, "no certificate in"_L1},
    Named{CertificateTrouble::NoKey, "no usable private key in"_L1},
    Named{CertificateTrouble::OtherKey, "the private key is another certificate's"_L1},
    Named{CertificateTrouble::NoPassphrase, "no passphrase in the keychain under"_L1},
    Named{CertificateTrouble::WrongPassphrase, "wrong passphrase in the keychain under"_L1},
    Named{CertificateTrouble::NotYetValid, "not yet valid"_L1},
    Named{CertificateTrouble::Expired, "expired"_L1},
    Named{CertificateTrouble::Demanded, "demanded by"_L1},
    Named{CertificateTrouble::Refused, "refused by"_L1},
};

constexpr auto prefix = "client_certificate: "_L1;

} // namespace

Error certificateError(CertificateTrouble trouble, const QString &subject)
{
    const auto *const words = std::ranges::find(named, trouble, &Named::trouble);
    return {ErrorCode::ClientCertificate, prefix + words->words + ": "_L1 + subject};
}

std::optional<CertificateProblem> certificateProblem(const Error &error)
{
    if (error.code != ErrorCode::ClientCertificate || !error.detail.startsWith(prefix))
        return std::nullopt;
    const QString detail = error.detail.sliced(prefix.size());
    for (const auto &[trouble, words] : named) {
        if (detail.startsWith(words + ": "_L1))
            return CertificateProblem{trouble, detail.sliced(words.size() + 2)};
    }
    return std::nullopt;
}

} // namespace core
