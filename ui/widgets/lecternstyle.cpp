// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lecternstyle.h"

#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr qreal radius = 5;
constexpr int textInset = 5; // of text in fields

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

QColor mixed(const QColor &first, const QColor &second, qreal part)
{
    const auto mix = [part](int a, int b) { return static_cast<int>(a + (b - a) * part); };
    return QColor(mix(first.red(), second.red()), mix(first.green(), second.green()), mix(first.blue(), second.blue()));
}

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QColor buttonFill(const QStyleOption *option, bool primary)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    QColor fill = palette.color(primary && enabled ? QPalette::Highlight : QPalette::Button);
    if (!enabled)
        return palette.color(QPalette::Window);
    if (option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On))
        return mixed(fill, palette.color(QPalette::Active, QPalette::Text), 0.16);
    if (option->state.testFlag(QStyle::State_MouseOver))
        return mixed(fill, palette.color(QPalette::Active, QPalette::Text), 0.07);
    return fill;
}

void drawPushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool primary = isPrimary(widget);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    QColor line = primary && enabled ? QColor() : lineColour(option->palette);
    if (focused)
        line = primary ? option->palette.color(QPalette::Text) : option->palette.color(QPalette::Highlight);
    drawRounded(painter, option->rect, buttonFill(option, primary), line, focused ? 2 : 1);
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const QStyle::State state = option->state;
    const QPalette &palette = option->palette;
    QColor fill;
    if (state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On))
        fill = mixed(palette.color(QPalette::Window), palette.color(QPalette::Text), 0.14);
    else if (state.testFlag(QStyle::State_MouseOver) && state.testFlag(QStyle::State_Enabled))
        fill = mixed(palette.color(QPalette::Window), palette.color(QPalette::Text), 0.07);
    const bool focused = state.testFlag(QStyle::State_HasFocus);
    if (fill.isValid() || focused)
        drawRounded(painter, option->rect, fill, focused ? palette.color(QPalette::Highlight) : QColor(), 2);
}

bool isFlat(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::Flat);
}

// Of a button that is a row of a list: from the left.
void drawRowLabel(const QStyleOptionButton *button, QPainter *painter, const QStyle *style)
{
    constexpr int inset = 6;
    const QRect inside = button->rect.adjusted(inset, 0, -inset, 0);
    QRect picture(inside.topLeft(), button->iconSize);
    picture.moveTop(inside.center().y() - picture.height() / 2);
    const bool enabled = button->state.testFlag(QStyle::State_Enabled);
    button->icon.paint(painter, QStyle::visualRect(button->direction, inside, picture), Qt::AlignCenter,
                       enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect words = inside.adjusted(picture.width() + inset, 0, 0, 0);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic
        | static_cast<int>(QStyle::visualAlignment(button->direction, Qt::AlignLeft));
    style->drawItemText(painter, QStyle::visualRect(button->direction, inside, words), flags, button->palette, enabled,
                        button->text, QPalette::ButtonText);
}

// A box in a list: Fusion's can hardly be seen on a dark ground while it is empty.
void drawListBox(const QStyleOption *option, QPainter *painter)
{
    const auto group = option->state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const QColor ink = option->palette.color(group, QPalette::Text);
    const QColor ground = option->palette.color(QPalette::Base);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(mixed(ground, ink, 0.55));
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 3, 3);
    if (option->state.testFlag(QStyle::State_On)) {
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        painter->setPen(QPen(ink, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)}));
    }
    painter->restore();
}

