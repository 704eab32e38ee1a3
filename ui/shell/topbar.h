// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class ElidedLabel;
struct ShellActions;

// Above the panes: whose work this is, search, what new documents are read with, and who is signed in.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(const ShellActions &actions, QMenu *menu, QWidget *parent = nullptr);

    void setOwner(const QString &text); // organization, or what stands for one; empty: none
    void setEngines(const std::vector<Choice> &engines, const QString &current);
    void setSchemas(const std::vector<Choice> &schemas, const QString &current);
    void setPickersEnabled(bool enabled, const QString &reason); // shown where they are not
    void setAccountButton(QToolButton *button); // at the right end
    void setSearchEnabled(bool enabled); // there is something to search
    void focusSearch();
    void clearSearch(); // and what could be brought back of it

    [[nodiscard]] QString engine() const;
    [[nodiscard]] QString schema() const; // empty: detected

signals:
    void searched(const QString &text);
    void searchFinished(); // Enter or Escape in the search field
    void engineChosen(const QString &id);
    void schemaChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWhatFits();

    QPushButton *m_open;
    QToolButton *m_account = nullptr;
    ElidedLabel *m_owner;
    QLineEdit *m_search;
    QComboBox *m_engines;
    QComboBox *m_schemas;
    QHBoxLayout *m_layout;
};

} // namespace ui
