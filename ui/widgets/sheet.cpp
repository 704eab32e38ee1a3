// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QWheelEvent>

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

int heightOf(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

Sheet::Sheet(const QString &title, QWidget *window)
    : QWidget(window)
    , m_panel(new Panel(this))
    , m_area(new QScrollArea(m_panel))
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"sheet"_s);
    setAccessibleName(title);
    auto *heading = new QLabel(title, m_panel);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setTextFormat(Qt::PlainText); // names are in it
    heading->setWordWrap(true);

    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(smallGap + 4);
    m_area->setObjectName(u"sheetArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // what is in it has what is to be reached
    m_area->setWidget(m_content);
    m_content->setAutoFillBackground(false); // the panel's own ground shows
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setFixedHeight(0);

    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(gap + smallGap, gap + 4, gap + smallGap, gap + 4);
    layout->setSpacing(gap);
    layout->addWidget(heading);
    layout->addWidget(m_area);
    m_buttons->setSpacing(smallGap);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);

    hide();
    window->installEventFilter(this);
    m_panel->installEventFilter(this);
    m_content->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now)
            reveal(now);
    });
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
    const QMargins margins = m_panel->layout()->contentsMargins();
    const int sides = margins.left() + margins.right();
    const int least = std::max(m_panel->layout()->minimumSize().width(), m_body->minimumSize().width() + sides);
    const int width = std::min(std::max(m_width, least), window.width() - 2 * gap);
    m_panel->setFixedWidth(width);
    // Title and buttons keep their height; the rest is the body's, which scrolls when that is less than it wants.
    const int around = heightOf(*m_panel->layout(), width) - m_area->minimumHeight();
    const int room = std::max(0, window.height() - 2 * gap - around);
    const int shown = std::min(heightOf(*m_body, width - sides), room);
    const bool isOther = shown != m_area->minimumHeight();
    m_area->setFixedHeight(shown);
    const int height = around + shown;
    m_panel->setGeometry((window.width() - width) / 2, std::max(gap, (window.height() - height) / 4), width, height);
    for (QWidget *turned : m_content->findChildren<QWidget *>()) {
        if (qobject_cast<QComboBox *>(turned) || qobject_cast<QSlider *>(turned))
            turned->installEventFilter(this);
    }
    if (const QWidget *focused = QApplication::focusWidget(); isOther && focused) {
        m_panel->layout()->activate();
        reveal(focused);
    }
}

bool Sheet::isScrolled() const
{
    return m_area->verticalScrollBar()->maximum() > 0;
}

// Its beginning, where there is no room for all of it.
void Sheet::reveal(const QWidget *widget)
{
    if (isHidden() || !m_content->isAncestorOf(widget))
        return;
    const QRect place(widget->mapTo(m_content, QPoint()), widget->size());
    const int room = m_area->viewport()->height();
    const int height = std::min(place.height(), room - 2 * smallGap);
    m_area->ensureVisible(0, place.top() + height / 2, 0, height / 2 + smallGap);
}

bool Sheet::scroll(const QKeyEvent &event)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    const bool far = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.key() == Qt::Key_PageDown)
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
    else if (event.key() == Qt::Key_PageUp)
        bar->triggerAction(QScrollBar::SliderPageStepSub);
    else if (event.key() == Qt::Key_End && far)
        bar->triggerAction(QScrollBar::SliderToMaximum);
    else if (event.key() == Qt::Key_Home && far)
        bar->triggerAction(QScrollBar::SliderToMinimum);
    else
        return false;
    return true;
}

void Sheet::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_area->verticalScrollBar(), event); // beside the body, too
    event->accept(); // nothing behind the sheet turns
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
    } else {
        (void)scroll(*event);
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
    if ((watched == m_panel || watched == m_content) && event->type() == QEvent::LayoutRequest)
        place(); // what is inside became larger or smaller
    if (event->type() == QEvent::Wheel && watched != parentWidget() && watched != m_panel && watched != m_content
        && isScrolled()) { // it is the sheet that is meant, not the choice that comes to lie under the pointer
        wheelEvent(static_cast<QWheelEvent *>(event));
        return true;
    }
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
