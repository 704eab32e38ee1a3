// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/robot.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTest>
#include <QTextStream>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace mainjob {

Robot::Robot(QWidget &window, QString screenshots)
    : m_window(window)
    , m_screenshots(std::move(screenshots))
{
}

void Robot::until(const QString &what, const std::function<bool()> &isSo, int seconds)
{
    if (!QTest::qWaitFor(isSo, seconds * 1000))
        throw Failure(u"waited in vain for %1"_s.arg(what));
}

void Robot::check(bool isSo, const QString &what)
{
    if (!isSo)
        throw Failure(u"expected: %1"_s.arg(what));
}

void Robot::click(QWidget &widget)
{
    until(u"%1 to be enabled"_s.arg(widget.objectName()),
          [&widget] { return widget.isVisible() && widget.isEnabled(); });
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void Robot::drop(const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls += QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint middle = m_window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &enter);
    check(enter.isAccepted(), u"the window takes dropped files"_s);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &drop);
    check(drop.isAccepted(), u"the window took the files"_s);
}

void Robot::press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&widget, key, modifiers);
}

void Robot::type(QWidget &widget, const QString &text)
{
    QTest::keyClicks(&widget, text);
}

void Robot::keyboard(const QStringList &xdotool)
{
    QProcess process;
    process.start(u"xdotool"_s, xdotool);
    until(u"xdotool to press keys"_s, [&process] { return process.state() == QProcess::NotRunning; });
    check(process.exitCode() == 0, u"xdotool can press keys"_s);
}

void Robot::photograph(const QString &name)
{
    QDir().mkpath(m_screenshots);
    const QString file = u"%1/%2-%3.png"_s.arg(m_screenshots).arg(++m_taken, 2, 10, QLatin1Char('0')).arg(name);
    // What was asked to be painted is on the screen before the picture is taken.
    m_window.repaint();
    QTest::qWait(300); // a web page is painted by another process
    check(m_window.screen()->grabWindow(0).save(file), u"%1 can be written"_s.arg(file));
    QTextStream(stdout) << "  picture: " << QFileInfo(file).fileName() << Qt::endl;
}

} // namespace mainjob
