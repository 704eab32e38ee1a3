// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/searchbar.h"

#include "ui/pages/panels/paneactions.h"
#include "ui/pages/words/documentsearch.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QToolButton *button(QWidget *parent, const QString &name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName, parent->palette()));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setMinimumSize(hitTarget, hitTarget);
    return button;
}

// Shows the action by letters, or by its icon when there are none.
QToolButton *toggle(QWidget *parent, const QString &name, QAction &action, const QString &letters)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(&action);
    button->setAccessibleName(action.text());
    button->setAutoRaise(true);
    button->setMinimumSize(hitTarget, hitTarget);
    if (!letters.isEmpty())
        action.setIconText(letters);
    return button;
}

QString withKey(const QAction &action)
{
    return action.toolTip();
}

} // namespace

SearchBar::SearchBar(DocumentSearch &search, PaneActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_search(search)
    , m_actions(actions)
    , m_text(new QLineEdit(this))
    , m_count(new ElidedLabel(QString(), this))
{
    setObjectName(u"searchBar"_s);
    m_text->setObjectName(u"searchEdit"_s);
    m_text->setPlaceholderText(tr("Find in this document"));
    m_text->setAccessibleName(tr("Find in this document"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(80); // a narrow window shows all of the bar
    m_text->setMaximumWidth(320);
    m_count->setObjectName(u"searchCountLabel"_s);
    auto *previous = button(this, u"findPreviousButton"_s, withKey(*actions.findPrevious), u"previous"_s);
    auto *next = button(this, u"findNextButton"_s, withKey(*actions.findNext), u"next"_s);
    auto *closeButton = button(this, u"closeSearchButton"_s, tr("Close (Esc)"), u"close"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(smallGap, smallGap / 2, smallGap, smallGap / 2);
    layout->setSpacing(2);
    layout->addWidget(m_text, 1);
    layout->addSpacing(smallGap);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addSpacing(smallGap);
    layout->addWidget(toggle(this, u"matchCaseButton"_s, *actions.matchCase, tr("Aa", "capitals and small letters")));
    layout->addWidget(toggle(this, u"wholeWordsButton"_s, *actions.wholeWords, tr("|w|", "a word by itself")));
    layout->addWidget(toggle(this, u"listHitsButton"_s, *actions.listHits, {}));
    layout->addSpacing(smallGap);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(closeButton);

    connect(m_text, &QLineEdit::textChanged, this, &SearchBar::wantedChanged);
    for (QAction *option : {actions.matchCase, actions.wholeWords})
        connect(option, &QAction::toggled, this, &SearchBar::wantedChanged);
    connect(previous, &QToolButton::clicked, actions.findPrevious, &QAction::trigger);
    connect(next, &QToolButton::clicked, actions.findNext, &QAction::trigger);
    connect(closeButton, &QToolButton::clicked, this, &SearchBar::close);
    connect(&m_search, &DocumentSearch::changed, this, &SearchBar::showCount);
    hide();
}

void SearchBar::open(const QString &text)
{
    const bool opening = isHidden();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    if (!text.isEmpty() && text != m_text->text())
        m_text->setText(text);
    else if (opening && !m_text->text().isEmpty())
        emit wantedChanged(); // the marks of the last time come back
    m_text->selectAll();
}

void SearchBar::close()
{
    hide();
    emit closed();
}

void SearchBar::forget()
{
    m_text->setText(QString());
    close();
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_search.step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        break;
    case Qt::Key_Down:
        emit listEntered();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QString SearchBar::text() const
{
    return m_text->text();
}

core::TextQuery::Options SearchBar::options() const
{
    return {m_actions.wholeWords->isChecked(), m_actions.matchCase->isChecked()};
}

void SearchBar::showCount()
{
    const QLocale locale;
    QString text;
    if (m_search.isActive() && m_search.count() > 0)
        text = tr("%1 of %2").arg(locale.toString(m_search.currentNumber()), locale.toString(m_search.count()));
    else if (m_search.isActive() && !m_search.isRunning())
        text = tr("Not found");
    if (m_search.isRunning())
        text = text.isEmpty() ? tr("searching, page %1").arg(locale.toString(m_search.searchedPages() + 1))
                              : tr("%1, still searching").arg(text);
    else if (m_search.isActive() && m_search.unreadablePages() > 0)
        text = m_search.unreadablePages() == 1
            ? tr("%1 (a page could not be read)").arg(text)
            : tr("%1 (%n pages could not be read)", nullptr, m_search.unreadablePages()).arg(text);
    m_count->setText(text);
}

void SearchBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.fillRect(0, height() - 1, width(), 1, palette().mid());
}

} // namespace ui
