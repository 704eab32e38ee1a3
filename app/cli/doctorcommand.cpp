// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/doctor.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"[--json]"_s;
}

QString summary()
{
    return tr("Says what works here: keychain, OCR, fonts, page worker, network, folders.");
}

QString nameText(const QString &name)
{
    static const QHash<QString, QString> names{
        {u"folder"_s, tr("Folder")},
        {u"schemas"_s, tr("Schemas")},
        {u"connections"_s, tr("Connections")},
        {u"proxies"_s, tr("Proxies")},
        {u"certificates"_s, tr("Certificates")},
        {u"extra_authorities"_s, tr("Own authorities")},
        {u"client_certificates"_s, tr("Own certificate")},
        {u"ocr_languages"_s, tr("OCR languages")},
        {u"page_worker"_s, tr("Page worker")},
        {u"fonts"_s, tr("Fonts")},
        {u"keychain"_s, tr("Keychain")},
    };
    return names.value(name, name);
}

bool print(const std::vector<Doctor::Finding> &findings, bool json)
{
    QJsonArray all;
    for (const Doctor::Finding &finding : findings) {
        all += QJsonObject{{u"name"_s, finding.name}, {u"works"_s, finding.works}, {u"detail"_s, finding.detail}};
        const QString line = u"%1 %2  %3"_s.arg(finding.works ? u"\u2713"_s : u"\u2717"_s,
                                                nameText(finding.name).leftJustified(14), finding.detail);
        if (!json && !printLine(line.trimmed()))
            return false;
    }
    return !json
        || printJson({{u"format"_s, u"lectern.doctor/1"_s},
                      {u"version"_s, QCoreApplication::applicationVersion()},
                      {u"checks"_s, all}});
}

// Without a page worker nothing can be read; everything else has a way round it.
bool isUsable(const std::vector<Doctor::Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Doctor::Finding &finding) {
        return finding.name == "page_worker"_L1 && finding.works;
    });
}

int run(const QStringList &words)
{
    Arguments arguments(u"doctor"_s, usage(), summary());
    arguments.flag(u"json"_s, tr("Prints one JSON object."));
    if (const auto code = arguments.parse(words))
        return *code;
    Doctor doctor;
    return runUntilDone([&](auto done) {
        doctor.examine([&arguments, done](const std::vector<Doctor::Finding> &findings) {
            if (!print(findings, arguments.has(u"json"_s)))
                return done(failOutput());
            done(isUsable(findings) ? Done : InternalError);
        });
    });
}

} // namespace

Command doctorCommand()
{
    return {u"doctor"_s, usage(), summary(), run};
}

} // namespace app
