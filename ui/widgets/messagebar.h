// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;
class QBoxLayout;
class QPushButton;

namespace ui {

// One message at the top of the pane it concerns, with the action that mends it. Hidden until there is something to
// say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Success, Warning, Error };
    struct Action {
        QString text;
        std::function<void()> run;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    // `detail`: technical, shown when it is asked for.
    void tell(Kind kind, const QString &text, const Action &action = {}, const QString &detail = {});
    void dismiss();
    // Keeps its room also while there is nothing to say, so that nothing moves when there is. What takes more lines is
    // cut off with three dots, and whole in the tool tip.
    void keepRoom(int lines);
    [[nodiscard]] int number() const { return m_number; } // of the last message, from 1
    [[nodiscard]] bool shows(int number) const; // still, and no later one
    [[nodiscard]] QString text() const;
    // Closes the latest message of the pane that `from` is in, else of those around it, up to the window. False: there
    // is none.
    static bool dismissNearest(const QWidget &from);

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QColor accent() const;
    void showPicture();
    void arrange();
    void showText();
    void showDetail(bool shown);

    Kind m_kind = Kind::Information;
    int m_number = 0; // of the last message
    quint64 m_told = 0; // when, among all bars
    QString m_whole;
    int m_lines = 0; // 0: as many as it takes
    std::function<void()> m_run;
    QLabel *m_picture;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_details; // shows and hides the next
    QLabel *m_detail;
    QToolButton *m_close;
    QBoxLayout *m_words; // text and action
};

} // namespace ui
