// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printfilesheet.h"

#include "ui/pages/print/printfile.h"
#include "ui/pages/print/printplan.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

PrintFileSheet::PrintFileSheet(const QString &file, int pages, QWidget *window)
    : Sheet(tr("Print to a PDF file"), window)
    , m_count(pages)
    , m_file(new QLineEdit(this))
    , m_pages(new QLineEdit(this))
    , m_set(new QComboBox(this))
{
    setObjectName(u"printFileSheet"_s);
    m_file->setObjectName(u"printFile"_s);
    m_file->setAccessibleName(tr("File"));
    m_file->setReadOnly(true); // chosen, so that nothing is written over without a question
    auto *other = new QPushButton(tr("Choose…"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(smallGap);
    row->addWidget(m_file, 1);
    row->addWidget(other);
    m_pages->setObjectName(u"printPages"_s);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setPlaceholderText(tr("All pages; or some, like 1-3, 7"));
    m_set->setObjectName(u"printPageSet"_s);
    m_set->setAccessibleName(tr("Odd or even pages"));
    m_set->addItems({tr("Odd and even pages"), tr("Odd pages only"), tr("Even pages only")});
    body()->addWidget(new QLabel(tr("File"), this));
    body()->addLayout(row);
    body()->addWidget(new QLabel(tr("Pages"), this));
    body()->addWidget(m_pages);
    body()->addWidget(m_set);
    connect(addButton(tr("Cancel")), &QPushButton::clicked, this, &Sheet::close);
    QPushButton *print = addButton(tr("Print"), true);
    print->setObjectName(u"printIntoFile"_s);
    connect(print, &QPushButton::clicked, this, [this] {
        const std::vector<int> taken = wanted();
        close();
        emit chosen(m_path, taken);
    });
    const auto update = [this, print] { print->setEnabled(!wanted().empty()); };
    connect(m_pages, &QLineEdit::textChanged, this, update);
    connect(m_set, &QComboBox::currentIndexChanged, this, update);
    connect(other, &QPushButton::clicked, this, &PrintFileSheet::choose);
    setPanelWidth(480);
    showFile(file);
    update();
}

void PrintFileSheet::choose()
{
    auto *dialog = new QFileDialog(this, tr("Print to a PDF file"), m_path, tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintFileSheet::showFile);
    dialog->open();
}

void PrintFileSheet::showFile(const QString &file)
{
    m_path = file;
    m_file->setText(QDir::toNativeSeparators(file));
}

// Empty: the document has none of these, or what was typed names none.
std::vector<int> PrintFileSheet::wanted() const
{
    const QString typed = m_pages->text().simplified();
    const QPageRanges ranges = QPageRanges::fromString(typed);
    if (!typed.isEmpty() && ranges.isEmpty())
        return {};
    return ofSet(printedPages(ranges, m_count), static_cast<PageSet>(m_set->currentIndex()));
}

} // namespace ui
