// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lecternstyle.h"

#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr qreal radius = 5;

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
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, lineColour(option->palette));
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
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), hitTarget));
        break;
    default:
        break;
    }
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
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
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
