// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/accountwatch.h"

#include <QFileInfo>
#include <QGuiApplication>

namespace app {

AccountWatch::AccountWatch(core::Accounts &accounts, QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, &accounts, &core::Accounts::reconsider);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_pause.start(); });
    connect(&accounts, &core::Accounts::changed, this, &AccountWatch::watch);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_pause.start();
    });
    watch();
}

void AccountWatch::watch()
{
    if (m_watcher.directories().isEmpty() && QFileInfo(m_folder).isDir())
        m_watcher.addPath(m_folder);
}

} // namespace app
