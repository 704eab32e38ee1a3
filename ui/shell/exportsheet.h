// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/export.h"
#include "ui/widgets/sheet.h"

#include <vector>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace ui {

// Which documents, in what format, where to.
class ExportSheet : public Sheet
{
    Q_OBJECT

public:
    struct Scope {
        QString name;
        std::vector<qint64> documents;
        QString baseName;
    };

    ExportSheet(const std::vector<Scope> &scopes, const QString &folder, QWidget *window);

signals:
    void chosen(const std::vector<qint64> &documents, core::ExportFormat format, const QString &folder,
                const QString &baseName);

private:
    void addScopes();
    void addFolder(const QString &folder);
    void update();

    std::vector<Scope> m_scopes;
    QButtonGroup *m_scope;
    QComboBox *m_format;
    QLineEdit *m_folder;
    QPushButton *m_export;
};

} // namespace ui
