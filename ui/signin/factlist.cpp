// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/factlist.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int tallest = 260;

Tone toneOf(FactLine::Kind kind)
{
    return kind == FactLine::Kind::Warning ? Tone::Doubtful : Tone::Sure;
}

} // namespace

FactList::FactList(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget(this))
    , m_rows(new QVBoxLayout(m_page))
{
    setObjectName(u"factList"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // to be read, and scrolled, with keys
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(smallGap - 2);
    setWidget(m_page);
    m_page->setAutoFillBackground(false); // the sheet's own ground shows
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("What was found"));
}

void FactList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void FactList::setLines(const std::vector<FactLine> &lines)
{
    clear();
    QStringList spoken;
    for (const FactLine &line : lines) {
        auto *row = new QWidget(m_page);
        auto *sign = new QLabel(row);
        const QIcon picture =
            line.kind == FactLine::Kind::Plain ? icon(u"info"_s, palette()) : toneIcon(toneOf(line.kind), palette());
        sign->setPixmap(picture.pixmap(16, 16));
        auto *text = new QLabel(row);
        text->setTextFormat(Qt::PlainText); // the provider's words
        text->setWordWrap(true);
        text->setText(line.text);
        const QString said = line.kind == FactLine::Kind::Warning ? tr("Warning: %1").arg(line.text) : line.text;
        text->setAccessibleName(said);
        spoken += said;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(smallGap);
        layout->addWidget(sign, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        m_rows->addWidget(row);
    }
    m_rows->addStretch(1);
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
}

QSize FactList::sizeHint() const
{
    const int width = std::max(viewport()->width(), 300);
    const int height = m_rows->hasHeightForWidth() ? m_rows->heightForWidth(width) : m_page->sizeHint().height();
    return {width, std::min(height, tallest)};
}

void FactList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int wanted = sizeHint().height();
    setMinimumHeight(std::min(wanted, tallest));
}

} // namespace ui
