// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

Tone toneOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return Tone::Corrected;
    case MessageBar::Kind::Success:
        return Tone::Sure;
    case MessageBar::Kind::Warning:
        return Tone::Doubtful;
    case MessageBar::Kind::Error:
        return Tone::NotOnPage;
    }
    Q_UNREACHABLE();
}

QString iconName(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return u"info"_s;
    case MessageBar::Kind::Success:
        return u"check"_s;
    case MessageBar::Kind::Warning:
    case MessageBar::Kind::Error:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_details(new QPushButton(this))
    , m_detail(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_words(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"messageBar"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(1);
    m_text->setTextFormat(Qt::PlainText); // names of providers and people are in it
    m_text->installEventFilter(this);
    m_details->setObjectName(u"messageDetailsButton"_s);
    m_details->setCheckable(true);
    m_detail->setObjectName(u"messageDetail"_s);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setMinimumWidth(1);
    m_close->setIcon(icon(u"close"_s, palette()));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());

    m_words->setSpacing(smallGap);
    m_words->addWidget(m_text, 1);
    m_words->addWidget(m_action, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_words->addWidget(m_details, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto *column = new QVBoxLayout;
    column->setSpacing(smallGap / 2);
    column->addLayout(m_words);
    column->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap - 4, smallGap - 2, smallGap - 2, smallGap - 2);
    layout->setSpacing(smallGap);
    layout->addWidget(m_picture);
    layout->addLayout(column, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        dismiss();
        if (run)
            run();
    });
    connect(m_details, &QPushButton::toggled, this, &MessageBar::showDetail);
    hide();
}

void MessageBar::showDetail(bool shown)
{
    m_details->setText(shown ? tr("Hide details") : tr("Details"));
    m_detail->setVisible(shown);
}

void MessageBar::tell(Kind kind, const QString &text, const Action &action, const QString &detail)
{
    m_kind = kind;
    m_run = action.run;
    showPicture();
    m_whole = text;
    showText();
    m_action->setText(action.text);
    m_action->setVisible(!action.text.isEmpty());
    m_detail->setText(detail);
    m_detail->setAccessibleName(tr("Technical details: %1").arg(detail));
    m_details->setVisible(!detail.isEmpty());
    m_details->setChecked(false);
    showDetail(false);
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    ++m_number;
    static quint64 messages = 0;
    m_told = ++messages;
}

bool MessageBar::shows(int number) const
{
    return !isHidden() && number == m_number;
}

void MessageBar::dismiss()
{
    m_run = nullptr;
    hide();
    emit dismissed();
}

bool MessageBar::dismissNearest(const QWidget &from)
{
    for (const QWidget *pane = &from; pane; pane = pane->isWindow() ? nullptr : pane->parentWidget()) {
        MessageBar *latest = nullptr;
        for (MessageBar *bar : pane->findChildren<MessageBar *>()) {
            if (bar->isVisible() && (!latest || bar->m_told > latest->m_told))
                latest = bar;
        }
        if (latest) {
            latest->dismiss();
            return true;
        }
    }
    return false;
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_whole;
}

QColor MessageBar::accent() const
{
    return toneColour(toneOf(m_kind), palette());
}

void MessageBar::showPicture()
{
    m_picture->setPixmap(icon(iconName(m_kind), palette()).pixmap(18, 18));
}

void MessageBar::keepRoom(int lines)
{
    constexpr int least = 6; // above and below
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    m_lines = lines;
    setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + least);
    layout()->setContentsMargins(gap - 4, least / 2, smallGap - 2, least / 2);
    showText();
}

void MessageBar::showText()
{
    QString shown = m_whole;
    const QRect room(0, 0, m_text->width(), 10'000);
    const auto isTooHigh = [this, &room](const QString &text) {
        const QFontMetrics metrics = m_text->fontMetrics();
        return metrics.boundingRect(room, Qt::TextWordWrap, text).height() > m_lines * metrics.lineSpacing();
    };
    if (m_lines > 0 && isTooHigh(shown)) {
        do {
            shown.truncate(std::max<qsizetype>(0, shown.lastIndexOf(u' ')));
        } while (shown.contains(u' ') && isTooHigh(shown + QChar(0x2026)));
        shown += QChar(0x2026);
    }
    m_text->setToolTip(shown == m_whole ? QString() : m_whole);
    m_text->setText(shown);
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::Resize && m_lines > 0)
        showText();
    return QFrame::eventFilter(watched, event);
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

// In a narrow pane the action goes below the words.
void MessageBar::arrange()
{
    constexpr int wide = 480;
    m_words->setDirection(width() < wide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        showPicture();
}

void MessageBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    QColor ground = accent();
    ground.setAlphaF(0.12F);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 3, height()), accent());
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace ui
