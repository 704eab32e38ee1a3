// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/shellactions.h"
#include "ui/text/formats.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int leastSearch = 90;
constexpr int leastPicker = 84;

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    button->setToolTip(withKeys(action->text(), action->shortcut()));
    return button;
}

void fill(QComboBox &box, const std::vector<Choice> &choices, const QString &current)
{
    const QSignalBlocker quiet(&box);
    box.clear();
    for (const Choice &choice : choices)
        box.addItem(choice.name, choice.id);
    box.setCurrentIndex(std::max(0, box.findData(current)));
}

} // namespace

TopBar::TopBar(const ShellActions &actions, QMenu *menu, QWidget *parent)
    : QWidget(parent)
    , m_open(new QPushButton(icon(u"add"_s, palette()), tr("Add documents"), this))
    , m_owner(new ElidedLabel(QString(), this))
    , m_search(new QLineEdit(this))
    , m_engines(new QComboBox(this))
    , m_schemas(new QComboBox(this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"topBar"_s);
    m_owner->setObjectName(u"ownerLabel"_s);
    m_search->setObjectName(u"librarySearch"_s);
    m_search->setPlaceholderText(tr("Search the library"));
    m_search->setAccessibleName(tr("Search the library"));
    m_search->setToolTip(withKeys(tr("Search the library"), actions.searchLibrary->shortcut()));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(leastSearch);
    m_search->setMaximumWidth(300);
    m_search->installEventFilter(this);
    m_engines->setObjectName(u"enginePicker"_s);
    m_engines->setAccessibleName(tr("Engine for new documents"));
    m_schemas->setObjectName(u"schemaPicker"_s);
    m_schemas->setAccessibleName(tr("Kind of new documents"));
    for (QComboBox *box : {m_engines, m_schemas}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(leastPicker); // on a narrow screen the rest of the name is in the list
    }
    auto *more = new QToolButton(this);
    more->setIcon(icon(u"more"_s, palette()));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu);
    more->setToolTip(tr("Menu"));
    more->setAccessibleName(tr("Menu"));
    more->setObjectName(u"menuButton"_s);

    m_layout->setContentsMargins(smallGap, smallGap, smallGap + 4, smallGap);
    m_layout->setSpacing(smallGap);
    m_layout->addWidget(buttonFor(actions.library, this));
    m_open->setObjectName(u"addDocumentsButton"_s);
    m_open->setAccessibleName(m_open->text());
    m_open->setToolTip(actions.open->toolTip());
    connect(actions.open, &QAction::changed, m_open, [this, action = actions.open] {
        m_open->setToolTip(action->toolTip()); // says why it is disabled, when it is
    });
    connect(m_open, &QPushButton::clicked, actions.open, &QAction::trigger);
    connect(actions.open, &QAction::enabledChanged, m_open, &QWidget::setEnabled);
    m_layout->addWidget(m_open);
    m_layout->addWidget(m_owner);
    m_layout->addWidget(m_search, 2);
    m_layout->addStretch(1);
    m_layout->addWidget(m_schemas);
    m_layout->addWidget(m_engines);
    m_layout->addSpacing(smallGap);
    m_layout->addWidget(buttonFor(actions.exportDocuments, this));
    m_layout->addWidget(buttonFor(actions.palette, this));
    m_layout->addWidget(more);

    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searched);
    connect(m_search, &QLineEdit::returnPressed, this, &TopBar::searchFinished);
    connect(m_engines, &QComboBox::activated, this, [this] { emit engineChosen(engine()); });
    connect(m_schemas, &QComboBox::activated, this, [this] { emit schemaChosen(schema()); });
    setPickersEnabled(true, QString());
    setOwner(QString());
}

void TopBar::setOwner(const QString &text)
{
    m_owner->setText(text);
    showWhatFits();
}

void TopBar::setEngines(const std::vector<Choice> &engines, const QString &current)
{
    fill(*m_engines, engines, current);
}

void TopBar::setSchemas(const std::vector<Choice> &schemas, const QString &current)
{
    fill(*m_schemas, schemas, current);
}

void TopBar::setPickersEnabled(bool enabled, const QString &reason)
{
    m_engines->setToolTip(enabled ? tr("What new documents are read with") : reason);
    m_schemas->setToolTip(enabled ? tr("What is looked for in new documents") : reason);
    m_engines->setEnabled(enabled);
    m_schemas->setEnabled(enabled);
}

void TopBar::setAccountButton(QToolButton *button)
{
    m_account = button;
    m_layout->addWidget(button);
    showWhatFits();
}

// In a narrow window signs stand for words that are in the tool tips, and in the menu.
void TopBar::showWhatFits()
{
    constexpr int wide = 820;
    const bool isNarrow = width() < wide;
    m_open->setText(isNarrow ? QString() : m_open->accessibleName());
    m_owner->setVisible(!isNarrow && !m_owner->text().isEmpty());
    if (m_account)
        m_account->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void TopBar::setSearchEnabled(bool enabled)
{
    m_search->setEnabled(enabled);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::clearSearch()
{
    m_search->setText(QString()); // forgets what could be undone, too
}

QString TopBar::engine() const
{
    return m_engines->currentData().toString();
}

QString TopBar::schema() const
{
    return m_schemas->currentData().toString();
}

void TopBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), lineColour(palette()));
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_search->clear();
        emit searchFinished();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
