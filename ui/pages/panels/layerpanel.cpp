// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/layerpanel.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int indexRole = Qt::UserRole;

} // namespace

LayerPanel::LayerPanel(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_restore(new QPushButton(tr("As the document opens"), this))
{
    setObjectName(u"layerPanel"_s);
    m_tree->setObjectName(u"layerTree"_s);
    m_tree->setAccessibleName(tr("Layers"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->installEventFilter(this);
    m_restore->setObjectName(u"restoreLayersButton"_s);
    m_restore->setAutoDefault(false);
    m_restore->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(smallGap, 0, smallGap, smallGap);
    bottom->addWidget(m_restore);
    layout->addLayout(bottom);
    setFocusProxy(m_tree);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *item) {
        emit switched(item->data(0, indexRole).toInt(), item->checkState(0) == Qt::Checked);
    });
    connect(m_restore, &QPushButton::clicked, this, &LayerPanel::restored);
}

void LayerPanel::setLayers(const std::vector<core::LayerEntry> &layers)
{
    const QSignalBlocker quiet(m_tree);
    std::vector<QString> names;
    for (const core::LayerEntry &layer : layers)
        names.push_back(layer.name);
    if (names != m_names || m_items.size() != layers.size())
        build(layers);
    m_names = std::move(names);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const core::LayerEntry &layer = layers[i];
        Qt::ItemFlags flags = Qt::ItemIsSelectable;
        flags.setFlag(Qt::ItemIsEnabled, layer.isEnabled || layer.isHeading);
        flags.setFlag(Qt::ItemIsUserCheckable, !layer.isHeading);
        m_items[i]->setFlags(flags);
        if (!layer.isHeading)
            m_items[i]->setCheckState(0, layer.isOn ? Qt::Checked : Qt::Unchecked);
    }
}

void LayerPanel::setAltered(bool altered)
{
    m_restore->setVisible(altered);
}

void LayerPanel::build(const std::vector<core::LayerEntry> &layers)
{
    m_tree->clear();
    m_items.clear();
    std::vector<QTreeWidgetItem *> path;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        path.resize(std::min(path.size(), static_cast<std::size_t>(std::max(0, layers[i].level))));
        auto *item = path.empty() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(path.back());
        item->setText(0, layers[i].name.simplified());
        item->setToolTip(0, layers[i].name.simplified().toHtmlEscaped());
        item->setData(0, indexRole, static_cast<int>(i));
        item->setSizeHint(0, {0, hitTarget});
        m_items.push_back(item);
        path.push_back(item);
    }
    m_tree->expandAll();
}

bool LayerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    emit left();
    return true;
}

} // namespace ui
