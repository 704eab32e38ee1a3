// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/logfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr qint64 mostBytes = 1024 * 1024;
constexpr int filesKept = 3;

// Messages come from every thread.
class Log
{
public:
    void open(const QString &folder)
    {
        const QMutexLocker lock(&m_mutex);
        QDir().mkpath(folder);
        m_path = folder + "/lectern.log"_L1;
        reopen();
    }

    void write(const QString &line)
    {
        const QMutexLocker lock(&m_mutex);
        const QByteArray bytes = line.toUtf8() + '\n';
        std::fputs(bytes.constData(), stderr);
        if (!m_file.isOpen())
            return;
        if (m_file.size() + bytes.size() > mostBytes)
            rotate();
        m_file.write(bytes);
        m_file.flush();
    }

private:
    void reopen()
    {
        m_file.setFileName(m_path);
        if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    void rotate()
    {
        m_file.close();
        const auto numbered = [this](int number) { return "%1.%2"_L1.arg(m_path, QString::number(number)); };
        QFile::remove(numbered(filesKept - 1));
        for (int number = filesKept - 2; number >= 1; --number)
            QFile::rename(numbered(number), numbered(number + 1));
        QFile::rename(m_path, numbered(1));
        reopen();
    }

    QMutex m_mutex;
    QString m_path;
    QFile m_file;
};

Log &theLog()
{
    static Log log; // Qt's message handler is a plain function: there is nowhere else to keep it
    return log;
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    Q_UNREACHABLE();
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    theLog().write("%1 %2 %3: %4"_L1.arg(time, levelName(type), QString::fromUtf8(context.category), text));
}

} // namespace

void startLog(const QString &folder)
{
    theLog().open(folder);
    qInstallMessageHandler(handle);
}

} // namespace app
