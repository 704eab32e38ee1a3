// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/http.h"

#include <QJsonObject>
#include <QString>

namespace core {

// Whose token it has to be. A member that the answer leaves out (all but `active` are optional) is not held against it.
struct IntrospectionExpectation {
    QString issuer; // exact, or a template
    QString clientId;
    QString subject;
};

// The members of an introspection response (RFC 7662, 2.2). SignInRefused: the token is not active, or it is another
// issuer's, client's or user's. EndpointBusy, EndpointFailed: no such response.
[[nodiscard]] Result<QJsonObject> parseIntrospection(const HttpResponse &response,
                                                     const IntrospectionExpectation &expected);

} // namespace core
