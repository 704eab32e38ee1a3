// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportsheet.h"

#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

ExportSheet::ExportSheet(const std::vector<Scope> &scopes, const QString &folder, QWidget *window)
    : Sheet(tr("Export"), window)
    , m_scopes(scopes)
    , m_scope(new QButtonGroup(this))
    , m_format(new QComboBox(this))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this))
    , m_export(nullptr)
{
    addScopes();
    m_format->addItem(tr("JSON, with the proof of every value"), static_cast<int>(core::ExportFormat::Json));
    m_format->addItem(tr("CSV, one row a document"), static_cast<int>(core::ExportFormat::Csv));
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    body()->addWidget(new QLabel(tr("Format"), this));
    body()->addWidget(m_format);
    addFolder(folder);
    connect(addButton(tr("Cancel")), &QPushButton::clicked, this, &Sheet::close);
    m_export = addButton(tr("Export"), true);
    connect(m_export, &QPushButton::clicked, this, [this] {
        const Scope &scope = m_scopes[static_cast<std::size_t>(m_scope->checkedId())];
        emit chosen(scope.documents, static_cast<core::ExportFormat>(m_format->currentData().toInt()),
                    QDir::fromNativeSeparators(m_folder->text()), scope.baseName);
        close();
    });
    connect(m_folder, &QLineEdit::textChanged, this, &ExportSheet::update);
    connect(m_scope, &QButtonGroup::idToggled, this, &ExportSheet::update);
    setPanelWidth(480);
    update();
}

void ExportSheet::addScopes()
{
    bool chosen = false;
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        const auto count = static_cast<int>(m_scopes[i].documents.size());
        auto *button = new QRadioButton(tr("%1 (%2)").arg(m_scopes[i].name).arg(count), this);
        button->setEnabled(count > 0);
        if (count > 0 && !chosen) {
            button->setChecked(true);
            chosen = true;
        }
        m_scope->addButton(button, static_cast<int>(i));
        body()->addWidget(button);
    }
}

void ExportSheet::addFolder(const QString &folder)
{
    m_folder->setObjectName(u"exportFolder"_s);
    m_folder->setAccessibleName(tr("Folder"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(smallGap);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    body()->addWidget(new QLabel(tr("Folder"), this));
    body()->addLayout(row);
    connect(choose, &QPushButton::clicked, this, [this, folder] {
        auto *dialog = new QFileDialog(this, tr("Folder for the export"), folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this](const QString &file) { m_folder->setText(QDir::toNativeSeparators(file)); });
        dialog->open();
    });
}

void ExportSheet::update()
{
    if (m_export)
        m_export->setEnabled(m_scope->checkedId() >= 0 && QDir::isAbsolutePath(m_folder->text().trimmed()));
}

} // namespace ui
