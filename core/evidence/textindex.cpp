// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/textindex.h"

#include <algorithm>

namespace core {
namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool writtenWithoutSpaces(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

// Appends the letters and digits of text; breaks gets true where one follows a gap or a sign.
void appendCompact(QStringView text, QString &compact, std::vector<bool> *breaks)
{
    const QString folded =
        isAscii(text) ? text.toString() : text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    bool atBreak = true;
    for (const QChar c : folded) {
        if (!c.isLetterOrNumber() && !c.isSurrogate() && !c.isMark()) {
            atBreak = true;
            continue;
        }
        compact += c.unicode() < 0x80 ? c.toLower() : c;
        if (breaks)
            breaks->push_back(atBreak || writtenWithoutSpaces(c));
        atBreak = writtenWithoutSpaces(c);
    }
}

} // namespace

QString compacted(QStringView text)
{
    QString result;
    appendCompact(text, result, nullptr);
    return result;
}

TextIndex::TextIndex(const DocumentText &document)
{
    size_t count = 0;
    for (const PageText &page : document.pages)
        count += page.words.size();
    m_words.reserve(count);
    m_plainStart.reserve(count + 1);
    m_compactStart.reserve(count + 1);
    for (const PageText &page : document.pages)
        addPage(page);
    addFormValues(document);
    m_plainStart.push_back(m_plain.size());
    m_compactStart.push_back(m_compact.size());
}

void TextIndex::addPage(const PageText &page)
{
    bool space = true;
    for (const Word &word : page.words) {
        const bool newLine =
            !m_words.empty() && m_words.back().page == page.page && m_words.back().word->line != word.line;
        addWord({&word, page.page, page.source}, space || newLine);
        space = word.spaceAfter;
    }
    endPage();
}

// A form whose appearance was never drawn has its values in no text layer.
void TextIndex::addFormValues(const DocumentText &document)
{
    int line = -1;
    for (const FormValue &field : document.formValues) {
        for (const QString &part : field.value.simplified().split(u' ', Qt::SkipEmptyParts)) {
            m_formWords.push_back({part, field.place.box, 1.0, line, line, true});
            addWord({&m_formWords.back(), field.place.page, TextSource::FormField}, true);
        }
        --line;
        endPage();
    }
}

void TextIndex::addWord(const IndexedWord &word, bool space)
{
    if (space && !m_plain.isEmpty() && !m_plain.endsWith(u'\n'))
        m_plain += u' ';
    m_plainStart.push_back(m_plain.size());
    m_compactStart.push_back(m_compact.size());
    m_plain += word.word->text;
    appendCompact(word.word->text, m_compact, &m_breaks);
    const QString &text = word.word->text;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }))
        m_digitWords.push_back(static_cast<qsizetype>(m_words.size()));
    m_words.push_back(word);
}

void TextIndex::endPage()
{
    m_plain += u'\n';
    m_compact += u'\n'; // in no value: nothing matches across two pages
    m_breaks.push_back(true);
}

WordSpan TextIndex::span(const std::vector<qsizetype> &starts, qsizetype position, qsizetype length) const
{
    const auto wordAt = [&](qsizetype offset) {
        const auto next = std::upper_bound(starts.begin(), starts.end() - 1, offset);
        return static_cast<qsizetype>(next - starts.begin()) - 1;
    };
    const auto fraction = [&](qsizetype word, qsizetype offset) {
        const qsizetype start = starts[static_cast<size_t>(word)];
        const QString &joined = &starts == &m_plainStart ? m_plain : m_compact;
        qsizetype end = starts[static_cast<size_t>(word) + 1];
        while (end > start && joined[end - 1].isSpace())
            --end;
        return end > start ? std::clamp(double(offset - start) / double(end - start), 0.0, 1.0) : 0.0;
    };
    WordSpan result;
    result.first = wordAt(position);
    result.last = wordAt(position + length - 1);
    result.from = fraction(result.first, position);
    result.to = fraction(result.last, position + length);
    return result;
}

WordSpan TextIndex::plainSpan(qsizetype position, qsizetype length) const
{
    return span(m_plainStart, position, length);
}

WordSpan TextIndex::compactSpan(qsizetype position, qsizetype length) const
{
    return span(m_compactStart, position, length);
}

bool TextIndex::breaksAt(qsizetype compactPosition) const
{
    return compactPosition >= m_compact.size() || m_breaks[static_cast<size_t>(compactPosition)];
}

bool TextIndex::sameLine(qsizetype a, qsizetype b) const
{
    const IndexedWord &left = m_words[static_cast<size_t>(a)];
    const IndexedWord &right = m_words[static_cast<size_t>(b)];
    return left.page == right.page && left.word->line == right.word->line;
}

QString TextIndex::text(qsizetype first, qsizetype last) const
{
    QString result;
    for (qsizetype i = first; i <= last; ++i) {
        const Word &word = *m_words[static_cast<size_t>(i)].word;
        result += word.text;
        if (i < last && (word.spaceAfter || !sameLine(i, i + 1)))
            result += u' ';
    }
    return result;
}

std::pair<qsizetype, qsizetype> TextIndex::wordsOfPage(int page) const
{
    const auto before = [](const IndexedWord &word, int number) {
        return word.source != TextSource::FormField && word.page < number;
    };
    const auto first = std::lower_bound(m_words.begin(), m_words.end(), page, before);
    auto end = first;
    while (end != m_words.end() && end->page == page && end->source != TextSource::FormField)
        ++end;
    return {first - m_words.begin(), end - m_words.begin()};
}

} // namespace core
