// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/protocol.h"
#include "core/documents/firstlook.h"
#include "core/documents/pageddocument.h"

#include <QImage>

namespace app {

// The first page, drawn before it is asked for.
class FirstPicture
{
public:
    FirstPicture() = default;
    // Nothing when the look says nothing, or more than a page that is drawn as a whole. page: points.
    FirstPicture(qint64 document, const core::FirstLook &look, const QSizeF &page);

    void draw(core::PagedDocument &document, const core::StopCheck &stop);
    // True when that frame asks for this very picture.
    [[nodiscard]] bool isAskedBy(const core::Frame &frame) const;
    [[nodiscard]] bool isAskedBy(const core::RenderCall &call) const;
    [[nodiscard]] qint64 document() const { return m_call.document; } // 0: none is expected
    [[nodiscard]] const QImage &image() const { return m_image; }

private:
    core::RenderCall m_call;
    QImage m_image;
};

} // namespace app
