// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

// What a pane shows when it has nothing yet: a picture, a sentence, what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent = nullptr);

    QPushButton *addButton(const QString &text, bool primary = false);
    void setFootnote(const QString &text);
    void setDetail(const QString &detail); // technical, below a button that shows and hides it; empty: there is none
    void setWords(const QString &title, const QString &text);
    void setPicture(const QString &iconName);
    void setFramed(bool framed); // a dashed frame says that things can be dropped here
    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    void makeDetail();

    QString m_iconName;
    QWidget *m_content;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_footnote = nullptr;
    QPushButton *m_details = nullptr; // shows and hides the next
    QLabel *m_detail = nullptr;
    QVBoxLayout *m_buttons;
    bool m_framed = false;
};

} // namespace ui
