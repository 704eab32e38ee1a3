// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placekeeper.h"

#include "ui/pages/view/pageview.h"

#include <tuple>

namespace ui {

namespace {

Fit fitOf(core::ReadingPlace::Fit fit)
{
    using Kept = core::ReadingPlace::Fit;
    return fit == Kept::Width ? Fit::Width : fit == Kept::Page ? Fit::Page : Fit::None;
}

core::ReadingPlace::Fit kept(Fit fit)
{
    using Kept = core::ReadingPlace::Fit;
    return fit == Fit::Width ? Kept::Width : fit == Fit::Page ? Kept::Page : Kept::None;
}

} // namespace

PlaceKeeper::PlaceKeeper(PageView &view)
    : m_view(view)
{
}

void PlaceKeeper::setOwner(const QString &owner)
{
    m_ownerNow = owner;
    if (m_owner.isNull() && !m_file.isEmpty()) {
        m_owner = owner;
        ask();
    }
}

void PlaceKeeper::begin(const QString &file)
{
    ++m_round;
    m_file = file;
    m_owner = m_ownerNow;
    m_found.reset();
    m_isThere = false;
    m_isSettled = false;
    ask();
}

void PlaceKeeper::ask()
{
    if (!m_store || m_owner.isNull())
        return;
    core::whenDone(m_store->load(m_file, m_owner), this,
                   [this, round = m_round](const core::Result<std::optional<core::ReadingPlace>> &found) {
                       if (!found || round != m_round)
                           return;
                       m_found = *found;
                       // Whoever has begun to read is not taken elsewhere.
                       if (m_isThere && !m_isSettled && sight() == m_first)
                           apply();
                   });
}

void PlaceKeeper::arrive(bool isSecret)
{
    m_isSecret = isSecret;
    if (std::exchange(m_isThere, true) && m_store && !m_owner.isNull())
        std::ignore = m_store->load(m_file, m_owner); // it is known by what it holds now
    apply();
    m_first = sight();
}

void PlaceKeeper::apply()
{
    const auto found = std::exchange(m_found, std::nullopt);
    if (!found || m_isSecret || m_view.pages() == 0)
        return;
    m_view.setFlow({found->continuous, found->sideBySide, found->coverAlone});
    m_view.rotate(found->rotation - m_view.rotation());
    if (found->fit == core::ReadingPlace::Fit::None)
        m_view.setZoom(found->zoom);
    else
        m_view.setFit(fitOf(found->fit));
    m_view.startAt({found->page, found->point});
    emit restored(found->tab);
}

PlaceKeeper::Sight PlaceKeeper::sight() const
{
    return {m_view.currentPage(), m_view.zoom(), m_view.rotation(), m_view.geometry().viewport().topLeft()};
}

void PlaceKeeper::leave(int tab)
{
    const bool isKept = std::exchange(m_isThere, false) && m_store && !m_owner.isNull() && !m_isSecret;
    const QString file = std::exchange(m_file, {});
    ++m_round;
    if (!isKept || m_view.pages() == 0)
        return;
    const PagePoint here = m_view.here();
    const PageFlow &flow = m_view.flow();
    m_store->save(file, m_owner,
                  {here.page, here.point, kept(m_view.fit()), m_view.zoom(), m_view.rotation(), flow.continuous,
                   flow.sideBySide, flow.coverAlone, tab});
}

} // namespace ui
