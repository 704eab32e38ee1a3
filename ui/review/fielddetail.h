// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

// Below the chosen field: the picture of its place, why it is as sure as it is, and the other values it could be.
class FieldDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FieldDetail(QWidget *parent = nullptr);

    void explain(const core::Extraction &extraction, const core::ExtractedField &field);
    void setPicture(const QImage &picture); // of the place, at the resolution of the screen
    void setProblem(const QString &text); // what is wrong with what was typed; empty: nothing

signals:
    void candidatePicked(int number); // from 1
    void candidateHovered(int number); // 0: none any more

private:
    void addLine(const QString &text, const core::Reason *reason);
    void addCandidate(int number, const core::Candidate &candidate, core::ValueType type, const QString &currency);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QLabel *m_problem;
    QLabel *m_picture;
    QVBoxLayout *m_lines;
    QWidget *m_linesWidget = nullptr;
};

} // namespace ui
