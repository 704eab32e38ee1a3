// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandmatch.h"

namespace ui {

int commandMatch(const QString &typed, const QString &name)
{
    const QString wanted = typed.simplified().toCaseFolded();
    const QString text = name.toCaseFolded();
    if (wanted.isEmpty())
        return 1;
    if (const qsizetype at = text.indexOf(wanted); at >= 0)
        return 1000 - static_cast<int>(at) + (at == 0 || text[at - 1].isSpace() ? 500 : 0);

    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from);
        if (at < 0)
            return 0;
        const bool beginsWord = at == 0 || !text[at - 1].isLetterOrNumber();
        score += 1 + (beginsWord ? 8 : 0) + (at == last + 1 ? 5 : 0);
        last = at;
        from = at + 1;
    }
    return score;
}

} // namespace ui
