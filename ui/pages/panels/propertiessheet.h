// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/documentfacts.h"
#include "ui/widgets/sheet.h"

class QLabel;
class QFormLayout;

namespace ui {

// All that is known of a document as a whole. What takes longer to find out is filled in when it comes.
class PropertiesSheet : public Sheet
{
    Q_OBJECT

public:
    PropertiesSheet(const core::DocumentInfo &info, QWidget *window);

    void setProperties(const core::DocumentProperties &properties);
    void setHash(const QString &text); // SHA-256 of the file, or why there is none
    void setSignatures(const std::vector<core::SignatureFact> &signatures);
    void say(const QString &text); // why the document did not tell

private:
    QLabel *addRow(const QString &label, const QString &text, const QString &name = {});
    void addHeading(const QString &text);
    void addSecurity(const core::DocumentProperties &properties);
    void addFonts(const core::DocumentProperties &properties);

    int m_pages;
    QFormLayout *m_rows;
    QFormLayout *m_file;
    QFormLayout *m_signatures;
    QFormLayout *m_adding; // where rows go now
    QLabel *m_hash;
    QLabel *m_waiting;
};

} // namespace ui
