// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/attachmentpanel.h"

#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

AttachmentPanel::AttachmentPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_more(new QLabel(this))
    , m_save(new QPushButton(tr("Save a copy…"), this))
{
    setObjectName(u"attachmentPanel"_s);
    m_list->setObjectName(u"attachmentList"_s);
    m_list->setAccessibleName(tr("Attachments"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    m_list->installEventFilter(this);
    m_more->setObjectName(u"attachmentCountLabel"_s);
    m_more->setWordWrap(true);
    m_more->setContentsMargins(smallGap, smallGap, smallGap, smallGap);
    m_more->hide();
    m_save->setObjectName(u"saveAttachmentButton"_s);
    m_save->setAutoDefault(false);
    m_save->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_more);
    layout->addWidget(m_list, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(smallGap, 0, smallGap, smallGap);
    bottom->addWidget(m_save);
    layout->addLayout(bottom);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_save->setEnabled(row >= 0); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &AttachmentPanel::save);
    connect(m_save, &QPushButton::clicked, this, &AttachmentPanel::save);
}

void AttachmentPanel::setAttachments(const std::vector<core::AttachmentEntry> &attachments, int all,
                                     const core::PageLabels &labels)
{
    const auto listed = static_cast<int>(attachments.size());
    m_more->setText(tr("The first %L1 of %L2 attachments are listed.").arg(listed).arg(all));
    m_more->setVisible(all > listed);
    m_list->clear();
    for (const core::AttachmentEntry &entry : attachments) {
        QStringList details;
        if (entry.page > 0)
            details += tr("Page %1").arg(labels.label(entry.page));
        if (entry.bytes >= 0)
            details += bytesText(entry.bytes);
        if (entry.modified.isValid())
            details += QLocale().toString(entry.modified.toLocalTime().date(), QLocale::ShortFormat);
        if (!entry.description.isEmpty())
            details += entry.description.simplified();
        const QString name = entry.name.simplified();
        const QString rest = details.join(u" · "_s);
        auto *item =
            new QListWidgetItem(icon(u"attachment"_s, palette()), rest.isEmpty() ? name : name + u'\n' + rest, m_list);
        item->setToolTip(u"<qt>%1<br>%2<br>%3</qt>"_s.arg(name.toHtmlEscaped(), rest.toHtmlEscaped(),
                                                          entry.mimeType.toHtmlEscaped()));
    }
    m_list->setCurrentRow(attachments.empty() ? -1 : 0);
}

void AttachmentPanel::takeFocus()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void AttachmentPanel::save()
{
    if (m_list->currentRow() >= 0)
        emit saveRequested(m_list->currentRow());
}

bool AttachmentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        emit left();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        save();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace ui
