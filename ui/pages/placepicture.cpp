// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placepicture.h"

#include "ui/pages/view/pageview.h"

namespace ui {

QImage placePicture(const PageView &view, int page, const QRectF &box)
{
    const PageLayout &layout = view.geometry().layout();
    if (page < 1 || page > layout.pages())
        return {};
    const QSizeF points = layout.pageSize(page);
    const QRectF place = box & QRectF(QPointF(), points);
    const PictureCache &cache = view.pictures().cache();
    const Picture *picture = cache.region(page, wantedDpi(layout), layout.rotation(), place);
    if (!picture)
        picture = cache.nearest(page, wantedDpi(layout), layout.rotation());
    if (!picture || place.isEmpty())
        return {};
    const QRectF part = picture->key.region.isEmpty() ? QRectF(QPointF(), points) : picture->key.region;
    const PageTransform toPicture(part.size(), picture->key.rotation, QRectF(picture->image.rect()));
    const QRect pixels = toPicture.toTarget(place.translated(-part.topLeft())).toAlignedRect() & picture->image.rect();
    QImage cut = picture->image.copy(pixels);
    if (const int turn = layout.rotation() - picture->key.rotation; turn != 0)
        cut = cut.transformed(QTransform().rotate(turn)); // drawn before the view was turned
    cut.setDevicePixelRatio(view.geometry().ratio());
    return cut;
}

} // namespace ui
