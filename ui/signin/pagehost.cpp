// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/pagehost.h"

#include "ui/widgets/sheet.h"

#include <QChildEvent>
#include <QFocusEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

PageHost::PageHost(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"pageHost"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Sign-in page"));
}

void PageHost::setPage(core::ProviderPage *page)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    setAccessibleDescription({});
    if (!m_page) {
        if (hasFocus())
            m_keyboard.takeBack();
        return;
    }
    connect(m_page, &core::ProviderPage::titleChanged, this, &QWidget::setAccessibleDescription);
    connect(m_page, &core::ProviderPage::focusTaken, this, [this] {
        if (isCovered())
            return keepKeyboard(); // it was given to it before the sheet came
        if (!hasFocus() && isVisible())
            setFocus(Qt::MouseFocusReason);
    });
    connect(m_page, &core::ProviderPage::focusLeft, this, [this](bool forward) {
        if (hasFocus())
            focusNextPrevChild(forward);
    });
    place();
}

void PageHost::focusInEvent(QFocusEvent *event)
{
    using Focus = core::ProviderPage::Focus;
    QWidget::focusInEvent(event);
    if (!m_page)
        return;
    m_page->giveFocus(event->reason() == Qt::TabFocusReason           ? Focus::First
                          : event->reason() == Qt::BacktabFocusReason ? Focus::Last
                                                                      : Focus::Kept);
}

void PageHost::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (!isActiveWindow() || event->reason() == Qt::PopupFocusReason)
        return;
    if (m_page)
        keepKeyboard();
}

void PageHost::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void PageHost::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    place();
}

void PageHost::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
    place();
}

void PageHost::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    place();
}

// What moves this without its knowledge, and what lies over it: the page is no widget and would be in front of all.
void PageHost::watch()
{
    for (QWidget *around = parentWidget(); around; around = around->isWindow() ? nullptr : around->parentWidget())
        around->installEventFilter(this);
    for (auto *sheet : window()->findChildren<Sheet *>(Qt::FindDirectChildrenOnly))
        sheet->installEventFilter(this);
}

bool PageHost::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded && watched == window()) {
        auto *child = static_cast<QChildEvent *>(event)->child(); // may become a sheet: it is not constructed yet
        if (child->isWidgetType())
            child->installEventFilter(this);
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize || event->type() == QEvent::Show
               || event->type() == QEvent::Hide) {
        place();
    }
    if (event->type() == QEvent::Show && m_page && isCovered() && qobject_cast<Sheet *>(watched))
        keepKeyboard();
    return QWidget::eventFilter(watched, event);
}

// What is in front of the page has the keys.
void PageHost::keepKeyboard()
{
    m_page->giveFocus(core::ProviderPage::Focus::Gone);
    m_keyboard.takeBack();
}

bool PageHost::isCovered() const
{
    const auto sheets = window()->findChildren<Sheet *>(Qt::FindDirectChildrenOnly);
    return std::any_of(sheets.begin(), sheets.end(), [](const Sheet *sheet) { return sheet->isVisible(); });
}

void PageHost::place()
{
    if (!m_page)
        return;
    const double ratio = window()->devicePixelRatio();
    const QPoint topLeft = mapTo(window(), QPoint());
    const QPoint end = topLeft + QPoint(width(), height());
    const QPoint first(qRound(topLeft.x() * ratio), qRound(topLeft.y() * ratio));
    const QPoint last(qRound(end.x() * ratio) - 1, qRound(end.y() * ratio) - 1);
    m_page->place(QRect(first, last), isVisible() && !isCovered());
}

} // namespace ui
