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

void Opening::close()
{
    m_stop.request_stop();
    if (isOpen())
        m_pages.close(m_document.handle);
    m_document = {};
    m_file.clear();
}

void Opening::finish(const core::Result<core::OpenedDocument> &answer, const core::Secret &password)
{
    if (answer) {
        m_document = *answer;
        emit opened(m_document, password);
    } else if (answer.error().code == core::ErrorCode::PasswordNeeded) {
        emit passwordNeeded(!password.isEmpty());
    } else {
        emit failed(answer.error());
    }
}

} // namespace ui
