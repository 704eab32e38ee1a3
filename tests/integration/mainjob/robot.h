// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <functional>
#include <stdexcept>

// A person at the window: finds things by name, presses, types, looks. Ends the run with a sentence when something that
// a person would expect does not come.
namespace mainjob {

class Failure : public std::runtime_error
{
public:
    explicit Failure(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

class Robot
{
public:
    Robot(QWidget &window, QString screenshots);

    // Waits for something to be so; `what` completes "waited in vain for ...".
    static void until(const QString &what, const std::function<bool()> &isSo, int seconds = 30);
    static void check(bool isSo, const QString &what);

    template<typename T = QWidget>
    [[nodiscard]] T &find(const QString &objectName, int seconds = 30)
    {
        T *found = nullptr;
        until(
            QStringLiteral("a visible ") + objectName,
            [&] {
                for (T *each : m_window.findChildren<T *>(objectName)) {
                    if (each->isVisible())
                        found = each;
                }
                return found != nullptr;
            },
            seconds);
        return *found;
    }

    void click(QWidget &widget);
    void drop(const QStringList &files); // from a file manager, onto the window
    static void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(QWidget &widget, const QString &text);
    // Through the X server, to whatever has the focus: a web page takes no other keys.
    static void keyboard(const QStringList &xdotool);
    void photograph(const QString &name); // the whole screen, as a person sees it

private:
    QWidget &m_window;
    QString m_screenshots;
    int m_taken = 0;
};

} // namespace mainjob
