// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

// The panel itself: the base colour with a hairline and round corners.
class Panel final : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
};

} // namespace

Sheet::Sheet(const QString &title, QWidget *window)
    : QWidget(window)
    , m_panel(new Panel(this))
    , m_body(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"sheet"_s);
    setAccessibleName(title);
    auto *heading = new QLabel(title, m_panel);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);

    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(gap + smallGap, gap + 4, gap + smallGap, gap + 4);
    layout->setSpacing(gap);
    layout->addWidget(heading);
    m_body->setSpacing(smallGap + 4);
    layout->addLayout(m_body, 1);
    m_buttons->setSpacing(smallGap);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);

    hide();
    window->installEventFilter(this);
    m_panel->installEventFilter(this);
}

QPushButton *Sheet::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text, m_panel);
    button->setProperty("primary", primary);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    if (primary)
        m_primary = button;
    return button;
}

void Sheet::setPanelWidth(int pixels)
{
    m_width = pixels;
    place();
}

void Sheet::open(QWidget *first)
{
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    else if (m_primary)
        m_primary->setFocus(Qt::OtherFocusReason);
}

void Sheet::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    emit closed();
    deleteLater();
}

void Sheet::place()
{
    const QSize window = parentWidget()->size();
    setGeometry(QRect(QPoint(), window));
    const int width = std::min(m_width, window.width() - 2 * gap);
    m_panel->setFixedWidth(width);
    const int wanted = m_panel->layout()->hasHeightForWidth() ? m_panel->layout()->heightForWidth(width)
                                                              : m_panel->sizeHint().height();
    const int height = std::min(wanted, window.height() - 2 * gap);
    m_panel->setGeometry((window.width() - width) / 2, std::max(gap, (window.height() - height) / 4), width, height);
}

void Sheet::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, isDark(palette()) ? 140 : 70));
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_primary
               && m_primary->isEnabled()) {
        m_primary->click();
    }
    event->accept(); // nothing behind the sheet hears keys
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->pos()))
        close();
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_panel && event->type() == QEvent::LayoutRequest)
        place(); // what is inside became larger or smaller
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // The tab chain of the whole window, cut down to what is inside.
    QWidget *const start = QApplication::focusWidget() ? QApplication::focusWidget() : this;
    for (QWidget *widget = start;;) {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (widget == start)
            return true;
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && takesTab) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

} // namespace ui
