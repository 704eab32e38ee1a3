// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printspool.h"

#include "core/base/paths.h"

#include <QBuffer>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int quality = 96;

} // namespace

core::Result<> PrintSpool::open()
{
    // Not among what is temporary, which is memory on many systems: a book takes more than a gigabyte.
    if (const QString folder = core::paths::cache(); QDir().mkpath(folder))
        m_file.setFileTemplate(folder + u"/print-XXXXXX"_s);
    if (!m_file.open())
        return core::fail(core::ErrorCode::Storage, m_file.errorString());
    return {};
}

core::Result<> PrintSpool::append(const QImage &picture, const SheetPlan &plan)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "jpeg", quality))
        return core::fail(core::ErrorCode::Internal, QStringLiteral("a page can't be compressed"));
    const qint64 at = m_file.size();
    if (!m_file.seek(at) || m_file.write(jpeg) != jpeg.size() || !m_file.flush())
        return core::fail(core::ErrorCode::Storage, m_file.errorString());
    m_sheets.push_back({plan, at, jpeg.size()});
    return {};
}

QImage PrintSpool::picture(std::size_t sheet)
{
    const Sheet &wanted = m_sheets[sheet];
    return m_file.seek(wanted.at) ? QImage::fromData(m_file.read(wanted.bytes), "jpeg") : QImage();
}

} // namespace ui
