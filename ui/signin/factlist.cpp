// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/factlist.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

Tone toneOf(FactLine::Kind kind)
{
    return kind == FactLine::Kind::Warning ? Tone::Doubtful : Tone::Sure;
}

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"factList"_s);
    setFocusPolicy(Qt::TabFocus); // to be heard with keys
    m_rows->setContentsMargins(smallGap / 2, smallGap / 2, smallGap / 2, smallGap / 2); // the focus is drawn there
    m_rows->setSpacing(smallGap - 2);
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
        auto *row = new QWidget(this);
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
    setAccessibleDescription(spoken.join(u". "_s));
}

void FactList::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace ui
