// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pageaccessible.h"
#include "ui/pages/view/pageview.h"
#include "ui/pages/words/copiedtext.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>

#include <cmath>

namespace ui {

namespace {

constexpr qint64 longestCopying = 6; // milliseconds of the event loop

} // namespace

void PageView::setSelection(const TextSelection &selection)
{
    m_selection = selection;
    m_copying.reset();
    viewport()->update();
    announceSelection(*this);
    emit selectionChanged();
}

QString PageView::selectedText(CopyAs form) const
{
    QStringList texts;
    for (int page = m_selection.first().page; !m_selection.isEmpty() && page <= m_selection.last().page; ++page) {
        const SharedWords words = m_words.words(page);
        if (const QString text = words ? selectedOn(page, *words, form) : QString(); !text.isEmpty())
            texts.append(text);
    }
    return texts.join(u'\n');
}

void PageView::copy(CopyAs form)
{
    if (m_selection.isEmpty())
        return;
    m_copying = Copying{form, m_selection.first().page, {}};
    goOnCopying();
}

// A book takes its time: page by page, a few milliseconds at once, and waiting for pages that have not been read.
void PageView::goOnCopying()
{
    QElapsedTimer clock;
    clock.start();
    while (m_copying && m_copying->page <= m_selection.last().page) {
        const int page = m_copying->page;
        const SharedWords words = m_words.load(page);
        if (!words && !m_words.hasFailed(page)) {
            m_words.request(page, WordReader::Search); // scrolling away must not stop it; arrived() goes on
            return;
        }
        if (clock.elapsed() > longestCopying) {
            QTimer::singleShot(0, this, &PageView::goOnCopying);
            return;
        }
        ++m_copying->page;
        if (const QString text = words ? selectedOn(page, *words, m_copying->form) : QString(); !text.isEmpty())
            m_copying->texts.append(text);
    }
    if (!m_copying)
        return;
    const QString text = m_copying->texts.join(u'\n');
    m_copying.reset();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

QString PageView::selectedOn(int page, const PageWords &words, CopyAs form) const
{
    const std::vector<int> selected = m_selection.wordsOn(page, words);
    if (selected.empty())
        return {};
    switch (form) {
    case CopyAs::Layout:
        return layoutText(words, selected);
    case CopyAs::Table:
        return tableText(words, selected);
    default:
        return plainText(words, selected);
    }
}

void PageView::selectPage()
{
    const int page = currentPage();
    const SharedWords words = pages() > 0 ? m_words.load(page) : nullptr;
    if (!words || words->count() == 0)
        return;
    TextSelection selection;
    selection.begin({page, 0}, {page, words->count() - 1});
    setSelection(selection);
}

std::optional<QTextCursor::MoveOperation> PageView::selectionMove(const QKeyEvent &event) const
{
    if (!(event.modifiers() & Qt::ShiftModifier))
        return {};
    const bool far = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Left:
        return QTextCursor::PreviousWord;
    case Qt::Key_Right:
        return QTextCursor::NextWord;
    case Qt::Key_Up:
        return far ? QTextCursor::PreviousBlock : QTextCursor::Up;
    case Qt::Key_Down:
        return far ? QTextCursor::NextBlock : QTextCursor::Down;
    case Qt::Key_Home:
        return far ? QTextCursor::Start : QTextCursor::StartOfLine;
    case Qt::Key_End:
        return far ? QTextCursor::End : QTextCursor::EndOfLine;
    default:
        return {};
    }
}

void PageView::extendSelection(QTextCursor::MoveOperation move)
{
    TextSelection selection = m_selection;
    if (selection.isEmpty() || selection.area()) {
        const auto first = firstInSight();
        if (!first)
            return;
        selection.clear();
        selection.begin(*first, *first);
    } else if (const auto head = moved(selection.head(), move)) {
        selection.extendTo(*head, *head);
    }
    setSelection(selection);
    const WordPosition head = selection.head();
    if (const SharedWords words = m_words.load(head.page))
        reveal(head.page, words->span(head.word).box());
}

std::optional<WordPosition> PageView::firstInSight()
{
    const int page = currentPage();
    const SharedWords words = pages() > 0 ? m_words.load(page) : nullptr;
    for (int word = 0; words && word < words->count(); ++word) {
        if (QRectF(viewport()->rect()).contains(m_geometry.toView(page, words->span(word).box())))
            return WordPosition{page, word};
    }
    return {};
}

// None at the end of what has been read.
std::optional<WordPosition> PageView::moved(WordPosition from, QTextCursor::MoveOperation move)
{
    const SharedWords words = m_words.load(from.page);
    if (!words || from.word >= words->count())
        return {};
    const auto beyond = [this](int page, bool last) -> std::optional<WordPosition> {
        const SharedWords there = page >= 1 && page <= pages() ? m_words.load(page) : nullptr;
        if (there && there->count() > 0)
            return WordPosition{page, last ? there->count() - 1 : 0};
        if (page >= 1 && page <= pages())
            m_words.request(page, WordReader::Search); // for the next time the key is pressed
        return {};
    };
    const auto to = [&](int word) -> std::optional<WordPosition> {
        if (word < 0)
            return beyond(from.page - 1, true);
        return word < words->count() ? WordPosition{from.page, word} : beyond(from.page + 1, false);
    };
    const auto inLine = [&](int word) -> std::optional<WordPosition> { // the one straight above or below
        if (word < 0 || word >= words->count())
            return to(word);
        const auto [first, last] = words->lineOf(word);
        const double x = words->span(from.word).box().center().x();
        int best = first;
        for (int candidate = first; candidate <= last; ++candidate) {
            if (std::abs(words->span(candidate).box().center().x() - x)
                < std::abs(words->span(best).box().center().x() - x))
                best = candidate;
        }
        return WordPosition{from.page, best};
    };
    switch (move) {
    case QTextCursor::PreviousWord:
        return to(from.word - 1);
    case QTextCursor::NextWord:
        return to(from.word + 1);
    case QTextCursor::Up:
        return inLine(words->lineOf(from.word).first - 1);
    case QTextCursor::Down:
        return inLine(words->lineOf(from.word).second + 1);
    case QTextCursor::PreviousBlock: {
        const int first = words->blockOf(from.word).first;
        return first == from.word ? to(first - 1 < 0 ? -1 : words->blockOf(first - 1).first) : to(first);
    }
    case QTextCursor::NextBlock: {
        const int last = words->blockOf(from.word).second;
        return last == from.word ? to(last + 1 >= words->count() ? last + 1 : words->blockOf(last + 1).second)
                                 : to(last);
    }
    case QTextCursor::StartOfLine:
        return to(words->lineOf(from.word).first);
    case QTextCursor::EndOfLine:
        return to(words->lineOf(from.word).second);
    case QTextCursor::Start:
        return to(0);
    case QTextCursor::End:
        return to(words->count() - 1);
    default:
        return {};
    }
}

} // namespace ui
