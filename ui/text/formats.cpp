// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct Formats {
    Q_DECLARE_TR_FUNCTIONS(ui::Formats)
};

} // namespace

QString percentText(double part)
{
    const int percent = part >= 1 ? 100 : static_cast<int>(std::floor(std::max(0.0, part) * 100 + 1e-9));
    return Formats::tr("%1 %", "certainty").arg(percent);
}

QString momentText(const QDateTime &when, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return time;
    if (days == 1)
        return Formats::tr("yesterday %1").arg(time);
    return locale.toString(local.date(), QLocale::ShortFormat);
}

QString clockText(const QDateTime &when)
{
    return when.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString withKeys(const QString &text, const QKeySequence &keys)
{
    return keys.isEmpty() ? text : "%1 (%2)"_L1.arg(text, keys.toString(QKeySequence::NativeText));
}

} // namespace ui
