// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/filterlist.h"

#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

// One line: the filter's name on the left, its count on the right.
class FilterButton final : public QAbstractButton
{
public:
    FilterButton(const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_name(name)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setText(name);
        setCount(0);
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(FilterList::tr("%1: %2").arg(m_name).arg(count));
        update();
    }
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override { return {120, std::max(hitTarget, fontMetrics().height() + 10)}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(rect()).adjusted(6, 0.5, -6, -0.5);
        if (isChecked() || underMouse()) {
            QColor fill = palette().color(isChecked() ? QPalette::Highlight : QPalette::Text);
            fill.setAlphaF(isChecked() ? 0.16F : 0.05F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRoundedRect(ground, 5, 5);
        }
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5);
        }
        const QRect words = rect().adjusted(gap, 0, -gap, 0);
        QFont font = this->font();
        if (isChecked())
            font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_name);
        painter.setPen(quietText(palette()));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_count));
    }

private:
    QString m_name;
    int m_count = 0;
};

FilterList::FilterList(const core::Queue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
{
    using Show = DocumentFilter::Show;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->setSpacing(0);
    auto *group = new QButtonGroup(this);
    const std::pair<Show, QString> filters[] = {
        {Show::All, tr("All")},           {Show::ToReview, tr("To review")}, {Show::Running, tr("Running")},
        {Show::Approved, tr("Approved")}, {Show::Failed, tr("Failed")},
    };
    for (const auto &[show, name] : filters) {
        auto *button = new FilterButton(name, this);
        group->addButton(button);
        layout->addWidget(button);
        m_buttons[show] = button;
        connect(button, &QAbstractButton::clicked, this, [this, show = show] { emit chosen(show); });
    }
    m_buttons[Show::All]->setChecked(true);
    connect(&queue, &core::Queue::loaded, this, &FilterList::recount);
    connect(&queue, &core::Queue::added, this, &FilterList::recount);
    connect(&queue, &core::Queue::changed, this, &FilterList::recount);
    connect(&queue, &core::Queue::removed, this, &FilterList::recount);
    recount();
}

void FilterList::choose(DocumentFilter::Show show)
{
    m_buttons.at(show)->setChecked(true);
    emit chosen(show);
}

int FilterList::count(DocumentFilter::Show show) const
{
    return m_buttons.at(show)->count();
}

void FilterList::recount()
{
    for (const auto &[show, button] : m_buttons) {
        const auto held = [show = show](const core::DocumentRow &row) {
            return DocumentFilter::holds(show, row.state);
        };
        button->setCount(static_cast<int>(std::ranges::count_if(m_queue.rows(), held)));
    }
}

} // namespace ui
