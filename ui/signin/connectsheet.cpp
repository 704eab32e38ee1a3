// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/connectsheet.h"

#include "ui/signin/addressrules.h"
#include "ui/signin/connectform.h"
#include "ui/signin/connectstart.h"
#include "ui/signin/factlist.h"
#include "ui/text/signintext.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int panelWidth = 560;

// Where the provider is can be tried before the client's own facts are known.
core::ProviderDraft forTesting(const core::ProviderDraft &draft)
{
    core::ProviderDraft whole = draft;
    QHash<QString, QString> values;
    for (const auto &missing : core::missingIn(draft)) {
        if (missing.name == "client_id"_L1 || missing.name == "client_secret"_L1 || missing.name == "audience"_L1)
            values.insert(missing.name, u"not-known-yet"_s);
    }
    return core::filled(whole, values);
}

bool isMissing(const core::ProviderDraft &draft, QLatin1StringView name)
{
    const auto missing = core::missingIn(draft);
    return std::ranges::any_of(missing, [name](const auto &one) { return one.name == name; });
}

} // namespace

ConnectSheet::ConnectSheet(core::ProviderSetup &setup, QWidget *window)
    : Sheet(tr("Connect your organization"), window)
    , m_setup(setup)
    , m_message(new MessageBar(this))
    , m_start(new ConnectStart(setup.templates(), this))
    , m_form(new ConnectForm(this))
    , m_progress(new QLabel(this))
    , m_facts(new FactList(this))
{
    setObjectName(u"connectSheet"_s);
    m_progress->setObjectName(u"connectProgress"_s);
    m_progress->setWordWrap(true);
    m_progress->setTextFormat(Qt::PlainText);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_form),
          static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_facts)})
        body()->addWidget(widget);
    m_back = addButton(tr("Back"));
    m_back->setObjectName(u"connectBack"_s);
    auto *cancel = addButton(tr("Cancel"));
    cancel->setObjectName(u"connectCancel"_s);
    m_next = addButton(tr("Continue"), true);
    m_next->setObjectName(u"connectNext"_s);

    connect(m_back, &QPushButton::clicked, this, &ConnectSheet::goBack);
    connect(cancel, &QPushButton::clicked, this, &Sheet::close);
    connect(m_next, &QPushButton::clicked, this, &ConnectSheet::proceed);
    connect(m_start, &ConnectStart::changed, this, &ConnectSheet::refresh);
    connect(m_start, &ConnectStart::fileChosen, this, &ConnectSheet::take);
    connect(m_form, &ConnectForm::changed, this, &ConnectSheet::refresh);
    connect(m_form, &ConnectForm::addressChanged, this, &ConnectSheet::forgetTest);
    connect(m_message, &MessageBar::dismissed, this, &ConnectSheet::refresh);
    m_form->hide();
    goBack();
}

ConnectSheet::~ConnectSheet()
{
    m_stop.request_stop();
}

void ConnectSheet::start()
{
    open(m_start->addressField());
}

void ConnectSheet::goBack()
{
    stopAsking();
    m_message->dismiss();
    m_form->hide();
    m_facts->hide();
    m_tested = false;
    m_start->show();
    refresh();
    if (isVisible())
        m_start->addressField()->setFocus();
}

void ConnectSheet::proceed()
{
    m_message->dismiss();
    if (!m_start->isHidden()) {
        const QString typed = m_start->address();
        const auto address = typed.isEmpty() ? core::Result<QUrl>(QUrl()) : core::addressFrom(typed);
        if (!address)
            return fail(address.error());
        if (m_start->blank().isEmpty())
            return showForm(core::draftFor(*address, m_setup.templates()));
        core::ProviderDraft draft = core::draftOfTemplate(m_setup.templates(), m_start->blank());
        if (!address->isEmpty()) {
            const core::ProviderDraft told = core::draftFor(*address, m_setup.templates());
            if (told.blank == draft.blank)
                draft = told;
            else if (!draft.profile.contains("issuer_template"_L1))
                draft.profile.insert("issuer"_L1, address->toString(QUrl::FullyEncoded));
        }
        showForm(draft);
    } else if (m_tested) {
        save();
    } else {
        test();
    }
}

void ConnectSheet::take(const QString &file)
{
    auto draft = core::importProfileFile(file, m_setup.templates());
    if (draft)
        showForm(*draft);
    else
        fail(draft.error());
}

void ConnectSheet::showForm(const core::ProviderDraft &draft)
{
    m_message->dismiss();
    m_tested = false;
    m_start->hide();
    m_form->ask(draft);
    m_form->show();
    m_facts->hide();
    refresh();
    QWidget *first = m_form->firstField();
    (first ? first : m_next)->setFocus();
    if (mayTest()) // what is found shows before anything was typed, where the address says enough
        test();
}

bool ConnectSheet::mayTest() const
{
    return core::profileOf(forTesting(m_form->draft())).has_value();
}

void ConnectSheet::test()
{
    stopAsking();
    m_asking = true;
    m_progress->setText(tr("Asking %1…")
                            .arg(originText(core::discoveryUrl(
                                core::profileOf(forTesting(m_form->draft())).value_or(core::ProviderProfile())))));
    refresh();
    emit asking();
    core::whenDone(m_setup.test(forTesting(m_form->draft()), m_stop.get_token()), this,
                   [this, stop = m_stop.get_token()](const core::Result<core::ProviderSetup::Tested> &tested) {
                       if (!stop.stop_requested()) // else something else is asked now
                           show(tested);
                   });
}

void ConnectSheet::show(const core::Result<core::ProviderSetup::Tested> &tested)
{
    m_asking = false;
    m_tested = tested.has_value();
    if (!tested) {
        m_facts->hide();
        return fail(tested.error());
    }
    m_draft = tested->draft; // its issuer is as the provider writes it
    auto lines = otherLines(tested->draft.others);
    core::ProviderProfile shown = tested->profile;
    if (isMissing(m_form->draft(), "client_id"_L1))
        shown.clientId.clear(); // what stood in for it is nobody's business
    const auto facts = factLines(shown, tested->facts);
    lines.insert(lines.end(), facts.begin(), facts.end());
    m_facts->setLines(lines);
    m_facts->show();
    refresh();
}

void ConnectSheet::forgetTest()
{
    stopAsking();
    m_tested = false;
    m_facts->hide();
    refresh();
}

void ConnectSheet::save()
{
    core::ProviderDraft draft = m_form->draft();
    draft.profile.insert("issuer"_L1, m_draft.text("issuer"_L1));
    m_asking = true;
    m_progress->setText(tr("Keeping the profile…"));
    refresh();
    core::whenDone(m_setup.save(draft), this, [this](const core::Result<core::ProviderProfile> &saved) {
        m_asking = false;
        if (!saved)
            return fail(saved.error());
        close();
        emit connected(*saved);
    });
}

void ConnectSheet::stopAsking()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_asking = false;
}

void ConnectSheet::fail(const core::Error &error)
{
    if (error.code != core::ErrorCode::Cancelled)
        m_message->tell(MessageBar::Kind::Error, signInErrorText(error), {}, technicalText(error));
    refresh();
}

void ConnectSheet::refresh()
{
    const bool first = !m_start->isHidden();
    m_back->setVisible(!first);
    m_progress->setVisible(m_asking);
    m_next->setText(first ? tr("Continue") : m_tested ? tr("Save and sign in") : tr("Test the connection"));
    const bool may = first ? m_start->isAnswered() : m_tested ? m_form->isComplete() : mayTest();
    m_next->setEnabled(may && !m_asking);
    setPanelWidth(panelWidth); // places it anew
}

} // namespace ui
