// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/textquery.h"

#include <QWidget>

class QLineEdit;

namespace ui {

class DocumentSearch;
class ElidedLabel;
class PaneActions;

// The line that finds text in the document: what to look for, which hit of how many, on and back.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    SearchBar(DocumentSearch &search, PaneActions &actions, QWidget *parent = nullptr);

    void open(const QString &text = QString()); // keeps the last text when none is given
    void close();
    void forget(); // what was looked for; shut

    [[nodiscard]] QString text() const; // what is looked for
    [[nodiscard]] core::TextQuery::Options options() const;

signals:
    void wantedChanged(); // the text, or how it is to be looked for
    void listEntered(); // down from the text
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showCount();

    DocumentSearch &m_search;
    PaneActions &m_actions;
    QLineEdit *m_text;
    ElidedLabel *m_count;
};

} // namespace ui
