// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedpage.h"
#include "folders.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

core::DocumentText printed(const QStringList &lines, core::TextSource source)
{
    static const QRegularExpression word(u"\\S+"_s);
    core::PageText page;
    page.size = {600, 840};
    page.source = source;
    for (int i = 0; i < lines.size(); ++i) {
        for (auto it = word.globalMatch(lines.at(i)); it.hasNext();) {
            const auto match = it.next();
            const QRectF box(6.0 * static_cast<double>(match.capturedStart()), 12.0 * i + 2,
                             6.0 * static_cast<double>(match.capturedLength()), 10);
            page.words.push_back({match.captured(), box, source == core::TextSource::Ocr ? 0.9 : 1.0, i, 0, true});
        }
    }
    core::DocumentText document;
    document.kind = source == core::TextSource::Ocr ? core::DocumentKind::Image : core::DocumentKind::Native;
    document.pages = {page};
    return document;
}

core::Schema shipped(const QString &name)
{
    QFile file(QStringLiteral(LECTERN_SOURCE_DIR) + u"/resources/schemas/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto schema = core::parseSchema(file.readAll());
    return schema ? *schema : core::Schema();
}

core::Finding findingOf(const std::vector<core::Finding> &findings, const QString &path)
{
    for (const core::Finding &finding : findings) {
        if (finding.path == path)
            return finding;
    }
    return {};
}

QString valueOf(const std::vector<core::Finding> &findings, const QString &path)
{
    return findingOf(findings, path).value.value;
}
