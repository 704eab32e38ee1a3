// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/names.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

template<typename Enum>
struct Named {
    Enum value;
    QLatin1StringView name;
};

constexpr std::array types{
    Named{ValueType::String, "string"_L1},   Named{ValueType::Number, "number"_L1},
    Named{ValueType::Money, "money"_L1},     Named{ValueType::Date, "date"_L1},
    Named{ValueType::Boolean, "boolean"_L1}, Named{ValueType::Iban, "iban"_L1},
    Named{ValueType::VatId, "vat_id"_L1},    Named{ValueType::Currency, "currency"_L1},
    Named{ValueType::Email, "email"_L1},     Named{ValueType::Phone, "phone"_L1},
};

constexpr std::array kinds{
    Named{DocumentKind::Native, "native"_L1},
    Named{DocumentKind::Scan, "scan"_L1},
    Named{DocumentKind::Mixed, "mixed"_L1},
    Named{DocumentKind::Image, "image"_L1},
};

constexpr std::array sources{
    Named{TextSource::TextLayer, "text-layer"_L1},
    Named{TextSource::Ocr, "ocr"_L1},
    Named{TextSource::EmbeddedXml, "embedded-xml"_L1},
    Named{TextSource::FormField, "form-field"_L1},
    Named{TextSource::Model, "model"_L1},
};

constexpr std::array matches{
    Named{MatchKind::Exact, "exact"_L1},
    Named{MatchKind::Normalised, "normalised"_L1},
    Named{MatchKind::Fuzzy, "fuzzy"_L1},
};

constexpr std::array statuses{
    Named{FieldStatus::Accepted, "accepted"_L1},   Named{FieldStatus::Review, "review"_L1},
    Named{FieldStatus::Missing, "missing"_L1},     Named{FieldStatus::NotOnPage, "not_on_page"_L1},
    Named{FieldStatus::Ambiguous, "ambiguous"_L1}, Named{FieldStatus::Corrected, "corrected"_L1},
    Named{FieldStatus::Approved, "approved"_L1},
};

constexpr std::array codes{
    Named{ErrorCode::Internal, "internal"_L1},
    Named{ErrorCode::Cancelled, "cancelled"_L1},
    Named{ErrorCode::InvalidInput, "invalid_input"_L1},
    Named{ErrorCode::NotFound, "not_found"_L1},
    Named{ErrorCode::AccessDenied, "access_denied"_L1},
    Named{ErrorCode::Storage, "storage"_L1},
    Named{ErrorCode::NotADocument, "not_a_document"_L1},
    Named{ErrorCode::BrokenDocument, "broken_document"_L1},
    Named{ErrorCode::PasswordNeeded, "password_needed"_L1},
    Named{ErrorCode::Timeout, "timeout"_L1},
    Named{ErrorCode::LimitReached, "limit_reached"_L1},
    Named{ErrorCode::WorkerLost, "worker_lost"_L1},
    Named{ErrorCode::Network, "network"_L1},
    Named{ErrorCode::SignInNeeded, "sign_in_needed"_L1},
    Named{ErrorCode::SignInRefused, "sign_in_refused"_L1},
    Named{ErrorCode::EndpointRefused, "endpoint_refused"_L1},
    Named{ErrorCode::EndpointBusy, "endpoint_busy"_L1},
    Named{ErrorCode::EndpointFailed, "endpoint_failed"_L1},
    Named{ErrorCode::SecretMissing, "secret_missing"_L1},
    Named{ErrorCode::KeychainUnavailable, "keychain_unavailable"_L1},
    Named{ErrorCode::ClientCertificate, "client_certificate"_L1},
    Named{ErrorCode::ProxyLogin, "proxy_login"_L1},
};

template<typename Enum, size_t N>
QString nameIn(const std::array<Named<Enum>, N> &table, Enum value)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Named<Enum> &entry) { return entry.value == value; });
    return found == table.end() ? QString() : QString(found->name);
}

template<typename Enum, size_t N>
std::optional<Enum> valueIn(const std::array<Named<Enum>, N> &table, const QString &name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Named<Enum> &entry) { return entry.name == name; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

QString toString(FieldStatus status)
{
    return nameIn(statuses, status);
}

QString toString(ErrorCode code)
{
    return nameIn(codes, code);
}

namespace names {

QString of(ValueType type)
{
    return nameIn(types, type);
}

QString of(DocumentKind kind)
{
    return nameIn(kinds, kind);
}

QString of(TextSource source)
{
    return nameIn(sources, source);
}

QString of(MatchKind match)
{
    return nameIn(matches, match);
}

std::optional<ValueType> valueType(const QString &name)
{
    return valueIn(types, name);
}

std::optional<DocumentKind> documentKind(const QString &name)
{
    return valueIn(kinds, name);
}

std::optional<TextSource> textSource(const QString &name)
{
    return valueIn(sources, name);
}

std::optional<MatchKind> matchKind(const QString &name)
{
    return valueIn(matches, name);
}

std::optional<FieldStatus> fieldStatus(const QString &name)
{
    return valueIn(statuses, name);
}

std::optional<ErrorCode> errorCode(const QString &name)
{
    return valueIn(codes, name);
}

} // namespace names
} // namespace core
