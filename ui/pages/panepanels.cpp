// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panepanels.h"

#include "ui/pages/panels/openingpage.h"
#include "ui/pages/panels/passwordprompt.h"
#include "ui/text/errortext.h"
#include "ui/widgets/emptystate.h"

#include <QFileInfo>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QString nameOf(const QString &file)
{
    return QFileInfo(file).fileName();
}

} // namespace

PanePanels::PanePanels(QWidget *pages, QWidget *parent)
    : QStackedWidget(parent)
    , m_pages(pages)
    , m_nothing(new EmptyState(u"drop"_s, QString(), QString(), this))
    , m_opening(new OpeningPage(this))
    , m_password(new PasswordPrompt(this))
    , m_error(new EmptyState(u"warning"_s, QString(), QString(), this))
{
    setObjectName(u"panePanels"_s);
    m_nothing->setObjectName(u"nothingOpenPage"_s);
    m_error->setObjectName(u"openErrorPage"_s);
    QPushButton *retry = m_error->addButton(tr("Try again"));
    retry->setObjectName(u"retryOpenButton"_s);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_pages, m_nothing, m_opening, m_password, m_error})
        addWidget(panel);
    connect(m_opening, &OpeningPage::cancelled, this, &PanePanels::cancelled);
    connect(m_password, &PasswordPrompt::entered, this, &PanePanels::passwordEntered);
    connect(m_password, &PasswordPrompt::cancelled, this, &PanePanels::cancelled);
    connect(retry, &QPushButton::clicked, this, &PanePanels::retried);
    setAdding(true);
    showNothing();
}

void PanePanels::setAdding(bool may)
{
    m_nothing->setFramed(may);
    m_nothing->setWords(may ? tr("Drop documents here") : tr("No document is open"),
                        may ? tr("PDF, PNG, JPEG or TIFF") : tr("Choose one in the library."));
}

void PanePanels::show(QWidget *panel)
{
    if (panel != m_opening)
        m_opening->stop();
    if (panel != m_password)
        m_password->forget();
    setCurrentWidget(panel);
}

void PanePanels::showNothing()
{
    show(m_nothing);
}

void PanePanels::showOpening(const QString &file)
{
    m_opening->start(nameOf(file));
    show(m_opening);
}

void PanePanels::askPassword(const QString &file, bool again)
{
    show(m_password);
    m_password->ask(nameOf(file), again);
}

void PanePanels::showError(const QString &file, const core::Error &error)
{
    m_error->setWords(tr("%1 can't be shown").arg(nameOf(file)), errorText(error));
    show(m_error);
}

void PanePanels::showPages()
{
    show(m_pages);
}

} // namespace ui