// The heading of a table: no more than words above a line.
void drawHeader(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
    painter->setPen(lineColour(option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    painter->drawLine(option->rect.topRight(), option->rect.bottomRight());
}

void drawScrollBar(const QStyleOptionSlider *option, const QRect &slider, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (option->minimum == option->maximum)
        return;
    const bool active = option->state.testFlag(QStyle::State_MouseOver) || option->state.testFlag(QStyle::State_Sunken);
    const QColor fill = mixed(option->palette.color(QPalette::Window),
                              option->palette.color(QPalette::Active, QPalette::WindowText), active ? 0.45 : 0.25);
    const QRectF thumb = QRectF(slider).adjusted(3, 3, -3, -3);
    const qreal round = std::min(thumb.width(), thumb.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(thumb, round, round);
    painter->restore();
}

// The whole bar is the groove: it has no arrows.
QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const bool lies = option->orientation == Qt::Horizontal;
    const int length = lies ? option->rect.width() : option->rect.height();
    const qint64 range = qint64{option->maximum} - option->minimum;
    const auto shown =
        static_cast<int>(range > 0 ? length * qint64{option->pageStep} / (range + option->pageStep) : length);
    const int thumb = std::clamp(shown, std::min(length, 28), length);
    const int at = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                   length - thumb, option->upsideDown);
    const auto piece = [&](int from, int size) {
        return lies ? QRect(option->rect.x() + from, option->rect.y(), size, option->rect.height())
                    : QRect(option->rect.x(), option->rect.y() + from, option->rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(at, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + thumb, length - at - thumb);
    case QStyle::SC_ScrollBarGroove:
        return option->rect;
    default:
        return {};
    }
}

void drawLineEdit(const QStyleOption *option, QPainter *painter)
{
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    const QColor line = focused ? option->palette.color(QPalette::Highlight) : lineColour(option->palette);
    drawRounded(painter, option->rect, option->palette.color(QPalette::Base), line, focused ? 2 : 1);
}

} // namespace

LecternStyle::LecternStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void LecternStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true); // Enter presses it, not only Space
}

void LecternStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawPushButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option); panel && panel->lineWidth > 0)
            drawLineEdit(option, painter);
        return;
    case PE_Frame:
        painter->save();
        painter->setPen(lineColour(option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_IndicatorItemViewItemCheck:
        drawListBox(option, painter);
        return;
    case PE_IndicatorArrowDown:
        if (qobject_cast<const QToolButton *>(widget))
            return; // a button with a menu is known by its picture
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget) && !widget->inherits("QCheckBox")
            && !widget->inherits("QRadioButton"))
            return; // drawn with the button's panel
        drawRounded(painter, option->rect, QColor(), option->palette.color(QPalette::Highlight), 2);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LecternStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        drawHeader(option, painter);
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, lineColour(option->palette));
        return;
    }
    if (element == CE_PushButtonBevel && isFlat(option)) {
        drawToolButton(option, painter); // without a panel the focus would not be seen
        return;
    }
    if (const auto *row = qstyleoption_cast<const QStyleOptionButton *>(option);
        row && element == CE_PushButtonLabel && widget && widget->property("row").toBool()) {
        drawRowLabel(row, painter, this);
        return;
    }
    if (element == CE_PushButtonLabel && isPrimary(widget) && option->state.testFlag(State_Enabled)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton white(*button);
            white.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &white, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LecternStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        drawScrollBar(bar, scrollBarPart(bar, SC_ScrollBarSlider), painter);
        return;
    }
    // A button that lies flat until the pointer comes has no panel that would show the focus.
    const bool isRaised = option->state.testAnyFlags(State_MouseOver | State_Sunken | State_On);
    if (control == CC_ToolButton && option->state.testFlag(State_AutoRaise) && option->state.testFlag(State_HasFocus)
        && !isRaised)
        drawToolButton(option, painter);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !box || box->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool focused = option->state.testFlag(State_HasFocus);
    drawRounded(painter, option->rect, buttonFill(option, false),
                focused ? option->palette.color(QPalette::Highlight) : lineColour(option->palette), focused ? 2 : 1);
    QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QIcon::Mode mode = option->state.testFlag(State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    const QSize size(14, 14);
    icon(u"down"_s, QGuiApplication::palette())
        .paint(painter, QRect(QPoint(arrow.center().x() - 7, arrow.center().y() - 6), size), Qt::AlignCenter, mode);
}

QRect LecternStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(textInset, 0, -textInset, 0)
                                                                           : rect;
}

QRect LecternStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return visualRect(bar->direction, bar->rect, scrollBarPart(bar, part));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_ComboBox && part == SC_ComboBoxEditField ? rect.adjusted(textInset, 0, 0, 0) : rect;
}

QSize LecternStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton:
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        size.setHeight(std::max(size.height(), hitTarget));
        break;
    case CT_HeaderSection:
        size.setHeight(std::max(size.height(), hitTarget));
        size.rwidth() += 2 * textInset;
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), hitTarget));
        break;
    default:
        break;
    }
    if (type == CT_ComboBox)
        size.rwidth() += 2 * textInset;
    if (type == CT_ToolButton)
        size.setWidth(std::max(size.width(), hitTarget));
    return size;
}

int LecternStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return 18;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ButtonMargin:
        return 14;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return 6;
    case PM_MenuPanelWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LecternStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace ui
