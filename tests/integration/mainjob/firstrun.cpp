// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/runs.h"
#include "tests/support/engineprocesses.h"
#include "ui/library/librarypane.h"
#include "ui/review/fieldrow.h"
#include "ui/review/reviewpane.h"
#include "ui/signin/pagehost.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace mainjob {
namespace {

// The five documents and who reads each.
const QStringList readHere{u"invoice.pdf"_s, u"rechnung-zugferd.pdf"_s, u"receipt.jpg"_s};
const QStringList readThere{u"scan.pdf"_s, u"claim-form.pdf"_s};

void signIn(app::Application &lectern, Robot &robot)
{
    robot.click(robot.find<QToolButton>(u"accountButton"_s));
    Robot::type(robot.find<QLineEdit>(u"organizationLineEdit"_s), u"acme"_s);
    robot.photograph(u"sign-in-choice"_s);
    robot.click(robot.find<QPushButton>(u"signInButton"_s));

    auto &page = robot.find<ui::PageHost>(u"pageHost"_s);
    const auto shows = [&page](QLatin1StringView title) { return page.accessibleDescription().startsWith(title); };
    Robot::until(u"the login page"_s, [&shows] { return shows("Sign in"_L1); });
    Robot::until(u"the page to have the focus"_s, [&page] { return page.isActiveWindow() && page.hasFocus(); });
    QTest::qWait(1000); // as long as a person takes: Chromium drops what is typed before its first frame
    Robot::keyboard({u"type"_s, u"alice"_s});
    Robot::keyboard({u"key"_s, u"Tab"_s});
    Robot::keyboard({u"type"_s, u"sandbox"_s});
    robot.photograph(u"sign-in-page"_s);
    Robot::keyboard({u"key"_s, u"Return"_s});
    Robot::until(u"the consent page"_s, [&shows] { return shows("Allow"_L1); });
    robot.photograph(u"consent-page"_s);
    Robot::keyboard({u"key"_s, u"Return"_s});
    Robot::until(u"alice to be signed in"_s,
                 [&lectern] { return lectern.accounts().state() == core::Accounts::State::SignedIn; });
    Robot::check(lectern.accounts().current()->organization == "acme"_L1, u"alice works for acme"_s);
    Robot::check(lectern.accounts().current()->kept, u"the keychain took the refresh token"_s);
    Robot::until(
        u"the browser to be gone"_s, [] { return engine::processes().empty(); }, 2);
}

void readDocuments(app::Application &lectern, Robot &robot, const Folders &folders)
{
    const auto dropWith = [&](const QString &engine, const QStringList &names) {
        choosePicker(robot, u"enginePicker"_s, engine);
        QStringList files;
        for (const QString &name : names)
            files += folders.samples() + u'/' + name;
        robot.drop(files);
        for (const QString &name : names)
            Robot::until(u"%1 to be listed"_s.arg(name), [&] {
                const auto &rows = lectern.queue().rows();
                return std::any_of(rows.begin(), rows.end(), [&name](const auto &row) { return row.name == name; });
            });
    };
    dropWith(u"local"_s, readHere);
    dropWith(u"sandbox-gemini"_s, readThere);
    robot.photograph(u"working"_s);
    for (const QString &name : readHere + readThere) {
        Robot::until(
            u"%1 to be read"_s.arg(name),
            [&] {
                const core::DocumentRow &row = rowNamed(lectern, name);
                if (row.state == core::DocumentState::Failed)
                    throw Failure(u"%1 failed: %2 %3"_s.arg(name, row.errorCode, row.errorDetail));
                return row.state == core::DocumentState::ToReview;
            },
            120);
    }
}

ui::FieldRow &field(Robot &robot, const QString &path)
{
    return robot.find<ui::FieldRow>("field-"_L1 + path);
}

void correct(app::Application &lectern, Robot &robot)
{
    chooseDocument(lectern, robot, readHere.first());
    ui::FieldRow &row = field(robot, QLatin1StringView(correctedPath));
    lectern.window().review().choose(row.path());
    robot.photograph(u"evidence"_s);
    Robot::press(row, Qt::Key_F2);
    auto &editor = robot.find<QLineEdit>(u"valueEditor"_s);
    editor.selectAll();
    Robot::type(editor, QLatin1StringView(correctedValue));
    robot.photograph(u"correcting"_s);
    Robot::press(editor, Qt::Key_Return);
    Robot::until(u"the correction to be kept"_s, [&row] {
        return row.field().status == core::FieldStatus::Corrected
            && row.field().value == QLatin1StringView(correctedValue);
    });
}

// Enter, Enter, Enter: the common path of a reviewer.
void approve(app::Application &lectern, Robot &robot)
{
    const qint64 document = lectern.window().library().chosen();
    for (int press = 0; press < 100 && lectern.queue().row(document)->doubts > 0; ++press) {
        const int before = lectern.queue().row(document)->doubts;
        QWidget *focus = lectern.window().focusWidget();
        Robot::check(focus != nullptr, u"a value has the focus"_s);
        Robot::press(*focus, Qt::Key_Return);
        Robot::until(u"Enter to settle a doubt"_s, [&] { return lectern.queue().row(document)->doubts < before; });
    }
    robot.photograph(u"no-doubts-left"_s);
    Robot::press(lectern.window(), Qt::Key_Return, Qt::ControlModifier);
    Robot::until(u"the document to be approved"_s,
                 [&] { return lectern.queue().row(document)->state == core::DocumentState::Approved; });
    robot.photograph(u"approved"_s);
}

void exportAll(Robot &robot, app::Application &lectern, const Folders &folders, int format)
{
    Robot::press(lectern.window(), Qt::Key_E, Qt::ControlModifier);
    auto &sheet = robot.find<QWidget>(u"sheet"_s);
    auto &picker = robot.find<QComboBox>(u"exportFormat"_s);
    picker.setCurrentIndex(format);
    auto &folder = robot.find<QLineEdit>(u"exportFolder"_s);
    folder.selectAll();
    Robot::type(folder, folders.exported());
    const auto scopes = sheet.findChildren<QRadioButton *>();
    Robot::check(!scopes.isEmpty(), u"the sheet asks what to export"_s);
    if (scopes.last()->isEnabled())
        scopes.last()->click(); // everything shown
    robot.photograph(u"export"_s);
    for (QPushButton *button : sheet.findChildren<QPushButton *>()) {
        if (button->property("primary").toBool())
            robot.click(*button);
    }
    const QString pattern = format == 0 ? u"*.json"_s : u"*.csv"_s;
    Robot::until(u"exported files"_s,
                 [&] { return !QDir(folders.exported()).entryList({pattern}, QDir::Files).isEmpty(); });
}

} // namespace

QJsonObject firstRun(app::Application &lectern, Robot &robot, const Folders &folders)
{
    QDir().mkpath(folders.exported());
    robot.photograph(u"first-start"_s);
    signIn(lectern, robot);
    readDocuments(lectern, robot, folders);
    for (const QString &name : readHere + readThere) {
        chooseDocument(lectern, robot, name);
        Robot::until(u"the values of %1"_s.arg(name), [&lectern] {
            const auto rows = lectern.window().review().findChildren<ui::FieldRow *>();
            return std::any_of(rows.begin(), rows.end(), [](const ui::FieldRow *row) { return row->isVisible(); });
        });
        robot.photograph(u"read-"_s + name.section(u'.', 0, 0));
    }
    correct(lectern, robot);
    approve(lectern, robot);
    exportAll(robot, lectern, folders, 0);
    exportAll(robot, lectern, folders, 1);
    return described(lectern);
}

} // namespace mainjob
