// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

// What strangers send, each kind with the function that reads it. A run ends the program when it finds something that
// must never be: it is a fuzzer's finding, under any build.
namespace fuzz {

void loopback(const QByteArray &input);
void jwt(const QByteArray &input);
void jwks(const QByteArray &input);
void discovery(const QByteArray &input);
void tokenResponse(const QByteArray &input);
void backChannel(const QByteArray &input);
void profile(const QByteArray &input);

struct Entry {
    const char *name; // of its corpus, too
    void (*run)(const QByteArray &input);
};

inline constexpr std::array entries{
    Entry{"loopback", loopback},
    Entry{"jwt", jwt},
    Entry{"jwks", jwks},
    Entry{"discovery", discovery},
    Entry{"tokenresponse", tokenResponse},
    Entry{"backchannel", backChannel},
    Entry{"profile", profile},
};

} // namespace fuzz
