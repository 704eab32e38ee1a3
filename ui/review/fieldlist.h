// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

class FieldRow;

// The fields of one document, and which one is chosen.
class FieldList : public QWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);

    void setExtraction(const core::Extraction &extraction); // rows that are there already are brought up to date
    void setDoubtsFirst(bool first);
    void setReadOnly(bool readOnly);

    void choose(const QString &path); // with the focus; empty: none
    void preselect(const QString &path); // the focus stays where it is
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] FieldRow *row(const QString &path) const;
    [[nodiscard]] QStringList order() const; // top down

signals:
    void chosenChanged(const QString &path);
    void accepted(const QString &path);
    void typed(const QString &path, const QString &text);
    void rejected(const QString &path);
    void candidatePicked(const QString &path, int number);
    void candidateHovered(const QString &path, int number);
    void rowsChanged(); // sizes or places

private:
    [[nodiscard]] bool sameFields(const core::Extraction &extraction) const;
    void rebuild(const core::Extraction &extraction);
    FieldRow *makeRow(const core::Extraction &extraction, const core::ExtractedField &field);
    void arrange();
    void mark(const QString &path);
    void step(const FieldRow *from, int rows);

    QVBoxLayout *m_layout;
    std::vector<FieldRow *> m_rows; // as the schema orders them
    std::vector<FieldRow *> m_shown; // as they stand
    core::Extraction m_extraction;
    QString m_chosen;
    bool m_doubtsFirst = false;
    bool m_readOnly = false;
};

} // namespace ui
