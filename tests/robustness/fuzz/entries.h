// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

// What strangers send, each kind with the function that reads it. A run ends the program when it finds something that
// must never be: it is a fuzzer's finding, under any build.
namespace fuzz {

// Ends the program when it does not hold.
void demand(bool holds);
// No line break, no control or formatting character: fit for a line of a terminal or a log.
[[nodiscard]] bool isOneVisibleLine(const QString &text);

void loopback(const QByteArray &input);
void jwt(const QByteArray &input);
void jwks(const QByteArray &input);
void discovery(const QByteArray &input);
void tokenResponse(const QByteArray &input);
void backChannel(const QByteArray &input);
void profile(const QByteArray &input);
void import(const QByteArray &input); // other programs' files that a profile is made of
void connection(const QByteArray &input);
void keychain(const QByteArray &input); // what an entry of the keychain holds: a session, a key
void browserNews(const QByteArray &input);
void workerQuestions(const QByteArray &input); // out of the page worker's socket, on its side
void workerAnswers(const QByteArray &input); // and on the program's: a document may have taken the worker over
void jpegPicture(const QByteArray &input);
void faxPicture(const QByteArray &input);

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
    Entry{"import", import},
    Entry{"connection", connection},
    Entry{"keychain", keychain},
    Entry{"browsernews", browserNews},
    Entry{"workerquestions", workerQuestions},
    Entry{"workeranswers", workerAnswers},
    Entry{"jpegpicture", jpegPicture},
    Entry{"faxpicture", faxPicture},
};

} // namespace fuzz
