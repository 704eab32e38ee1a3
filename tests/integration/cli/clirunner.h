// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// The real program, run on documents that the test draws, with configuration folders of its own.
class CliRunner
{
public:
    struct Outcome {
        int code = -1; // -1: it crashed or did not end
        QByteArray output;
        QByteArray messages;

        [[nodiscard]] QList<QJsonObject> records() const // empty when a line is not a JSON object
        {
            QList<QJsonObject> all;
            for (const QByteArray &line : output.split('\n')) {
                if (line.isEmpty())
                    continue;
                const QJsonDocument json = QJsonDocument::fromJson(line);
                if (!json.isObject())
                    return {};
                all += json.object();
            }
            return all;
        }
    };

    [[nodiscard]] Outcome run(const QStringList &arguments, const QString &outputFile = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"CONFIG", "DATA", "CACHE", "STATE"})
            environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1String(name)), path(QLatin1String(name)));
        environment.insert(QStringLiteral("LECTERN_PAGE_WORKER"), QStringLiteral(LECTERN_PAGE_WORKER));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        process.setProcessEnvironment(environment);
        if (!outputFile.isEmpty())
            process.setStandardOutputFile(outputFile);
        process.start(QStringLiteral(LECTERN_CLI), arguments);
        Outcome outcome;
        // A server of the test may be asked meanwhile.
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 90'000);
        if (ended && process.exitStatus() == QProcess::NormalExit)
            outcome.code = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.messages = process.readAllStandardError();
        return outcome;
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    // A page of plain lines.
    QString draw(const QString &name, const QStringList &lines) const
    {
        QPdfWriter writer(path(name));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(72);
        QPainter painter(&writer);
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 11));
        for (qsizetype i = 0; i < lines.size(); ++i)
            painter.drawText(QPointF(20, 40.0 + 24.0 * static_cast<double>(i)), lines[i]);
        return path(name);
    }

    QTemporaryDir folder;
};
