// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QWidget>

class QLineEdit;

namespace ui {

class FieldDetail;

// One value: what it is called, what it is, how sure and in what state. The chosen one shows its details below, and
// turns into an editor by F2 or typing.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    FieldRow(const core::Extraction &extraction, const core::ExtractedField &field, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const { return m_field.path; }
    [[nodiscard]] const core::ExtractedField &field() const { return m_field; }

    void setField(const core::Extraction &extraction, const core::ExtractedField &field);
    void setChosen(bool chosen);
    void setReadOnly(bool readOnly);
    [[nodiscard]] FieldDetail &detail() { return *m_detail; }

    void startEditing(const QString &text = QString()); // empty: with what stands there now
    [[nodiscard]] bool isEditing() const;
    void stopEditing(); // forgets what was typed
    void refuse(const QString &why); // what was typed can't be: the editor stays
    [[nodiscard]] bool isEnteredByKey() const { return m_enteredByKey; } // Enter ended the typing just handed over
    bool finishEditing(); // hands over what was typed; false when there is nothing new

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void focused();
    void accepted(); // Enter on a value as it is
    void typed(const QString &text); // a new value
    void rejected(); // the document has no such value
    void candidatePicked(int number);
    void candidateHovered(int number);
    void stepped(int rows); // up and down

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] QRect valueRect() const;
    void drawState(QPainter &painter, const QRect &area) const;
    void describe();

    core::ExtractedField m_field;
    bool m_chosen = false;
    bool m_readOnly = false;
    bool m_enteredByKey = false;
    FieldDetail *m_detail;
    QLineEdit *m_editor;
    QString m_startText;
};

} // namespace ui
