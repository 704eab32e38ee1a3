// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/hitmodel.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr int betweenLooks = 60; // milliseconds
constexpr int wordsAround = 60; // letters
constexpr int mostRows = 20'000;

} // namespace

HitModel::HitModel(DocumentSearch &search, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HitModel::follow);
    connect(&search, &DocumentSearch::changed, this, [this] {
        if (m_search.generation() != m_generation)
            follow(); // what was found before is nothing now
        else if (!m_timer.isActive())
            m_timer.start(betweenLooks);
    });
}

void HitModel::setLabels(const core::PageLabels &labels)
{
    m_labels = labels;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_pages.empty() ? 0 : m_pages.back().before + m_pages.back().hits;
}

QString HitModel::pageName(int page) const
{
    return m_labels.isEmpty() ? QLocale().toString(page) : m_labels.label(page);
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SearchPlace place = placeOf(index.row());
    switch (role) {
    case PageRole:
        return place.page;
    case PageNameRole:
        return pageName(place.page);
    case Qt::DisplayRole:
        return m_search.snippet(place, wordsAround).text;
    case MatchStartRole:
        return m_search.snippet(place, wordsAround).match.start;
    case MatchLengthRole:
        return m_search.snippet(place, wordsAround).match.length;
    case Qt::AccessibleTextRole:
        return tr("Page %1: %2", "a hit and the words around it")
            .arg(pageName(place.page))
            .arg(m_search.snippet(place, wordsAround).text);
    default:
        return {};
    }
}

void HitModel::follow()
{
    m_timer.stop();
    if (m_search.generation() != m_generation) {
        m_generation = m_search.generation();
        beginResetModel();
        m_pages.clear();
        endResetModel();
    }
    std::vector<Page> fresh; // pages that stand together
    size_t at = 0;
    int rows = rowCount();
    const int shown = m_search.currentPlace().page; // whose hits are listed in any case
    for (const auto &[number, hits] : m_search.matches()) {
        if (at < m_pages.size() && m_pages[at].number == number) {
            insertPages(at, fresh);
            at += fresh.size() + 1;
            fresh.clear();
        } else if (rows < mostRows || number == shown) {
            fresh.push_back({number, 0, static_cast<int>(hits.size())});
            rows += fresh.back().hits;
        }
    }
    insertPages(at, fresh);
    emit followed();
}

void HitModel::insertPages(size_t at, const std::vector<Page> &pages)
{
    if (pages.empty())
        return;
    int row = at == 0 ? 0 : m_pages[at - 1].before + m_pages[at - 1].hits;
    int hits = 0;
    for (const Page &page : pages)
        hits += page.hits;
    beginInsertRows({}, row, row + hits - 1);
    m_pages.insert(m_pages.begin() + static_cast<std::ptrdiff_t>(at), pages.begin(), pages.end());
    for (size_t i = at; i < m_pages.size(); ++i) {
        m_pages[i].before = row;
        row += m_pages[i].hits;
    }
    endInsertRows();
}

QModelIndex HitModel::indexOf(const SearchPlace &place) const
{
    const auto page = std::ranges::lower_bound(m_pages, place.page, {}, &Page::number);
    const bool isListed = page != m_pages.end() && page->number == place.page && place.index < page->hits;
    return isListed ? index(page->before + place.index, 0) : QModelIndex();
}

SearchPlace HitModel::placeOf(int row) const
{
    const auto after = std::ranges::upper_bound(m_pages, row, {}, &Page::before);
    const Page &page = *std::prev(after);
    return {page.number, row - page.before};
}

} // namespace ui
