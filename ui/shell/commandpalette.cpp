// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/commandmatch.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int keysRole = Qt::UserRole + 1;
constexpr int commandRole = Qt::UserRole + 2;
constexpr int rowsShown = 10;

// A command's icon and name on the left, its key on the right.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            QColor ground = option.palette.color(QPalette::Highlight);
            ground.setAlphaF(0.18F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(QRectF(option.rect), 5, 5);
        }
        const QRect area = option.rect.adjusted(smallGap, 0, -smallGap, 0);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(area.left(), area.center().y() - 8, 18, 18));
        const QString keys = index.data(keysRole).toString();
        const int keysWidth = option.fontMetrics.horizontalAdvance(keys);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        painter->drawText(area.adjusted(28, 0, -keysWidth - smallGap, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->setPen(quietText(option.palette));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, keys);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Q_UNUSED(index)
        return {200, std::max(hitTarget + 2, option.fontMetrics.height() + 10)};
    }
};

QString nameOf(const QAction &command)
{
    QString name = command.text();
    name.remove(u'&');
    name.remove(QChar(0x2026));
    return name;
}

} // namespace

QString keysOf(const QAction &command)
{
    const QString handled = command.property("keys").toString();
    return handled.isEmpty() ? QKeySequence::listToString(command.shortcuts(), QKeySequence::NativeText) : handled;
}

CommandPalette::CommandPalette(const QList<QAction *> &commands, QWidget *window)
    : Sheet(tr("Commands"), window)
    , m_input(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    for (QAction *command : commands) {
        if (!command->isSeparator() && !command->text().isEmpty())
            m_commands.append(command);
    }
    m_input->setPlaceholderText(tr("What do you want to do?"));
    m_input->setAccessibleName(tr("Search the commands"));
    m_input->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFixedHeight(rowsShown * (hitTarget + 2));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_input);
    body()->addWidget(m_list);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    narrow(QString());
}

QStringList CommandPalette::shown() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names += m_model->item(row)->text();
    return names;
}

void CommandPalette::narrow(const QString &typed)
{
    std::vector<std::pair<int, QAction *>> found;
    for (const QPointer<QAction> &command : m_commands) {
        const int score = command && command->isEnabled() ? commandMatch(typed, nameOf(*command)) : 0;
        if (score > 0)
            found.emplace_back(score, command);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<int, QAction *>::first);
    m_model->clear();
    for (const auto &[score, command] : found) {
        auto *item = new QStandardItem(command->icon(), nameOf(*command));
        item->setData(keysOf(*command), keysRole);
        item->setData(QVariant::fromValue(command), commandRole);
        item->setData(tr("%1 %2").arg(nameOf(*command), keysOf(*command)).simplified(), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::run()
{
    const QPointer<QAction> command = m_list->currentIndex().data(commandRole).value<QAction *>();
    close();
    if (command)
        QTimer::singleShot(0, command, &QAction::trigger); // when the focus is back where it was
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = m_list->currentIndex().row();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model->rowCount() - 1));
            m_list->setCurrentIndex(m_model->index(next, 0));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace ui
