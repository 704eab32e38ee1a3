// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/document.h"
#include "core/documents/pagesource.h"

#include <QImage>
#include <QRect>

#include <functional>

namespace core {

// Asked now and then during long work; true: end it, its outcome is no longer wanted.
using StopCheck = std::function<bool()>;

struct Drawing {
    int page = 1; // 1-based
    double dpi = 96;
    int rotation = 0; // clockwise, on top of the page's own
    QRect area; // pixels of the whole page, turned and scaled
    // A picture of the area's size, Format_RGB32, to draw into; asked for when there is something to draw. None: one is
    // made. It spares a copy, and who draws need not heed it.
    std::function<QImage()> canvas = {};
    LayerStates layers = {};
};

// A document open in this very process, of one kind or another. Every call blocks: it belongs into a page worker.
class PagedDocument
{
public:
    PagedDocument() = default;
    PagedDocument(const PagedDocument &) = delete;
    PagedDocument &operator=(const PagedDocument &) = delete;
    virtual ~PagedDocument() = default;

    [[nodiscard]] virtual QString title() = 0;
    [[nodiscard]] virtual std::vector<QSizeF> pageSizes() = 0; // points, as shown
    [[nodiscard]] virtual Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) = 0;
    // At which scale to look at the page's ink: a picture's own, or one that suits print.
    [[nodiscard]] virtual double scanDpi(int page) = 0;
    [[nodiscard]] virtual Result<PageText> text(int page, const StopCheck &stop) = 0;
    [[nodiscard]] virtual DocumentText extras(const StopCheck &stop) = 0;
    [[nodiscard]] virtual std::vector<OutlineEntry> outline() = 0;

    // As PageSource has them; a picture has next to none of it.
    [[nodiscard]] virtual DocumentFacts facts(const StopCheck &) { return {}; }
    [[nodiscard]] virtual DocumentProperties properties(const StopCheck &) { return {}; }
    [[nodiscard]] virtual std::vector<SignatureFact> signatures(const StopCheck &) { return {}; }
    [[nodiscard]] virtual std::vector<PageLink> links(int) { return {}; }
    [[nodiscard]] virtual Result<QByteArray> attachment(int) { return fail(ErrorCode::NotFound); }
    [[nodiscard]] virtual std::vector<LayerEntry> switchLayer(const LayerStates &, int, bool) { return {}; }
};

} // namespace core
