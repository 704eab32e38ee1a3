// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QStackedWidget;
class QToolButton;

namespace ui {

// What stands beside the pages: thumbnails, outline, layers or attachments, with a switch above.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Pages, Outline, Layers, Attachments, Tabs };

    explicit SidePanel(QWidget *parent = nullptr);

    void setTab(Tab tab, QWidget *content, const QString &name, const QString &iconName);
    // A tab that is not there is hidden, or said to be missing where there is a reason.
    void setAvailable(Tab tab, bool available, const QString &reason = {});
    [[nodiscard]] bool isAvailable(Tab tab) const;
    void show(Tab tab);
    [[nodiscard]] Tab current() const { return m_current; }

signals:
    void chosen(ui::SidePanel::Tab tab); // by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        QToolButton *button = nullptr;
        QWidget *content = nullptr;
        QString iconName;
        QString name;
        bool isAvailable = true;
    };

    void recolour();

    std::array<Entry, Tabs> m_tabs;
    QStackedWidget *m_stack;
    Tab m_current = Pages;
};

} // namespace ui
