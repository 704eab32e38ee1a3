// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/library/statetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ui {

StatusLine::StatusLine(const core::Queue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_work(new ElidedLabel(QString(), this))
    , m_engine(new ElidedLabel(QString(), this))
    , m_sign(new QLabel(this))
    , m_reach(new ElidedLabel(QString(), this))
{
    setObjectName(u"statusLine"_s);
    m_work->setQuiet(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap, 5, gap, 5);
    layout->setSpacing(6);
    layout->addWidget(m_work, 1);
    layout->addWidget(m_engine);
    layout->addSpacing(smallGap);
    layout->addWidget(m_sign);
    layout->addWidget(m_reach);
    for (ElidedLabel *label : {m_engine, m_reach})
        label->setQuiet(true);
    connect(&queue, &core::Queue::loaded, this, &StatusLine::update);
    connect(&queue, &core::Queue::added, this, &StatusLine::update);
    connect(&queue, &core::Queue::changed, this, &StatusLine::update);
    connect(&queue, &core::Queue::removed, this, &StatusLine::update);
    update();
}

void StatusLine::setEngine(const QString &name, bool local)
{
    m_engine->setText(tr("Engine: %1").arg(name));
    m_sign->setPixmap(icon(local ? u"shield"_s : u"browser"_s, palette()).pixmap(16, 16));
    m_reach->setText(local ? tr("Nothing leaves this computer") : tr("Documents are sent to %1").arg(name));
    m_reach->setToolTip(local ? tr("Documents are read here; no network is used for them") : QString());
}

QString StatusLine::text() const
{
    return m_work->text();
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), lineColour(palette()));
}

void StatusLine::update()
{
    int waiting = 0;
    int running = 0;
    QString first;
    for (const core::DocumentRow &row : m_queue.rows()) {
        if (row.state == core::DocumentState::Waiting)
            ++waiting;
        if (row.state != core::DocumentState::Running)
            continue;
        ++running;
        if (first.isEmpty())
            first = tr("%1: %2").arg(row.name, stateText(row, m_queue.progress(row.id)));
    }
    QStringList parts;
    if (!first.isEmpty())
        parts += first;
    if (running > 1)
        parts += tr("%n more running", nullptr, running - 1);
    if (waiting > 0)
        parts += tr("%n waiting", nullptr, waiting);
    if (parts.isEmpty())
        parts += m_queue.rows().empty() ? tr("Ready")
                                        : tr("%n document(s)", nullptr, static_cast<int>(m_queue.rows().size()));
    m_work->setText(parts.join(u" \u00b7 "_s));
}

} // namespace ui
