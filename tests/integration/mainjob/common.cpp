// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/runs.h"
#include "ui/library/librarypane.h"

#include <QComboBox>
#include <QJsonArray>
#include <QListView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace mainjob {
namespace {

QString nameOf(core::DocumentState state)
{
    switch (state) {
    case core::DocumentState::Waiting:
        return u"waiting"_s;
    case core::DocumentState::Running:
        return u"running"_s;
    case core::DocumentState::ToReview:
        return u"to review"_s;
    case core::DocumentState::Approved:
        return u"approved"_s;
    case core::DocumentState::Failed:
        return u"failed"_s;
    case core::DocumentState::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

} // namespace

const core::DocumentRow &rowNamed(app::Application &lectern, const QString &name)
{
    for (const core::DocumentRow &row : lectern.queue().rows()) {
        if (row.name == name)
            return row;
    }
    throw Failure(u"%1 is not in the library"_s.arg(name));
}

void chooseDocument(app::Application &lectern, Robot &robot, const QString &name)
{
    auto &list = robot.find<QListView>(u"documentList"_s);
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (!index.data(Qt::DisplayRole).toString().contains(name))
            continue;
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
        Robot::until(u"%1 to be chosen"_s.arg(name),
                     [&] { return lectern.window().library().chosen() == rowNamed(lectern, name).id; });
        return;
    }
    throw Failure(u"the list does not show %1"_s.arg(name));
}

void choosePicker(Robot &robot, const QString &objectName, const QString &data)
{
    auto &picker = robot.find<QComboBox>(objectName);
    const int wanted = picker.findData(data);
    Robot::check(wanted >= 0, u"%1 offers %2"_s.arg(objectName, data));
    picker.setFocus();
    while (picker.currentIndex() != wanted) {
        const int before = picker.currentIndex();
        Robot::press(picker, wanted > before ? Qt::Key_Down : Qt::Key_Up);
        Robot::check(picker.currentIndex() != before, u"%1 follows the arrow keys"_s.arg(objectName));
    }
}

QJsonObject described(app::Application &lectern)
{
    QJsonArray documents;
    for (const core::DocumentRow &row : lectern.queue().rows()) {
        documents += QJsonObject{{u"name"_s, row.name},      {u"state"_s, nameOf(row.state)}, {u"engine"_s, row.engine},
                                 {u"schema"_s, row.schema},  {u"pages"_s, row.pages},         {u"doubts"_s, row.doubts},
                                 {u"error"_s, row.errorCode}};
    }
    QJsonObject account;
    if (const auto current = lectern.accounts().current()) {
        account = {{u"name"_s, current->name},
                   {u"organization"_s, current->organization},
                   {u"roles"_s, QJsonArray::fromStringList(current->roles)},
                   {u"kept"_s, current->kept}};
    }
    return {{u"account"_s, account}, {u"documents"_s, documents}};
}

} // namespace mainjob
