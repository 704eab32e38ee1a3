// SPDX-License-Identifier: GPL-3.0-or-later
// make-samples FOLDER [NAME...]: writes the project's own documents.
#include "tests/support/sampledocuments.h"

#include <QDir>
#include <QGuiApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QTextStream messages(stderr);
    QStringList names = QGuiApplication::arguments().mid(1);
    if (names.isEmpty()) {
        messages << "usage: make-samples FOLDER [NAME...]\n";
        return 2;
    }
    const QString folder = names.takeFirst();
    if (names.isEmpty()) {
        for (const samples::SampleDocument &document : samples::all())
            names += document.name;
    }
    if (!QDir().mkpath(folder)) {
        messages << "can't make " << folder << '\n';
        return 1;
    }
    for (const QString &name : std::as_const(names)) {
        const auto made = samples::make(name, folder);
        if (!made) {
            messages << name << ": " << made.error().detail << '\n';
            return 1;
        }
    }
    return 0;
}
