// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/pagetoolbar.h"

#include "ui/pages/panels/paneactions.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ui {

PageToolBar::PageToolBar(PaneActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(QString(), this))
    , m_page(new QLineEdit(this))
    , m_pages(new QLabel(this))
    , m_zoom(new QToolButton(this))
{
    setObjectName(u"pageToolBar"_s);
    m_title->setObjectName(u"documentTitleLabel"_s);
    m_title->setMode(Qt::ElideMiddle);
    m_page->setObjectName(u"pageEdit"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setToolTip(actions.goToPage->toolTip());
    m_page->setAlignment(Qt::AlignRight);
    m_page->installEventFilter(this);
    m_pages->setObjectName(u"pageCountLabel"_s);
    connect(m_page, &QLineEdit::returnPressed, this, &PageToolBar::enterPage);
    addZoomMenu(actions);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(smallGap, smallGap / 2, smallGap, smallGap / 2);
    layout->setSpacing(2);
    addButton(layout, actions.thumbnails, u"thumbnailsButton"_s);
    layout->addSpacing(smallGap / 2);
    layout->addWidget(m_title, 1);
    layout->addSpacing(smallGap);
    layout->addWidget(m_page);
    layout->addSpacing(2);
    layout->addWidget(m_pages);
    layout->addSpacing(gap);
    QToolButton *zoomOut = addButton(layout, actions.zoomOut, u"zoomOutButton"_s);
    layout->addWidget(m_zoom);
    QToolButton *zoomIn = addButton(layout, actions.zoomIn, u"zoomInButton"_s);
    layout->addSpacing(smallGap);
    QToolButton *fitWidth = addButton(layout, actions.fitWidth, u"fitWidthButton"_s);
    QToolButton *fitPage = addButton(layout, actions.fitPage, u"fitPageButton"_s);
    layout->addSpacing(smallGap);
    QToolButton *rotateLeft = addButton(layout, actions.rotateLeft, u"rotateLeftButton"_s);
    QToolButton *rotateRight = addButton(layout, actions.rotateRight, u"rotateRightButton"_s);
    layout->addSpacing(smallGap);
    addButton(layout, actions.find, u"searchButton"_s);
    m_spare = {rotateLeft, rotateRight, fitPage, fitWidth, m_pages, zoomOut, zoomIn};
    setPage(0, 0);
    setZoom(1);
}

QToolButton *PageToolBar::addButton(QHBoxLayout *layout, QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    button->setMinimumSize(hitTarget, hitTarget);
    button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(button);
    return button;
}

void PageToolBar::addZoomMenu(PaneActions &actions)
{
    auto *menu = new QMenu(m_zoom);
    menu->setObjectName(u"zoomMenu"_s);
    menu->addActions({actions.fitWidth, actions.fitPage, actions.actualSize});
    menu->addSeparator();
    menu->addActions({actions.continuous, actions.twoPages, actions.coverAlone});
    menu->addSeparator();
    menu->addActions({actions.magnifier, actions.dimPaper});
    menu->addSeparator();
    for (const int percent : {50, 75, 100, 125, 150, 200, 400}) {
        QAction *action = menu->addAction(tr("%1 %").arg(percent));
        connect(action, &QAction::triggered, this, [this, percent] { emit zoomEntered(percent / 100.0); });
    }
    m_zoom->setObjectName(u"zoomButton"_s);
    m_zoom->setMenu(menu);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setAutoRaise(true);
    m_zoom->setToolTip(tr("Zoom"));
    m_zoom->setMinimumHeight(hitTarget);
    m_zoom->setFocusPolicy(Qt::TabFocus);
}

void PageToolBar::setTitle(const QString &title, const QString &toolTip)
{
    m_title->setText(title);
    m_title->setToolTip(toolTip);
}

void PageToolBar::setLabels(const core::PageLabels &labels, bool known)
{
    m_labels = labels;
    m_areLabelsKnown = known;
    const int pages = std::exchange(m_count, 0); // the widths are others
    setPage(m_current, pages);
    const QString wanted = std::exchange(m_wanted, QString());
    if (known && !wanted.isEmpty())
        goTo(wanted);
}

void PageToolBar::setPage(int page, int pages)
{
    m_current = page;
    if (pages > 0 && pages == m_count) { // widths stay as they are: arranging them anew would hold up every scroll
        showCount();
        if (!m_page->hasFocus() || !m_page->isModified())
            showPage();
        return;
    }
    m_count = pages;
    m_page->setVisible(pages > 0);
    m_pages->setVisible(pages > 0);
    m_zoom->setEnabled(pages > 0);
    showCount();
    m_pages->setFixedWidth(m_pages->fontMetrics().horizontalAdvance(countText(pages)) + smallGap);
    constexpr qsizetype mostLetters = 8;
    const auto digits = static_cast<int>(
        std::clamp<qsizetype>(std::max(m_labels.longest(), QString::number(pages).size()), 2, mostLetters));
    m_page->setFixedWidth(m_page->fontMetrics().horizontalAdvance(QString(digits, u'0')) + 2 * smallGap + 4);
    if (!m_page->hasFocus() || !m_page->isModified())
        showPage();
    showWhatFits();
}

QString PageToolBar::countText(int page) const
{
    const QString count = QLocale().toString(m_count);
    return m_labels.isEmpty()
        ? tr("/ %1", "of so many pages").arg(count)
        : tr("(%1 of %2)", "a page's number, beside what it is called").arg(QLocale().toString(page), count);
}

void PageToolBar::showCount()
{
    m_pages->setText(countText(m_current));
    m_pages->setAccessibleName(m_labels.isEmpty() ? tr("of %1").arg(QLocale().toString(m_count)) : m_pages->text());
}

void PageToolBar::setZoom(double zoom)
{
    const QString text = tr("%1 %").arg(std::lround(zoom * 100));
    m_zoom->setText(text);
    m_zoom->setAccessibleName(tr("Zoom %1").arg(text));
    m_zoom->setFixedWidth(m_zoom->fontMetrics().horizontalAdvance(tr("%1 %").arg(8888)) + 3 * smallGap);
}

void PageToolBar::editPage()
{
    m_page->setFocus(Qt::ShortcutFocusReason);
    m_page->selectAll();
}

void PageToolBar::enterPage()
{
    if (m_areLabelsKnown)
        return goTo(m_page->text());
    m_wanted = m_page->text();
    emit labelsWanted();
}

void PageToolBar::goTo(const QString &label)
{
    const auto page = m_labels.pageOf(label);
    m_page->setModified(false);
    if (page)
        emit pageEntered(*page);
    showPage();
    m_page->selectAll();
}

void PageToolBar::showPage()
{
    m_page->setText(m_current > 0 ? m_labels.label(m_current) : QString());
    m_page->setCursorPosition(0); // of a long one the beginning shows
}

bool PageToolBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool escaped = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (escaped)
        m_wanted.clear();
    if (event->type() == QEvent::FocusOut || escaped) {
        m_page->setModified(false);
        showPage();
    }
    return QWidget::eventFilter(watched, event);
}

QSize PageToolBar::minimumSizeHint() const
{
    QSize size = QWidget::minimumSizeHint();
    for (QWidget *widget : m_spare) {
        if (widget->isVisibleTo(this))
            size.rwidth() -= layout()->itemAt(layout()->indexOf(widget))->minimumSize().width() + layout()->spacing();
    }
    return size;
}

void PageToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void PageToolBar::showWhatFits()
{
    constexpr int leastTitle = 60;
    const auto show = [this](QWidget *widget, bool fits) {
        widget->setVisible(fits && (widget != m_pages || m_count > 0));
    };
    for (QWidget *widget : m_spare)
        show(widget, true);
    for (QWidget *widget : m_spare)
        show(widget, layout()->minimumSize().width() + leastTitle <= width());
}

void PageToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.fillRect(0, height() - 1, width(), 1, palette().mid());
}

} // namespace ui
