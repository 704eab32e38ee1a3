// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/layers.h"

#include "core/adapters/poppler/places.h"
#include "core/documents/pagesource.h"

#include <poppler-optcontent.h>
#include <poppler-qt6.h>

#include <functional>

namespace core {
namespace {

constexpr int deepest = 64;

using Visit = std::function<void(const QModelIndex &, int level, int number)>;

// Each before what is below it, as lists show them.
void visitAll(const QAbstractItemModel &model, const QModelIndex &parent, int level, int &number, const Visit &visit)
{
    if (level > deepest)
        return;
    for (int row = 0; row < model.rowCount(parent) && number < bounds::mostLayers; ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        visit(index, level, number++);
        visitAll(model, index, level + 1, number, visit);
    }
}

void visitAll(const QAbstractItemModel &model, const Visit &visit)
{
    int number = 0;
    visitAll(model, {}, 0, number, visit);
}

bool isHeading(const QModelIndex &index)
{
    return !index.data(Qt::CheckStateRole).isValid();
}

bool isOn(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

bool canBeSet(const QModelIndex &index)
{
    return !isHeading(index) && index.flags().testFlag(Qt::ItemIsEnabled);
}

void set(QAbstractItemModel &model, const QModelIndex &index, bool on)
{
    if (isOn(index) != on)
        model.setData(index, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

} // namespace

Layers::Layers(Poppler::Document &document)
    : m_model(document.hasOptionalContent() ? document.optionalContentModel() : nullptr)
    , m_initial(read({}))
    , m_shown(statesOf(m_initial))
{
}

std::vector<LayerEntry> Layers::entries() const
{
    return m_initial;
}

// Of what can't be set now only the caller knows whether it is wanted.
std::vector<LayerEntry> Layers::read(const LayerStates &wanted) const
{
    std::vector<LayerEntry> entries;
    if (!m_model)
        return entries;
    visitAll(*m_model, [&](const QModelIndex &index, int level, int number) {
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        const bool on = enabled || number >= wanted.size() ? isOn(index) : wanted[number] == 1;
        entries.push_back({shortened(index.data().toString()), level, isHeading(index), on, enabled});
    });
    return entries;
}

bool Layers::areOurs(const LayerStates &states) const
{
    return states.size() == static_cast<qsizetype>(m_initial.size());
}

void Layers::show(const LayerStates &wanted)
{
    const LayerStates states = areOurs(wanted) ? wanted : statesOf(m_initial);
    if (!m_model || states == m_shown)
        return;
    visitAll(*m_model, [&](const QModelIndex &index, int, int number) {
        if (canBeSet(index))
            set(*m_model, index, states[number] == 1);
    });
    m_shown = states;
}

std::vector<LayerEntry> Layers::switched(const LayerStates &from, int index, bool on)
{
    if (!m_model)
        return {};
    const LayerStates before = areOurs(from) ? from : statesOf(m_initial);
    show(before);
    if (index < 0 || index >= static_cast<int>(m_initial.size()))
        return read(before);
    visitAll(*m_model, [&](const QModelIndex &item, int, int number) {
        if (number == index && canBeSet(item))
            set(*m_model, item, on);
    });
    auto entries = read(before);
    // What was switched on may have brought back others, which are to be as they were wanted.
    LayerStates after = statesOf(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto number = static_cast<qsizetype>(i);
        if (number > index && entries[i].isEnabled && entries[i].level > entries[static_cast<std::size_t>(index)].level)
            after[number] = before[number];
        else if (number > index)
            break;
    }
    m_shown.clear();
    show(after);
    return read(after);
}

} // namespace core
