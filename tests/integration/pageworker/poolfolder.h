// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/pdfbytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

inline const QByteArray helloContent = "BT /F1 24 Tf 72 700 Td (Hello wide world) Tj ET 0 0 1 rg 100 100 200 50 re f";

template<typename T>
core::Result<T> answerOf(const core::Async<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) && answer.resultCount() > 0
        ? answer.result()
        : core::Result<T>(core::fail(core::ErrorCode::Internal, QStringLiteral("no answer")));
}

// Documents on the disk for real workers.
class PoolFolder
{
public:
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    [[nodiscard]] QString hello() const
    {
        return write(QStringLiteral("hello.pdf"), PdfBytes::onePage(helloContent));
    }

    core::OpenedDocument openHello(core::WorkerPool &pool) const
    {
        const auto opened = answerOf(pool.open(hello(), {}, {}));
        return opened ? *opened : core::OpenedDocument();
    }

private:
    QTemporaryDir m_folder;
};
