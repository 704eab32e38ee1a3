// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/outlinepanel.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

// Rows to be hit, and page numbers that do not compete with the titles.
class OutlineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, hitTarget});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == OutlineModel::Page)
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

OutlinePanel::OutlinePanel(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
{
    setObjectName(u"outlinePanel"_s);
    m_filter->setObjectName(u"outlineFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter chapters"));
    m_filter->setAccessibleName(tr("Filter chapters"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_shown.setSourceModel(&m_model);
    m_shown.setRecursiveFilteringEnabled(true);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setObjectName(u"outlineTree"_s);
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->setModel(&m_shown);
    m_tree->setItemDelegate(new OutlineDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true); // twenty thousand chapters are laid out without asking for each
    m_tree->setIndentation(14);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(1);
    m_tree->header()->setSectionResizeMode(OutlineModel::Title, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(OutlineModel::Page, QHeaderView::Fixed);
    m_tree->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(smallGap, smallGap / 2, smallGap, 0);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
    connect(m_filter, &QLineEdit::textChanged, this, &OutlinePanel::filter);
    connect(m_tree, &QTreeView::clicked, this, &OutlinePanel::choose);
}

void OutlinePanel::setOutline(const std::vector<core::OutlineEntry> &outline)
{
    m_filter->clear();
    m_expanded.clear();
    m_chosen = false;
    m_model.setOutline(outline);
    expandAsTold();
    if (m_place)
        follow(*std::exchange(m_place, std::nullopt));
}

void OutlinePanel::setLabels(const core::PageLabels &labels)
{
    m_model.setLabels(labels);
    const int letters = static_cast<int>(std::clamp<qsizetype>(labels.longest(), 2, 8));
    m_tree->header()->resizeSection(OutlineModel::Page,
                                    fontMetrics().horizontalAdvance(QString(letters, u'0')) + 2 * smallGap);
}

void OutlinePanel::expandAsTold()
{
    const auto isOpen = [this](int entry) {
        const QModelIndex index = m_model.indexOf(entry);
        return m_expanded.contains(entry) || m_model.entry(index).open
            || (!index.parent().isValid() && m_model.rowCount() == 1); // one book with all its chapters below it
    };
    for (int entry = 0; entry < m_model.count(); ++entry) {
        if (m_model.rowCount(m_model.indexOf(entry)) > 0 && isOpen(entry))
            m_tree->expand(m_shown.mapFromSource(m_model.indexOf(entry)));
    }
}

bool OutlinePanel::isFiltered() const
{
    return !m_shown.filterRegularExpression().pattern().isEmpty();
}

void OutlinePanel::filter(const QString &text)
{
    if (!isFiltered()) {
        m_expanded.clear();
        for (int entry = 0; entry < m_model.count(); ++entry) {
            if (m_tree->isExpanded(m_shown.mapFromSource(m_model.indexOf(entry))))
                m_expanded.insert(entry);
        }
    }
    m_shown.setFilterFixedString(text.trimmed());
    if (isFiltered()) {
        m_tree->expandAll();
        return;
    }
    m_tree->collapseAll();
    for (const int entry : m_expanded)
        m_tree->expand(m_shown.mapFromSource(m_model.indexOf(entry)));
    if (m_place)
        follow(*std::exchange(m_place, std::nullopt));
}

void OutlinePanel::follow(const core::Destination &place)
{
    if (m_place == place)
        return;
    m_place = place;
    if (std::exchange(m_chosen, false))
        return; // this is where the choice led
    // Within chapters that are folded away it is they that are being read.
    QModelIndex index = m_model.indexOf(m_model.entryAt(place));
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        if (!m_tree->isExpanded(m_shown.mapFromSource(above)))
            index = above;
    }
    m_tree->setCurrentIndex(m_shown.mapFromSource(index));
}

void OutlinePanel::takeFocus()
{
    m_tree->setFocus(Qt::ShortcutFocusReason);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_shown.index(0, 0));
}

void OutlinePanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const core::OutlineEntry &entry = m_model.entry(m_shown.mapToSource(index));
    if (entry.page < 1)
        return;
    m_chosen = true;
    emit placeChosen({entry.page, entry.top});
}

bool OutlinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape) {
        if (m_filter->text().isEmpty())
            emit left();
        m_filter->clear();
        return true;
    }
    if (watched == m_tree && isReturn) {
        choose(m_tree->currentIndex());
        return true;
    }
    if (watched == m_filter && (isReturn || key->key() == Qt::Key_Down)) {
        QModelIndex first = m_shown.index(0, 0);
        // The first whose own title has the words, not one that is there for what is below it.
        while (isFiltered() && first.isValid()
               && !first.data().toString().contains(m_filter->text().trimmed(), Qt::CaseInsensitive))
            first = m_tree->indexBelow(first);
        m_tree->setCurrentIndex(first);
        m_tree->setFocus();
        if (isReturn)
            choose(first);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
