// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/formcaptions.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr double widestGap = 25; // points between the boxes of one number
constexpr double captionReach = 16; // points above a box in which its caption ends

bool isBox(const FormValue &form)
{
    return form.value == u"true" || form.value == u"false";
}

// "topmostSubform[0].Page1[0].f1_1[0]" as "f1_1": XFA numbers everything.
QString plainName(const QString &name)
{
    static const QRegularExpression index(u"\\[\\d+\\]"_s);
    QString last = name.section(u'.', -1);
    return last.remove(index);
}

bool sameLine(const QRectF &a, const QRectF &b)
{
    return std::abs(a.center().y() - b.center().y()) < 0.5 * std::min(a.height(), b.height());
}

// Tokens of a page whose middle lies in a region, in reading order.
QString textIn(const Layout &layout, int page, const QRectF &region)
{
    QStringList words;
    for (int i = 0; i < layout.tokenCount(); ++i) {
        if (layout.segmentOf(i).page != page)
            continue;
        if (const Token token = layout.token(i); region.contains(token.box.center()))
            words << token.text;
    }
    return words.join(u' ');
}

QString besideBox(const DocumentText &document, const Layout &layout, const FormValue &form)
{
    const QRectF &box = form.place.box;
    double right = box.right() + 220;
    for (const FormValue &other : document.formValues) {
        if (other.place.page == form.place.page && other.place.box.left() > box.right()
            && sameLine(other.place.box, box))
            right = std::min(right, other.place.box.left() - 1);
    }
    return textIn(layout, form.place.page,
                  QRectF(QPointF(box.right(), box.top() - 2), QPointF(right, box.bottom() + 3)));
}

// The line that ends just above, from the box's left edge on; else what stands left of it, on two lines at most.
QString besideText(const DocumentText &document, const Layout &layout, const Place &place)
{
    const QRectF &box = place.box;
    const QRectF above(QPointF(box.left() - 6, box.top() - captionReach), QPointF(box.right() + 4, box.top() + 1));
    QString caption = textIn(layout, place.page, above);
    double left = std::max(0.0, box.left() - 180);
    for (const FormValue &other : document.formValues) {
        if (other.place.page == place.page && other.place.box.right() <= box.left() && sameLine(other.place.box, box))
            left = std::max(left, other.place.box.right());
    }
    const QRectF beside(QPointF(left, box.top() - 9), QPointF(box.left(), box.bottom() + 2));
    const QString side = textIn(layout, place.page, beside);
    if (caption.isEmpty() || (!side.isEmpty() && box.width() < 80))
        return side.isEmpty() ? caption : side;
    return caption;
}

bool continues(const FormValue &before, const FormValue &next)
{
    const double gap = next.place.box.left() - before.place.box.right();
    const bool digits = std::all_of(next.value.begin(), next.value.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(before.value.begin(), before.value.end(), [](QChar c) { return c.isDigit(); });
    return before.place.page == next.place.page && sameLine(before.place.box, next.place.box) && gap >= 0
        && gap < widestGap && digits && !next.value.isEmpty() && next.label == before.label;
}

} // namespace

std::vector<CaptionedValue> captionedValues(const DocumentText &document, const Layout &layout)
{
    std::vector<CaptionedValue> result;
    const FormValue *before = nullptr;
    for (const FormValue &form : document.formValues) {
        Place place = form.place;
        place.source = TextSource::FormField;
        if (!isBox(form) && before && !isBox(*before) && continues(*before, form)) {
            CaptionedValue &whole = result.back();
            whole.value += form.value;
            whole.places.front().box |= place.box;
            whole.places.front().text = whole.value;
            before = &form;
            continue;
        }
        before = &form;
        const QString caption = isBox(form) ? besideBox(document, layout, form) : QString();
        result.push_back({plainName(form.name), form.label, caption, form.value.trimmed(), {place}, isBox(form)});
    }
    for (CaptionedValue &each : result) {
        if (!each.box)
            each.caption = besideText(document, layout, each.places.front());
    }
    return result;
}

} // namespace core
