// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/fielddetail.h"

#include "ui/review/reasontext.h"
#include "ui/review/statuslook.h"
#include "ui/review/valuetext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QLabel *wrappedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumWidth(1);
    return label;
}

void colour(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    palette.setColor(label->foregroundRole(), colour);
    label->setPalette(palette);
}

} // namespace

FieldDetail::FieldDetail(QWidget *parent)
    : QWidget(parent)
    , m_problem(wrappedLabel(QString(), this))
    , m_picture(new QLabel(this))
    , m_lines(new QVBoxLayout)
{
    m_problem->hide();
    colour(m_problem, toneColour(Tone::NotOnPage, palette()));
    m_picture->setObjectName(u"placePicture"_s);
    m_picture->setAccessibleName(tr("Picture of the place on the page"));
    m_picture->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_picture->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_problem);
    layout->addWidget(m_picture);
    layout->addLayout(m_lines);
}

void FieldDetail::explain(const core::Extraction &extraction, const core::ExtractedField &field)
{
    if (m_linesWidget) {
        // It may be a button in it that brought us here.
        m_linesWidget->hide();
        m_lines->removeWidget(m_linesWidget);
        m_linesWidget->deleteLater();
    }
    m_linesWidget = new QWidget(this);
    auto *layout = new QVBoxLayout(m_linesWidget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    m_lines->addWidget(m_linesWidget);

    if (!field.value && field.candidates.empty())
        addLine(tr("Nothing of this kind was found. Type it, or draw a box around it on the page."), nullptr);
    for (const core::Reason &reason : field.because) {
        if (const QString text = reasonText(reason, extraction, field); !text.isEmpty())
            addLine(text, &reason);
    }
    int number = 0;
    for (const core::Candidate &candidate : field.candidates) {
        if (++number > 9)
            break;
        addCandidate(number, candidate, field.type, field.currency);
    }
    show();
}

void FieldDetail::setPicture(const QImage &picture)
{
    m_picture->setVisible(!picture.isNull());
    if (!picture.isNull())
        m_picture->setPixmap(QPixmap::fromImage(picture));
}

void FieldDetail::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void FieldDetail::addLine(const QString &text, const core::Reason *reason)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *sign = new QLabel(m_linesWidget);
    sign->setFixedWidth(14);
    const bool against = reason && reason->effect < 0;
    if (reason) {
        sign->setText(against ? u"\u2212"_s : u"+"_s);
        sign->setForegroundRole(QPalette::PlaceholderText);
        if (against)
            colour(sign, toneColour(Tone::Doubtful, palette()));
        sign->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    auto *words = wrappedLabel(text, m_linesWidget);
    words->setForegroundRole(against ? QPalette::WindowText : QPalette::PlaceholderText);
    if (reason)
        row->addWidget(sign, 0, Qt::AlignTop);
    else
        sign->deleteLater();
    row->addWidget(words, 1);
    static_cast<QVBoxLayout *>(m_linesWidget->layout())->addLayout(row);
}

void FieldDetail::addCandidate(int number, const core::Candidate &candidate, core::ValueType type,
                               const QString &currency)
{
    const QString value = valueText(candidate.value, type, currency);
    const QString place =
        candidate.evidence.empty() ? QString() : tr("page %1").arg(candidate.evidence.front().place.page);
    auto *button = new QPushButton(u"%1   %2"_s.arg(QString::number(number), value), m_linesWidget);
    button->setObjectName("candidate"_L1 + QString::number(number));
    button->setToolTip(place.isEmpty() ? tr("Key %1").arg(number)
                                       : tr("Key %1, %2").arg(QString::number(number), place));
    button->setAccessibleName(tr("Take %1 instead").arg(value));
    button->setFocusPolicy(Qt::NoFocus); // the key is nearer, and Tab goes to the next field
    button->setProperty("number", number);
    button->installEventFilter(this);
    connect(button, &QPushButton::clicked, this, [this, number] { emit candidatePicked(number); });
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    auto *where = new QLabel(place, m_linesWidget);
    where->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(where);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(m_linesWidget->layout())->addLayout(row);
}

bool FieldDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter)
        emit candidateHovered(watched->property("number").toInt());
    else if (event->type() == QEvent::Leave)
        emit candidateHovered(0);
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
