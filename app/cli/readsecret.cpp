// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/readsecret.h"

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr qsizetype largestSecret = 64 * 1024;
constexpr char interrupted = '\x03';

#ifdef Q_OS_UNIX
// A terminal that shows nothing of what is typed, as long as this lives. Ctrl+C ends the line instead of the program,
// which would leave the terminal mute.
class Unseen
{
public:
    Unseen()
    {
        m_isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios mute = m_before;
        mute.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        mute.c_cc[VEOL] = static_cast<cc_t>(interrupted);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &mute);
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;
    ~Unseen()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal = false;
};
#else
class Unseen
{
public:
    [[nodiscard]] bool isTerminal() const { return false; }
};
#endif

QByteArray readInput(bool oneLine)
{
    QByteArray bytes;
    bytes.reserve(largestSecret + 2); // no copy is left behind by growing
    int c = 0;
    while (bytes.size() <= largestSecret && (c = std::getc(stdin)) != EOF) {
        if (oneLine && c == '\n')
            break;
        bytes += static_cast<char>(c);
        if (oneLine && c == interrupted)
            break;
    }
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

} // namespace

core::Result<core::Secret> readSecret(const QString &prompt)
{
    const Unseen unseen;
    if (unseen.isTerminal()) {
        std::fputs(qPrintable(prompt), stderr);
        std::fflush(stderr);
    }
    std::setvbuf(stdin, nullptr, _IONBF, 0); // nor in a buffer of the library's
    core::Secret secret(readInput(unseen.isTerminal()));
    if (unseen.isTerminal())
        std::fputc('\n', stderr);
    if (secret.reveal().endsWith(interrupted))
        return core::fail(core::ErrorCode::Cancelled);
    if (secret.isEmpty())
        return core::fail(core::ErrorCode::InvalidInput, u"the secret is empty"_s);
    if (secret.reveal().size() > largestSecret)
        return core::fail(core::ErrorCode::InvalidInput, u"the secret is larger than 64 KiB"_s);
    return secret;
}

} // namespace app
