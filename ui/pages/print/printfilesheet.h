// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

#include <vector>

class QComboBox;
class QLineEdit;

namespace ui {

// Asks which pages go into which PDF file; no printer is asked about for that.
class PrintFileSheet : public Sheet
{
    Q_OBJECT

public:
    // file: to print into unless another is chosen, one that is not there. pages: of the document.
    PrintFileSheet(const QString &file, int pages, QWidget *window);

signals:
    void chosen(const QString &file, const std::vector<int> &pages); // after it has closed

private:
    void choose();
    void showFile(const QString &file);
    [[nodiscard]] std::vector<int> wanted() const;

    QString m_path;
    int m_count;
    QLineEdit *m_file;
    QLineEdit *m_pages;
    QComboBox *m_set;
};

} // namespace ui
