// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/intake.h"

#include "core/base/patientthreads.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 headSize = 1024; // PDF readers accept that much of anything before the header

// Even to close a file may take forever: the server of a share is asked to, and whoever lets go of the file last, in
// whatever thread, must not wait for it.
std::shared_ptr<QFile> patientFile(const QString &path)
{
    static auto *threads = new PatientThreads; // never destroyed: the last file may be let go of at the very end
    return {new QFile(path), [](QFile *file) { threads->pool()->start([file] { delete file; }); }};
}

} // namespace

QString sniffMimeType(QByteArrayView head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (head.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    for (const QByteArrayView mark : {QByteArrayView("II*\0", 4), QByteArrayView("MM\0*", 4),
                                      QByteArrayView("II+\0", 4), QByteArrayView("MM\0+", 4)}) {
        if (head.startsWith(mark))
            return u"image/tiff"_s;
    }
    if (head.first(qMin(head.size(), headSize)).indexOf(QByteArrayView("%PDF-")) >= 0)
        return u"application/pdf"_s;
    return {};
}

Result<Intake> takeIn(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, path);
    if (info.isDir())
        return fail(ErrorCode::NotADocument, folderNotFile);
    if (!info.isFile()) // opening a pipe would wait for a writer
        return fail(ErrorCode::NotADocument, u"not a regular file"_s);
    Intake intake;
    intake.file = patientFile(path);
    if (!intake.file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::AccessDenied, intake.file->errorString());
    intake.bytes = intake.file->size();
    if (intake.bytes == 0)
        return fail(ErrorCode::NotADocument, emptyFile);
    intake.mimeType = sniffMimeType(intake.file->read(headSize + 8));
    if (intake.mimeType.isEmpty())
        return fail(ErrorCode::NotADocument, u"unknown kind of file"_s);
    return intake;
}

} // namespace core
