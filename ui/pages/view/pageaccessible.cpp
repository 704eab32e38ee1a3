// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pageaccessible.h"

#include "ui/pages/view/pageview.h"

namespace ui {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<PageView *>(object);
    return view ? new PageAccessible(*view) : nullptr; // Qt owns it
}

// Lines and paragraphs as they are printed; Qt finds letters, words and sentences.
std::optional<PageText::Range> printed(const PageText &page, int offset, QAccessible::TextBoundaryType boundary)
{
    if (boundary == QAccessible::LineBoundary)
        return page.line(offset);
    if (boundary == QAccessible::ParagraphBoundary)
        return page.paragraph(offset);
    return {};
}

QString partOf(const PageText &page, const PageText::Range &range, int *start, int *end)
{
    *start = range.start;
    *end = range.end;
    return page.text().mid(range.start, range.end - range.start);
}

QString nothing(int *start, int *end)
{
    *start = *end = -1;
    return {};
}

} // namespace

PageAccessible::PageAccessible(PageView &view)
    : QAccessibleWidget(&view, QAccessible::Document)
    , m_view(view)
{
}

void PageAccessible::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
}

PageText PageAccessible::page() const
{
    PageText page;
    if (m_view.pages() == 0)
        return page;
    const PageRange row = m_view.geometry().layout().rowOf(m_view.currentPage());
    for (int number = row.first; number <= row.last; ++number)
        page.add(number, m_view.words().words(number));
    return page;
}

void *PageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State PageAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.selectableText = true;
    state.multiLine = true;
    return state;
}

void PageAccessible::selection(int index, int *start, int *end) const
{
    const PageText::Range range = index == 0 ? page().rangeOf(m_view.selection()) : PageText::Range();
    *start = range.start;
    *end = range.end;
}

int PageAccessible::selectionCount() const
{
    return page().rangeOf(m_view.selection()) == PageText::Range() ? 0 : 1;
}

void PageAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void PageAccessible::removeSelection(int)
{
    m_view.setSelection({});
}

void PageAccessible::setSelection(int, int start, int end)
{
    m_view.setSelection(page().selectionOf({start, end}).value_or(TextSelection()));
}

int PageAccessible::cursorPosition() const
{
    const PageText page = this->page();
    const PageText::Range selected = page.rangeOf(m_view.selection());
    return selected == PageText::Range() ? std::min(m_cursor, page.size()) : selected.end;
}

void PageAccessible::setCursorPosition(int position)
{
    m_cursor = std::clamp(position, 0, page().size());
    scrollToSubstring(m_cursor, m_cursor + 1);
    QAccessibleTextCursorEvent event(&m_view, m_cursor);
    QAccessible::updateAccessibility(&event);
}

QString PageAccessible::text(int start, int end) const
{
    const PageText page = this->page();
    const int last = end < 0 ? page.size() : end;
    return page.text().mid(start, std::max(0, last - start));
}

QString PageAccessible::textBeforeOffset(int offset, QAccessible::TextBoundaryType boundary, int *start, int *end) const
{
    const PageText page = this->page();
    const auto here = printed(page, offset, boundary);
    if (!here)
        return QAccessibleTextInterface::textBeforeOffset(offset, boundary, start, end);
    if (here->start == 0)
        return nothing(start, end);
    return partOf(page, *printed(page, here->start - 1, boundary), start, end);
}

QString PageAccessible::textAfterOffset(int offset, QAccessible::TextBoundaryType boundary, int *start, int *end) const
{
    const PageText page = this->page();
    const auto here = printed(page, offset, boundary);
    if (!here)
        return QAccessibleTextInterface::textAfterOffset(offset, boundary, start, end);
    if (here->end >= page.size())
        return nothing(start, end);
    return partOf(page, *printed(page, here->end, boundary), start, end);
}

QString PageAccessible::textAtOffset(int offset, QAccessible::TextBoundaryType boundary, int *start, int *end) const
{
    const PageText page = this->page();
    const auto here = printed(page, offset, boundary);
    return here ? partOf(page, *here, start, end)
                : QAccessibleTextInterface::textAtOffset(offset, boundary, start, end);
}

int PageAccessible::characterCount() const
{
    return page().size();
}

QRect PageAccessible::characterRect(int offset) const
{
    const auto [number, box] = page().boxAt(offset);
    if (number == 0)
        return {};
    const QRect inView = m_view.geometry().toView(number, box).toAlignedRect();
    return {m_view.viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

int PageAccessible::offsetAtPoint(const QPoint &point) const
{
    const auto place = m_view.geometry().at(QPointF(m_view.viewport()->mapFromGlobal(point)));
    return place ? page().positionAt(place->page, place->point) : -1;
}

void PageAccessible::scrollToSubstring(int start, int)
{
    if (const auto [number, box] = page().boxAt(start); number > 0)
        m_view.reveal(number, box);
}

QString PageAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = page().size();
    return {};
}

void announcePage(PageView &view, const QString &before, const QString &now)
{
    if (before == now || !QAccessible::isActive())
        return;
    QAccessibleTextUpdateEvent changed(&view, 0, before, now);
    QAccessible::updateAccessibility(&changed);
    QAccessibleTextCursorEvent cursor(&view, 0);
    QAccessible::updateAccessibility(&cursor);
}

void announceSelection(PageView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(&view);
    QAccessibleTextInterface *text = known ? known->textInterface() : nullptr;
    if (!text)
        return;
    int start = 0;
    int end = 0;
    text->selection(0, &start, &end);
    QAccessibleTextSelectionEvent event(&view, start, end);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
