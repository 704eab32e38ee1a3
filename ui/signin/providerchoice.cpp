// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/providerchoice.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int formWidth = 340;
using Mode = core::ProviderProfile::Organization::Mode;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProviderChoice::ProviderChoice(std::vector<core::ProviderProfile> profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(std::move(profiles))
{
    setObjectName(u"providerChoice"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    if (m_profiles.empty()) {
        whole->addWidget(makeEmpty(), 1);
        return;
    }
    auto *page = new QWidget;
    whole->addWidget(scrolling(page, this));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addStretch(2);
    layout->addWidget(makeForm(), 0, Qt::AlignHCenter);
    layout->addStretch(3);
    refresh();
}

QWidget *ProviderChoice::makeEmpty()
{
    auto *empty = new EmptyState(u"user"_s, tr("No organization is connected"),
                                 tr("Connect yours with the address of its sign-in, or with a file that your "
                                    "administrator gave you. Everything on this computer works without it."),
                                 this);
    auto *connectButton = empty->addButton(tr("Connect your organization…"), true);
    connectButton->setObjectName(u"connectOrganizationButton"_s);
    connect(connectButton, &QPushButton::clicked, this, &ProviderChoice::connectRequested);
    connect(empty->addButton(tr("Work without an account")), &QPushButton::clicked, this, &ProviderChoice::declined);
    return empty;
}

QWidget *ProviderChoice::makeForm()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(formWidth);
    m_title = heading(QString(), form);
    m_text = new QLabel(form);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_text->setPalette(quiet);
    m_provider = new QComboBox(form);
    m_provider->setObjectName(u"providerComboBox"_s);
    for (const auto &profile : m_profiles)
        m_provider->addItem(profile.name, profile.id);
    m_providerLabel = new QLabel(tr("&Provider"), form);
    m_providerLabel->setBuddy(m_provider);
    m_organization = new QLineEdit(form);
    m_organization->setObjectName(u"organizationLineEdit"_s);
    m_organizationLabel = new QLabel(form);
    m_organizationLabel->setBuddy(m_organization);
    m_signIn = new QPushButton(tr("Sign in"), form);
    m_signIn->setObjectName(u"signInButton"_s);
    m_signIn->setProperty("primary", true);
    auto *without = new QPushButton(tr("Work without an account"), form);
    without->setObjectName(u"declineSignInButton"_s);

    auto *another = new QPushButton(tr("Connect another organization…"), form);
    another->setObjectName(u"connectOrganizationButton"_s);

    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    for (QWidget *widget : {static_cast<QWidget *>(m_providerLabel), static_cast<QWidget *>(m_provider),
                            static_cast<QWidget *>(m_organizationLabel), static_cast<QWidget *>(m_organization)})
        layout->addWidget(widget);
    layout->addSpacing(smallGap);
    layout->addWidget(m_signIn);
    layout->addWidget(without);
    layout->addWidget(another);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_organization), static_cast<QWidget *>(m_signIn),
          static_cast<QWidget *>(without), static_cast<QWidget *>(another)})
        widget->setMinimumHeight(hitTarget);

    connect(m_provider, &QComboBox::currentIndexChanged, this, &ProviderChoice::refresh);
    connect(m_organization, &QLineEdit::textChanged, this, &ProviderChoice::refresh);
    connect(m_organization, &QLineEdit::returnPressed, this, &ProviderChoice::accept);
    connect(m_signIn, &QPushButton::clicked, this, &ProviderChoice::accept);
    connect(another, &QPushButton::clicked, this, &ProviderChoice::connectRequested);
    connect(without, &QPushButton::clicked, this, &ProviderChoice::declined);
    return form;
}

const core::ProviderProfile *ProviderChoice::chosen() const
{
    const int index = m_provider ? m_provider->currentIndex() : -1;
    return index < 0 ? nullptr : &m_profiles[static_cast<std::size_t>(index)];
}

QString ProviderChoice::organization() const
{
    const auto *profile = chosen();
    return profile && profile->organization.mode != Mode::None ? m_organization->text().trimmed() : QString();
}

bool ProviderChoice::isComplete() const
{
    const auto *profile = chosen();
    return profile && (profile->organization.mode != Mode::Required || !organization().isEmpty());
}

void ProviderChoice::choose(const QString &profile)
{
    if (m_provider)
        m_provider->setCurrentIndex(m_provider->findData(profile));
}

void ProviderChoice::refresh()
{
    const auto *profile = chosen();
    const Mode mode = profile ? profile->organization.mode : Mode::None;
    m_title->setText(profile ? tr("Sign in to %1").arg(profile->name) : tr("Sign in"));
    m_text->setText(profile && profile->browser == core::ProviderProfile::BrowserKind::System
                        ? tr("The sign-in page opens in your browser. Lectern never sees your password.")
                        : tr("The provider's own page appears here. Your password goes to it alone."));
    for (QLabel *label : {m_title, m_text})
        label->setMinimumHeight(label->heightForWidth(formWidth)); // a wrapped label is cut off otherwise
    m_providerLabel->setVisible(m_profiles.size() > 1);
    m_provider->setVisible(m_profiles.size() > 1);
    m_organizationLabel->setText(mode == Mode::Required ? tr("&Organization") : tr("&Organization (if you have one)"));
    m_organizationLabel->setVisible(mode != Mode::None);
    m_organization->setVisible(mode != Mode::None);
    m_signIn->setEnabled(isComplete());
}

void ProviderChoice::accept()
{
    if (isComplete())
        emit accepted(chosen()->id, organization());
}

void ProviderChoice::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_signIn)
        return;
    if (m_organization->isVisibleTo(this) && !isComplete())
        m_organization->setFocus();
    else
        m_signIn->setFocus();
}

} // namespace ui
