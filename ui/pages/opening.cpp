// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/opening.h"

namespace ui {

Opening::Opening(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
}

Opening::~Opening()
{
    close();
}

void Opening::open(const QString &file, const core::Secret &password)
{
    close();
    m_file = file;
    m_stop = std::stop_source();
    core::whenDone(m_pages.open(file, password, m_stop.get_token()), this,
                   [this, password, stop = m_stop](const core::Result<core::OpenedDocument> &answer) {
                       if (!stop.stop_requested())
                           finish(answer, password);
                       else if (answer)
                           m_pages.close(answer->handle);
                   });
}

void Opening::reopen()
{
    if (!isOpen())
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    core::whenDone(m_pages.open(m_file, m_password, m_stop.get_token()), this,
                   [this, stop = m_stop](const core::Result<core::OpenedDocument> &answer) {
                       if (answer && stop.stop_requested())
                           return m_pages.close(answer->handle);
                       if (stop.stop_requested())
                           return;
                       if (!answer) {
                           emit reopenFailed(answer.error());
                           return;
                       }
                       const core::DocumentHandle before = m_document.handle;
                       finish(answer, m_password);
                       m_pages.close(before);
                   });
}

void Opening::close()
{
    m_stop.request_stop();
    if (isOpen())
        m_pages.close(m_document.handle);
    m_document = {};
    m_password = {};
    m_file.clear();
}

void Opening::finish(const core::Result<core::OpenedDocument> &answer, const core::Secret &password)
{
    if (answer) {
        m_document = *answer;
        m_password = password;
        emit opened(m_document, password);
    } else if (answer.error().code == core::ErrorCode::PasswordNeeded) {
        emit passwordNeeded(!password.isEmpty());
    } else {
        emit failed(answer.error());
    }
}

} // namespace ui
