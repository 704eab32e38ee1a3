// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class ElidedLabel;
struct ReviewActions;

// "3 doubts left" and where we are in the batch, with undo, redo and the order of the fields.
class ReviewHeader : public QWidget
{
    Q_OBJECT

public:
    ReviewHeader(const ReviewActions &actions, QWidget *parent = nullptr);

    void setDoubts(int doubts, bool approved, bool isComplete = true); // false: not all could be read
    void setPosition(int position, int count); // of the document among those shown; 0: not said
    void setNote(const QString &text); // lines below: what else there is to know; empty: none
    [[nodiscard]] QString doubtsText() const;

private:
    QLabel *m_sign;
    ElidedLabel *m_doubts;
    QLabel *m_position;
    QLabel *m_note;
};

} // namespace ui
