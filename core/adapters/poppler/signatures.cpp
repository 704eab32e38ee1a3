// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/signatures.h"

#include "core/adapters/poppler/places.h"

#include <poppler-form.h>
#include <poppler-qt6.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using Info = Poppler::SignatureValidationInfo;

// Poppler would look for certificates in the browser's profile below the user's home, and Poppler::setNSSDir() takes
// none but a folder that has some. Where there is no home it goes without.
class WithoutHome
{
public:
    WithoutHome()
        : m_home(qgetenv("HOME"))
    {
        qputenv("HOME", "/nonexistent");
    }
    WithoutHome(const WithoutHome &) = delete;
    WithoutHome &operator=(const WithoutHome &) = delete;
    ~WithoutHome() { qputenv("HOME", m_home); } // fonts are looked for there as well

private:
    QByteArray m_home;
};

bool wasMade(const Poppler::FormFieldSignature &field)
{
    return field.signatureType() != Poppler::FormFieldSignature::UnsignedSignature;
}

SignatureFact::State stateOf(const Info &info)
{
    using State = SignatureFact::State;
    switch (info.signatureStatus()) {
    case Info::SignatureValid:
        return info.signsTotalDocument() ? State::Intact : State::Extended;
    case Info::SignatureDigestMismatch:
        return State::Changed;
    case Info::SignatureInvalid:
        return State::Invalid;
    default:
        return State::Unreadable;
    }
}

QString hashName(Info::HashAlgorithm algorithm)
{
    switch (algorithm) {
    case Info::HashAlgorithmMd2:
        return u"MD2"_s;
    case Info::HashAlgorithmMd5:
        return u"MD5"_s;
    case Info::HashAlgorithmSha1:
        return u"SHA-1"_s;
    case Info::HashAlgorithmSha224:
        return u"SHA-224"_s;
    case Info::HashAlgorithmSha256:
        return u"SHA-256"_s;
    case Info::HashAlgorithmSha384:
        return u"SHA-384"_s;
    case Info::HashAlgorithmSha512:
        return u"SHA-512"_s;
    case Info::HashAlgorithmUnknown:
        break;
    }
    return {};
}

SignatureFact factOf(const Poppler::FormFieldSignature &field)
{
    // What Poppler finds out of the certificate's trust is of no use without the user's stores, but only with the first
    // option does it say what stands in the certificate. Without the second it would ask for revocations.
    const int options = Poppler::FormFieldSignature::ValidateVerifyCertificate
        | Poppler::FormFieldSignature::ValidateWithoutOCSPRevocationCheck;
    const Info info = field.validate(options, QDateTime::currentDateTimeUtc());
    SignatureFact fact;
    fact.state = stateOf(info);
    fact.signer = shortened(info.signerName());
    fact.signerDetails = shortened(info.signerSubjectDN());
    fact.reason = shortened(info.reason());
    fact.location = shortened(info.location());
    fact.hash = hashName(info.hashAlgorithm());
    if (info.signingTime() > 0)
        fact.signedAt = QDateTime::fromSecsSinceEpoch(info.signingTime(), Qt::UTC);
    const Poppler::CertificateInfo certificate = info.certificateInfo();
    if (!certificate.isNull()) {
        fact.issuer = shortened(certificate.issuerInfo(Poppler::CertificateInfo::CommonName));
        const QString subject = certificate.subjectInfo(Poppler::CertificateInfo::DistinguishedName);
        fact.isSelfSigned =
            !subject.isEmpty() && subject == certificate.issuerInfo(Poppler::CertificateInfo::DistinguishedName);
        fact.validFrom = certificate.validityStart();
        fact.validUntil = certificate.validityEnd();
    }
    return fact;
}

} // namespace

int signatureCount(const Poppler::Document &document)
{
    const auto fields = document.signatures();
    const auto made = std::count_if(fields.begin(), fields.end(), [](const auto &field) { return wasMade(*field); });
    return static_cast<int>(std::min<qsizetype>(made, bounds::mostSignatures));
}

std::vector<SignatureFact> signaturesOf(const Poppler::Document &document, const StopCheck &stop)
{
    const WithoutHome noCertificates;
    std::vector<SignatureFact> facts;
    for (const auto &field : document.signatures()) {
        if ((stop && stop()) || facts.size() >= static_cast<std::size_t>(bounds::mostSignatures))
            break;
        if (wasMade(*field))
            facts.push_back(factOf(*field));
    }
    return facts;
}

} // namespace core
