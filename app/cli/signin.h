// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/identity/account.h"

#include <QJsonObject>

namespace app {

[[nodiscard]] Command signInCommand();
[[nodiscard]] Command signOutCommand();
[[nodiscard]] Command accountsCommand();
[[nodiscard]] Command profilesCommand();
[[nodiscard]] Command secretCommand();

// What scripts are told of an account; there is no token in it.
[[nodiscard]] QJsonObject accountJson(const core::Account &account);

// The exit code of an error on the way in or out: a sign-in that did not happen, for whatever reason, is one thing to a
// script.
[[nodiscard]] int failSignIn(const core::Error &error);

} // namespace app
