// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/organizationssheet.h"

#include "ui/signin/addressrules.h"
#include "ui/signin/factlist.h"
#include "ui/signin/organizationrow.h"
#include "ui/text/signintext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowlist.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int panelWidth = 560;

} // namespace

OrganizationsSheet::OrganizationsSheet(core::Accounts &accounts, core::ProviderSetup &setup, QWidget *window)
    : Sheet(tr("Connected organizations"), window)
    , m_accounts(accounts)
    , m_setup(setup)
    , m_message(new MessageBar(this))
    , m_rows(new RowList(tr("Connected organizations"), this))
    , m_none(new QLabel(tr("No organization is connected yet. Everything on this computer works without one."), this))
    , m_progress(new QLabel(this))
    , m_facts(new FactList(this))
{
    setObjectName(u"organizationsSheet"_s);
    m_progress->setObjectName(u"organizationsProgress"_s);
    for (QLabel *label : {m_none, m_progress}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_progress->hide();
    m_facts->hide();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_rows), static_cast<QWidget *>(m_none),
          static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_facts)})
        body()->addWidget(widget);
    auto *another = addButton(tr("Connect another…"));
    another->setObjectName(u"organizationsConnect"_s);
    another->setAutoDefault(true);
    auto *done = addButton(tr("Done"), true);
    done->setObjectName(u"organizationsDone"_s);
    connect(another, &QPushButton::clicked, this, &OrganizationsSheet::connectRequested);
    connect(done, &QPushButton::clicked, this, &Sheet::close);
    connect(&accounts, &core::Accounts::profilesChanged, this, &OrganizationsSheet::fill);
    fill();
    setPanelWidth(panelWidth);
}

OrganizationsSheet::~OrganizationsSheet()
{
    m_stop.request_stop();
}

void OrganizationsSheet::start()
{
    const auto buttons = m_rows->findChildren<QPushButton *>();
    open(buttons.isEmpty() ? nullptr : buttons.front());
}

void OrganizationsSheet::fill()
{
    const QWidget *focused = focusWidget(); // is there again in the new list, unless its organization is gone
    const bool hadFocus = focused && m_rows->isAncestorOf(focused);
    const QString button = hadFocus ? focused->objectName() : QString();
    const QString organization = hadFocus ? focused->parentWidget()->objectName() : QString();
    QWidget *next = findChild<QPushButton *>(u"organizationsDone"_s);
    m_rows->clear();
    for (const core::ProviderProfile &profile : m_accounts.profiles()) {
        auto *row = new OrganizationRow(profile, m_setup.isOwn(profile), m_rows);
        connect(row, &OrganizationRow::testRequested, this, [this, profile, row] { test(profile, row); });
        connect(row, &OrganizationRow::renamed, this, [this, profile](const QString &name) { rename(profile, name); });
        connect(row, &OrganizationRow::removeRequested, this, [this, profile] { emit removeRequested(profile); });
        m_rows->add(row);
        if (QWidget *same = row->findChild<QWidget *>(button); same && row->objectName() == organization)
            next = same;
    }
    m_none->setVisible(m_accounts.profiles().empty());
    m_rows->setVisible(!m_accounts.profiles().empty());
    if (hadFocus && !isHidden())
        next->setFocus(Qt::OtherFocusReason);
}

void OrganizationsSheet::test(const core::ProviderProfile &profile, OrganizationRow *row)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_message->dismiss();
    m_facts->hide();
    m_progress->setText(tr("Asking %1…").arg(originText(core::discoveryUrl(profile))));
    m_progress->show();
    for (auto *other : m_rows->findChildren<OrganizationRow *>())
        other->setBusy(other == row);
    core::whenDone(m_setup.test(profile, m_stop.get_token()), this,
                   [this, profile, row = QPointer(row),
                    stop = m_stop.get_token()](const core::Result<core::ProviderSetup::Tested> &tested) {
                       if (row)
                           row->setBusy(false);
                       if (!stop.stop_requested()) // else another one is asked now
                           show(profile, tested);
                   });
}

void OrganizationsSheet::show(const core::ProviderProfile &profile,
                              const core::Result<core::ProviderSetup::Tested> &tested)
{
    m_progress->setVisible(tested.has_value());
    if (!tested)
        return fail(tested.error());
    m_progress->setText(tr("%1 answers:").arg(profile.name));
    m_facts->setLines(factLines(tested->profile, tested->facts));
    m_facts->show();
    setPanelWidth(panelWidth); // places it anew
}

void OrganizationsSheet::rename(const core::ProviderProfile &profile, const QString &name)
{
    m_message->dismiss();
    if (const auto renamed = m_setup.rename(profile, name); !renamed)
        fail(renamed.error());
}

void OrganizationsSheet::fail(const core::Error &error)
{
    if (error.code != core::ErrorCode::Cancelled)
        m_message->tell(MessageBar::Kind::Error, signInErrorText(error), {}, technicalText(error));
}

} // namespace ui
