// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"
#include "core/reading/textkeys.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr size_t enoughPages = 3;
constexpr int leastHits = 2;

// The words of the first pages with a space at each side, as keys.
QString keysOf(const DocumentText &document)
{
    QString text = u" "_s;
    for (size_t i = 0; i < document.pages.size() && i < enoughPages; ++i) {
        for (const Word &word : document.pages[i].words) {
            const QString key = textKey(word.text);
            if (!key.isEmpty())
                text += key + u' ';
        }
    }
    return text;
}

QString phraseOf(const QString &words)
{
    QString phrase = u" "_s;
    for (const QString &word : words.simplified().split(u' '))
        phrase += textKey(word) + u' ';
    return phrase;
}

} // namespace

int detectSchema(const DocumentText &document, const std::vector<Schema> &schemas)
{
    const QString text = keysOf(document);
    int best = -1;
    double bestScore = 0;
    for (size_t i = 0; i < schemas.size(); ++i) {
        double score = 0;
        int hits = 0;
        for (const QString &words : schemas[i].detect) {
            const QString phrase = phraseOf(words);
            if (phrase.size() > 3 && text.contains(phrase)) {
                ++hits;
                score += 1 + static_cast<double>(words.count(u' '));
            }
        }
        // An image of a narrow strip is what tills print, not what offices send.
        if (!document.pages.empty() && schemas[i].id == u"receipt") {
            const QSizeF size = document.pages.front().size;
            score += document.kind == DocumentKind::Image && size.height() > 1.55 * size.width() ? 2 : 0;
        }
        if (hits >= leastHits && score > bestScore) {
            bestScore = score;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace core
