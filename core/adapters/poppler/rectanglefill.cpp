// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/rectanglefill.h"

#include <QRect>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <GfxState.h>
#include <optional>
#include <splash/Splash.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashClip.h>
#include <splash/SplashPath.h>
#include <splash/SplashPattern.h>
#include <utility>

namespace core {
namespace {

constexpr int smallest = 4096; // pixels: less is not worth the frame around it

// Of an upright rectangle. In pixels; or in the path's own coordinates, those of left and right along the axis that
// goes across the picture.
struct Edges {
    double left, top, right, bottom;
};

// From a path's coordinates to pixels, where the axes of both are parallel.
class Axes
{
public:
    explicit Axes(const SplashCoord *matrix)
        : m_isTurned(matrix[0] == 0 && matrix[3] == 0)
        , m_areParallel(m_isTurned || (matrix[1] == 0 && matrix[2] == 0))
        , m_across(m_isTurned ? matrix[2] : matrix[0])
        , m_down(m_isTurned ? matrix[1] : matrix[3])
        , m_left(matrix[4])
        , m_top(matrix[5])
    {
    }

    [[nodiscard]] bool areParallel() const { return m_areParallel && m_across != 0 && m_down != 0; }
    [[nodiscard]] Edges toPixels(const Edges &path) const
    {
        return {path.left * m_across + m_left, path.top * m_down + m_top, path.right * m_across + m_left,
                path.bottom * m_down + m_top};
    }
    [[nodiscard]] Edges toPath(const Edges &pixels) const
    {
        return {(pixels.left - m_left) / m_across, (pixels.top - m_top) / m_down, (pixels.right - m_left) / m_across,
                (pixels.bottom - m_top) / m_down};
    }
    [[nodiscard]] std::optional<Edges> edgesOf(const GfxPath &path) const
    {
        if (path.getNumSubpaths() != 1)
            return {};
        const GfxSubpath &lines = *path.getSubpath(0);
        if (lines.getNumPoints() != 5 || !lines.isClosed())
            return {};
        for (int i = 0; i < 5; ++i) {
            if (lines.getCurve(i))
                return {};
        }
        const auto x = [&lines](int i) { return lines.getX(i); };
        const auto y = [&lines](int i) { return lines.getY(i); };
        const bool acrossFirst = y(0) == y(1) && x(1) == x(2) && y(2) == y(3) && x(3) == x(0);
        const bool downFirst = x(0) == x(1) && y(1) == y(2) && x(2) == x(3) && y(3) == y(0);
        if ((!acrossFirst && !downFirst) || x(4) != x(0) || y(4) != y(0))
            return {};
        Edges edges = m_isTurned ? Edges{y(0), x(0), y(2), x(2)} : Edges{x(0), y(0), x(2), y(2)};
        if ((edges.left < edges.right) != (m_across > 0))
            std::swap(edges.left, edges.right);
        if ((edges.top < edges.bottom) != (m_down > 0))
            std::swap(edges.top, edges.bottom);
        return edges;
    }
    void fill(Splash &splash, const Edges &path) const
    {
        SplashPath lines;
        const auto x = [this](double across, double down) { return m_isTurned ? down : across; };
        const auto y = [this](double across, double down) { return m_isTurned ? across : down; };
        lines.moveTo(x(path.left, path.top), y(path.left, path.top));
        lines.lineTo(x(path.right, path.top), y(path.right, path.top));
        lines.lineTo(x(path.right, path.bottom), y(path.right, path.bottom));
        lines.lineTo(x(path.left, path.bottom), y(path.left, path.bottom));
        lines.close();
        splash.fill(&lines, false);
    }

private:
    bool m_isTurned;
    bool m_areParallel;
    double m_across;
    double m_down;
    double m_left;
    double m_top;
};

// With all of these, a pixel that is wholly covered becomes the colour, whatever was there.
bool isOpaque(Splash &splash)
{
    return splash.getVectorAntialias() && splash.getStrokeAdjust() && splash.getFillAlpha() == 1
        && !splash.getBlendFunc() && !splash.getSoftMask() && !splash.getInNonIsolatedGroup()
        && splash.getFillPattern()->isStatic();
}

// The pixels that are wholly covered, without those at an edge of the rectangle or of the clipping.
QRect insideOf(const Edges &pixels, SplashClip &clip, const SplashBitmap &bitmap)
{
    const auto from = [](double edge, double clipped) { return std::ceil(std::max({edge, clipped, 0.0})) + 1; };
    const auto to = [](double edge, double clipped, int size) {
        return std::floor(std::min({edge, clipped, static_cast<double>(size)})) - 1;
    };
    const double left = from(pixels.left, clip.getXMin());
    const double top = from(pixels.top, clip.getYMin());
    const double right = to(pixels.right, clip.getXMax(), bitmap.getWidth());
    const double bottom = to(pixels.bottom, clip.getYMax(), bitmap.getHeight());
    if (!(left < right && top < bottom)) // nor when one is not a number
        return {};
    return {QPoint(static_cast<int>(left), static_cast<int>(top)),
            QPoint(static_cast<int>(right) - 1, static_cast<int>(bottom) - 1)};
}

void paintOver(SplashBitmap &bitmap, const QRect &inside)
{
    const auto row = [&bitmap](int y) { return bitmap.getDataPtr() + static_cast<qsizetype>(y) * bitmap.getRowSize(); };
    quint32 colour = 0; // as Splash has made it, of a pixel that is as these
    std::memcpy(&colour, row(inside.top() - 1) + inside.left() * sizeof colour, sizeof colour);
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        std::fill_n(reinterpret_cast<quint32 *>(row(y)) + inside.left(), inside.width(), colour);
        std::memset(bitmap.getAlphaPtr() + static_cast<qsizetype>(y) * bitmap.getWidth() + inside.left(), 255,
                    static_cast<std::size_t>(inside.width()));
    }
}

} // namespace

bool fillLargeRectangle(Splash &splash, const GfxPath &path)
{
    SplashBitmap &bitmap = *splash.getBitmap();
    const Axes axes(splash.getMatrix());
    if (!axes.areParallel() || bitmap.getMode() != splashModeXBGR8 || !bitmap.getAlphaPtr() || bitmap.getRowSize() < 0
        || !isOpaque(splash))
        return false;
    const auto outer = axes.edgesOf(path);
    if (!outer)
        return false;
    SplashClip &clip = *splash.getClip();
    const QRect inside = insideOf(axes.toPixels(*outer), clip, bitmap);
    if (clip.getNumPaths() > 0 || static_cast<qint64>(inside.width()) * inside.height() < smallest)
        return false;
    // The frame around them by Splash itself: it rounds the outer edges, and cuts them where they are clipped.
    const Edges inner =
        axes.toPath({static_cast<double>(inside.left()), static_cast<double>(inside.top()),
                     static_cast<double>(inside.right()) + 1, static_cast<double>(inside.bottom()) + 1});
    axes.fill(splash, {outer->left, outer->top, outer->right, inner.top});
    axes.fill(splash, {outer->left, inner.bottom, outer->right, outer->bottom});
    axes.fill(splash, {outer->left, inner.top, inner.left, inner.bottom});
    axes.fill(splash, {inner.right, inner.top, outer->right, inner.bottom});
    paintOver(bitmap, inside);
    return true;
}

} // namespace core
