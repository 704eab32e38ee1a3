// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/documentactions.h"

#include "core/documents/link.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <QWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

DocumentActions::DocumentActions(core::Queue &queue, QWidget *owner)
    : QObject(owner)
    , m_queue(queue)
    , m_owner(owner)
    , m_retry(make(u"retry"_s, tr("Try again")))
    , m_cancel(make(u"cancelled"_s, tr("Cancel extraction")))
    , m_remove(make(u"trash"_s, tr("Remove from library"), QKeySequence::Delete))
    , m_showInFolder(make(u"folder"_s, tr("Show in folder")))
    , m_copyLink(make(u"copy"_s, tr("Copy link to the document")))
    , m_withEngine(new QMenu(tr("Extract again with"), owner))
    , m_withSchema(new QMenu(tr("Extract again as"), owner))
{
    connect(m_retry, &QAction::triggered, this, [this] { forEach([this](qint64 id) { m_queue.retry(id); }); });
    connect(m_cancel, &QAction::triggered, this, [this] { forEach([this](qint64 id) { m_queue.cancel(id); }); });
    connect(m_remove, &QAction::triggered, this, [this] { forEach([this](qint64 id) { m_queue.remove(id); }); });
    connect(m_showInFolder, &QAction::triggered, this, [this] {
        if (const core::DocumentRow *row = m_documents.empty() ? nullptr : m_queue.row(m_documents.front()))
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(row->file).absolutePath()));
    });
    connect(m_copyLink, &QAction::triggered, this, [this] {
        core::Link link;
        link.document = m_documents.empty() ? 0 : m_documents.front();
        QGuiApplication::clipboard()->setText(core::linkText(link));
    });
    connect(&queue, &core::Queue::changed, this, &DocumentActions::update);
    update();
}

void DocumentActions::setDocuments(const std::vector<qint64> &documents)
{
    m_documents = documents;
    update();
}

void DocumentActions::setChoices(const std::vector<Choice> &engines, const std::vector<Choice> &schemas)
{
    m_withEngine->clear();
    for (const Choice &engine : engines) {
        connect(m_withEngine->addAction(engine.name), &QAction::triggered, this, [this, engine] {
            forEach([this, engine](qint64 id) {
                if (const core::DocumentRow *row = m_queue.row(id))
                    m_queue.extractAgain(id, engine.id, row->schema);
            });
        });
    }
    m_withSchema->clear();
    for (const Choice &schema : schemas) {
        connect(m_withSchema->addAction(schema.name), &QAction::triggered, this, [this, schema] {
            forEach([this, schema](qint64 id) {
                if (const core::DocumentRow *row = m_queue.row(id))
                    m_queue.extractAgain(id, row->engine, schema.id);
            });
        });
    }
}

void DocumentActions::setMayEdit(bool mayEdit, const QString &reason)
{
    m_mayEdit = mayEdit;
    for (QAction *action : {m_retry, m_cancel, m_remove, m_withEngine->menuAction(), m_withSchema->menuAction()})
        action->setToolTip(mayEdit ? withKeys(action->text(), action->shortcut()) : reason);
    update();
}

QList<QAction *> DocumentActions::actions() const
{
    return {m_retry, m_cancel, m_remove, m_showInFolder, m_copyLink};
}

void DocumentActions::fill(QMenu &menu) const
{
    menu.setToolTipsVisible(true);
    menu.addAction(m_retry);
    menu.addMenu(m_withEngine);
    menu.addMenu(m_withSchema);
    menu.addAction(m_cancel);
    menu.addSeparator();
    menu.addAction(m_showInFolder);
    menu.addAction(m_copyLink);
    menu.addAction(m_remove);
}

QAction *DocumentActions::make(const QString &iconName, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(icon(iconName, m_owner->palette()), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_owner->addAction(action);
    return action;
}

void DocumentActions::forEach(const std::function<void(qint64)> &run) const
{
    const std::vector<qint64> documents = m_documents; // removing one changes what is chosen
    std::ranges::for_each(documents, run);
}

void DocumentActions::update()
{
    using enum core::DocumentState;
    const auto any = [this](std::initializer_list<core::DocumentState> states) {
        return std::ranges::any_of(m_documents, [this, states](qint64 id) {
            const core::DocumentRow *row = m_queue.row(id);
            return row && std::ranges::find(states, row->state) != states.end();
        });
    };
    m_retry->setEnabled(m_mayEdit && any({Failed, Cancelled}));
    m_cancel->setEnabled(m_mayEdit && any({Waiting, Running}));
    m_remove->setEnabled(m_mayEdit && !m_documents.empty());
    m_showInFolder->setEnabled(!m_documents.empty());
    m_copyLink->setEnabled(!m_documents.empty());
    m_withEngine->setEnabled(m_mayEdit && any({ToReview, Approved, Failed, Cancelled}));
    m_withSchema->setEnabled(m_withEngine->isEnabled());
}

} // namespace ui
