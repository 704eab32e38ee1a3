// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/palettes.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int measure = 88; // average characters: a longer line is hard to read

// As wide as its text on one line, up to the measure; its height is that of the width it gets.
class MeasuredLabel final : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        constexpr int spare = 4; // what rounding takes
        const int width = std::min(fontMetrics().size(0, text()).width() + spare, maximumWidth());
        return {width, heightForWidth(width)};
    }
};

QLabel *centredLabel(const QString &text, QWidget *parent)
{
    auto *label = new MeasuredLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // names of providers and people are in it
    label->setMinimumWidth(1);
    label->setMaximumWidth(label->fontMetrics().averageCharWidth() * measure);
    return label;
}

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_content(new QWidget)
    , m_picture(new QLabel(m_content))
    , m_title(centredLabel(title, m_content))
    , m_text(centredLabel(text, m_content))
    , m_buttons(new QVBoxLayout)
{
    m_picture->setAlignment(Qt::AlignCenter);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setVisible(!text.isEmpty());
    m_buttons->setSpacing(smallGap);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(m_content, this));
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(smallGap);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(smallGap);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    recolour();
}

QPushButton *EmptyState::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text, m_content);
    button->setProperty("primary", primary);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    if (!focusProxy())
        setFocusProxy(button);
    return button;
}

void EmptyState::setFootnote(const QString &text)
{
    if (!m_footnote) {
        m_footnote = centredLabel(QString(), m_content);
        m_footnote->setForegroundRole(QPalette::PlaceholderText);
        m_buttons->addSpacing(smallGap);
        m_buttons->addWidget(m_footnote, 0, Qt::AlignHCenter);
    }
    m_footnote->setText(text);
}

void EmptyState::setDetail(const QString &detail)
{
    if (!m_details && !detail.isEmpty())
        makeDetail();
    if (!m_details)
        return;
    m_detail->setText(detail);
    m_detail->setAccessibleName(tr("Technical details: %1").arg(detail));
    m_details->setVisible(!detail.isEmpty());
    m_details->setChecked(false);
    m_detail->hide();
}

void EmptyState::makeDetail()
{
    m_details = addButton(tr("Details"));
    m_details->setObjectName(u"detailsButton"_s);
    m_details->setCheckable(true);
    m_detail = centredLabel(QString(), m_content);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons->addWidget(m_detail, 0, Qt::AlignHCenter);
    connect(m_details, &QPushButton::toggled, this, [this](bool shown) {
        m_details->setText(shown ? tr("Hide details") : tr("Details"));
        m_detail->setVisible(shown);
    });
}

void EmptyState::setWords(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::setPicture(const QString &iconName)
{
    m_iconName = iconName;
    recolour();
}

void EmptyState::setFramed(bool framed)
{
    m_framed = framed;
    update();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_framed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(lineColour(palette()), 2);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(9, 9, -9, -9), 8, 8);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolour();
    QWidget::changeEvent(event);
}

void EmptyState::recolour()
{
    m_picture->setPixmap(icon(m_iconName, palette()).pixmap(40, 40, QIcon::Disabled));
}

} // namespace ui
