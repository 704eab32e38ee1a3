// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/accountcard.h"

#include "ui/signin/avatar.h"
#include "ui/signin/otheraccounts.h"
#include "ui/text/formats.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int pictureSide = 40;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // a provider's words are never markup
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    return label;
}

} // namespace

QString roleText(const QString &role)
{
    if (role == "viewer"_L1)
        return QCoreApplication::translate("ui::AccountCard", "Viewer");
    if (role == "reviewer"_L1)
        return QCoreApplication::translate("ui::AccountCard", "Reviewer");
    if (role == "administrator"_L1)
        return QCoreApplication::translate("ui::AccountCard", "Administrator");
    return role;
}

AccountCard::AccountCard(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_name(plainLabel(this))
    , m_email(plainLabel(this))
    , m_others(new OtherAccounts(this))
    , m_signIn(new QPushButton(this))
    , m_signOut(new QPushButton(tr("Sign out"), this))
    , m_aside(new QPushButton(tr("Work without an account"), this))
{
    setObjectName(u"accountCard"_s);
    m_name->setObjectName(u"accountName"_s);
    m_signIn->setObjectName(u"accountSignInButton"_s);
    m_signOut->setObjectName(u"signOutButton"_s);
    m_aside->setObjectName(u"setAsideButton"_s);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_email);
    auto *head = new QHBoxLayout;
    head->setSpacing(gap - 4);
    head->addWidget(m_picture, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(smallGap);
    layout->addLayout(head);
    m_organization = addLine(u"organization"_s, u"accountOrganization"_s);
    m_roles = addLine(u"shield"_s, u"accountRoles"_s);
    m_lifetime = addLine(u"key"_s, u"accountLifetime"_s);
    m_session = addLine(u"warning"_s, u"sessionOnlyBadge"_s);
    layout->addSpacing(smallGap);
    layout->addWidget(m_others);
    layout->addWidget(m_signIn);
    layout->addWidget(m_aside);
    layout->addWidget(m_signOut);
    setMinimumWidth(280);

    connect(m_signIn, &QPushButton::clicked, this, &AccountCard::signInRequested);
    connect(m_signOut, &QPushButton::clicked, this, [this] {
        if (m_account)
            emit signOutRequested(m_account->id);
    });
    connect(m_aside, &QPushButton::clicked, this, &AccountCard::setAsideRequested);
    connect(m_others, &OtherAccounts::chosen, this, &AccountCard::switchRequested);
    connect(m_others, &OtherAccounts::signOutRequested, this, &AccountCard::signOutRequested);
    orderTabs();
    redraw();
}

AccountCard::Line AccountCard::addLine(const QString &name, const QString &objectName)
{
    Line line{new QWidget(this), new QLabel, plainLabel(nullptr), name};
    line.text->setObjectName(objectName);
    auto *layout = new QHBoxLayout(line.row);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(line.picture, 0, Qt::AlignTop);
    layout->addWidget(line.text, 1);
    QWidget::layout()->addWidget(line.row);
    return line;
}

void AccountCard::fill(const Line &line, const QString &text)
{
    line.picture->setPixmap(icon(line.icon, palette()).pixmap(16, 16));
    line.text->setText(text);
    line.row->setVisible(!text.isEmpty());
}

void AccountCard::setAccounts(const std::optional<core::Account> &account, const std::vector<core::Account> &others,
                              const std::vector<core::ProviderProfile> &profiles)
{
    std::vector<core::Account> all = others;
    if (account)
        all.push_back(*account);
    const AccountPlaces places = accountPlaces(all, profiles);
    m_account = account;
    m_place = account ? places.value(account->id) : QString();
    redraw();
    m_others->setAccounts(others, places);
    orderTabs();
}

QString AccountCard::accountText() const
{
    return m_account ? ui::accountText(*m_account, m_place) : QString();
}

// Rows are made later than what is drawn below them. From the last to the second behind the first: Qt leaves one alone
// that is the next already once the chain has come round.
void AccountCard::orderTabs()
{
    const QList<QWidget *> drawn = m_others->controls() + QList<QWidget *>{m_signIn, m_aside, m_signOut};
    for (qsizetype last = drawn.size() - 1; last > 0; --last)
        setTabOrder(drawn.front(), drawn.at(last));
}

void AccountCard::setClock(const core::Clock &clock)
{
    m_clock = &clock;
}

// Of the access token: it is renewed while the session lasts, so the end of it is no end for the user.
QString AccountCard::lifetimeText() const
{
    if (!m_account || !m_account->expiresAt.isValid())
        return {};
    const QDateTime now = m_clock ? m_clock->now() : QDateTime::currentDateTimeUtc();
    if (m_account->expiresAt <= now)
        return tr("Access has run out; it is renewed when it is needed");
    return tr("Access until %1, renewed by itself").arg(momentText(m_account->expiresAt, now));
}

void AccountCard::redraw()
{
    const core::Account account = m_account.value_or(core::Account());
    const QString name = m_account ? account.name : tr("Not signed in");
    m_name->setText(name);
    m_email->setText(m_account ? account.email : tr("Everything on this computer works without an account."));
    m_email->setVisible(!m_email->text().isEmpty() && m_email->text() != name);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_email->setPalette(quiet);
    m_picture->setPixmap(m_account ? avatar(name, pictureSide, palette(), devicePixelRatioF())
                                   : icon(u"user"_s, palette()).pixmap(pictureSide, pictureSide));
    QStringList roles;
    for (const QString &role : account.roles)
        roles += roleText(role);
    fill(m_organization, m_place);
    fill(m_roles, roles.join(u", "_s));
    fill(m_lifetime, lifetimeText());
    fill(m_session, m_account && !account.kept ? tr("This session only") : QString());
    m_session.text->setToolTip(
        account.renewable
            ? tr("No keychain of this computer took the sign-in. You will be asked again when Lectern starts next.")
            : tr("The provider gave nothing to stay signed in with. You will be asked again when this sign-in "
                 "expires."));
    QPalette doubtful = palette();
    doubtful.setColor(QPalette::WindowText, toneColour(Tone::Doubtful, palette()));
    m_session.text->setPalette(doubtful);
    m_signIn->setText(m_account ? tr("Use another account…") : tr("Sign in…"));
    m_signIn->setProperty("primary", !m_account);
    m_signOut->setVisible(m_account.has_value());
    m_aside->setVisible(m_account.has_value());
}

void AccountCard::showEvent(QShowEvent *event)
{
    fill(m_lifetime, lifetimeText()); // time has gone by
    QWidget::showEvent(event);
}

void AccountCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_signOut)
        redraw();
    QWidget::changeEvent(event);
}

} // namespace ui
