// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <map>
#include <set>

// A page source that has read its documents already. Answers are ready at once, or never where the test holds them.
class TextPages final : public core::PageSource
{
public:
    std::map<QString, core::DocumentText> documents; // by file
    std::map<QString, core::Error> failures; // opening ends with it
    std::set<int> brokenPages; // cannot be read
    bool holdText = false; // pages are never answered, until they are stopped
    int open_ = 0; // documents open now

    core::Async<core::OpenedDocument> open(const QString &file, const core::Secret &, std::stop_token) override
    {
        if (const auto failure = failures.find(file); failure != failures.end())
            return core::ready<core::OpenedDocument>(tl::make_unexpected(failure->second));
        const auto known = documents.find(file);
        if (known == documents.end())
            return core::ready<core::OpenedDocument>(core::fail(core::ErrorCode::NotFound));
        ++open_;
        m_handles[++m_last] = known->second;
        return core::ready<core::OpenedDocument>(core::OpenedDocument{m_last, known->second.info});
    }

    void close(core::DocumentHandle document) override { open_ -= static_cast<int>(m_handles.erase(document)); }

    core::Async<QImage> render(const core::RenderRequest &, std::stop_token) override
    {
        return core::ready<QImage>(core::fail(core::ErrorCode::Internal));
    }

    core::Async<core::PageText> text(core::DocumentHandle document, int page, core::OcrMode, std::stop_token) override
    {
        if (holdText) {
            m_held.emplace_back().start();
            return m_held.back().future();
        }
        if (brokenPages.contains(page))
            return core::ready<core::PageText>(core::fail(core::ErrorCode::BrokenDocument));
        return core::ready<core::PageText>(m_handles.at(document).pages.at(static_cast<size_t>(page) - 1));
    }

    core::Async<std::vector<core::CompactPage>> index(const core::IndexRequest &request, std::stop_token) override
    {
        const auto &pages = m_handles.at(request.document).pages;
        return core::ready<std::vector<core::CompactPage>>(
            std::vector{core::compacted(pages.at(static_cast<size_t>(request.first) - 1))});
    }

    core::Async<QByteArray> sha256(core::DocumentHandle document, std::stop_token) override
    {
        const QByteArray known = m_handles.at(document).info.sha256;
        return core::ready<QByteArray>(known.isEmpty() ? QByteArray(64, '0') : known);
    }

    core::Async<core::DocumentText> extras(core::DocumentHandle document, std::stop_token) override
    {
        core::DocumentText extras;
        extras.formValues = m_handles.at(document).formValues;
        extras.attachments = m_handles.at(document).attachments;
        return core::ready<core::DocumentText>(extras);
    }

    core::Async<std::vector<core::OutlineEntry>> outline(core::DocumentHandle, std::stop_token) override
    {
        return core::ready<std::vector<core::OutlineEntry>>({});
    }

private:
    std::map<core::DocumentHandle, core::DocumentText> m_handles;
    std::vector<QPromise<core::Result<core::PageText>>> m_held;
    core::DocumentHandle m_last = 0;
};
