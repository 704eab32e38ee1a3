// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/fieldrow.h"

#include "core/extraction/doubts.h"
#include "ui/review/certaintybar.h"
#include "ui/review/fielddetail.h"
#include "ui/review/statuslook.h"
#include "ui/review/valuetext.h"
#include "ui/text/formats.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int side = gap; // left and right of everything in a row
constexpr int above = 6;
constexpr int pictureSide = 16;

bool isText(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text().at(0).isPrint()
        && event.text() != u" "_s;
}

} // namespace

FieldRow::FieldRow(const core::Extraction &extraction, const core::ExtractedField &field, QWidget *parent)
    : QWidget(parent)
    , m_detail(new FieldDetail(this))
    , m_editor(new QLineEdit(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_editor->setObjectName(u"valueEditor"_s);
    m_editor->hide();
    m_editor->installEventFilter(this);
    m_detail->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(side, headHeight(), side, 0);
    layout->setSpacing(0);
    layout->addWidget(m_detail);
    connect(m_detail, &FieldDetail::candidatePicked, this, &FieldRow::candidatePicked);
    connect(m_detail, &FieldDetail::candidateHovered, this, &FieldRow::candidateHovered);
    setField(extraction, field);
}

void FieldRow::setField(const core::Extraction &extraction, const core::ExtractedField &field)
{
    m_field = field;
    setObjectName("field-"_L1 + field.path);
    m_editor->setAccessibleName(tr("Value of %1").arg(field.label));
    if (m_chosen)
        m_detail->explain(extraction, field);
    describe();
    update();
}

void FieldRow::setChosen(bool chosen)
{
    m_chosen = chosen;
    if (!chosen)
        m_detail->hide();
    layout()->setContentsMargins(side, headHeight(), side, chosen ? smallGap + 2 : 0);
    updateGeometry();
    update();
}

void FieldRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (readOnly)
        stopEditing();
}

void FieldRow::startEditing(const QString &text)
{
    if (m_readOnly || isEditing())
        return;
    m_startText = editingText(m_field);
    m_editor->setText(text.isEmpty() ? m_startText : text);
    m_editor->setGeometry(valueRect());
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
    if (text.isEmpty())
        m_editor->selectAll();
    update();
}

bool FieldRow::isEditing() const
{
    return !m_editor->isHidden();
}

void FieldRow::stopEditing()
{
    if (!isEditing())
        return;
    const bool hadFocus = m_editor->hasFocus();
    m_editor->hide();
    m_detail->setProblem(QString());
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    update();
}

void FieldRow::refuse(const QString &why)
{
    m_detail->setProblem(why);
    m_detail->show();
}

bool FieldRow::finishEditing()
{
    if (!isEditing())
        return false;
    const QString text = m_editor->text().trimmed();
    if (text == m_startText.trimmed()) {
        stopEditing();
        return false;
    }
    emit typed(text); // whoever listens stops the editing or refuses
    return true;
}

QSize FieldRow::sizeHint() const
{
    const int width = 280;
    int height = headHeight();
    if (m_chosen && !m_detail->isHidden())
        height += m_detail->sizeHint().height() + smallGap;
    return {width, height};
}

QSize FieldRow::minimumSizeHint() const
{
    return {160, headHeight()};
}

int FieldRow::headHeight() const
{
    return 2 * fontMetrics().height() + 3 * above;
}

QRect FieldRow::valueRect() const
{
    const int line = above + fontMetrics().height() + 2;
    if (isEditing())
        return {side - 6, line - 1, width() - 2 * side + 12, headHeight() - line - 1};
    return {side, line, width() - 2 * side - certaintyBarWidth - 48, headHeight() - line - above + 2};
}

void FieldRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = toneColour(toneOf(m_field.status), palette());
    if (m_chosen || underMouse()) {
        QColor ground = palette().color(m_chosen ? QPalette::Highlight : QPalette::Text);
        ground.setAlphaF(m_chosen ? 0.10F : 0.04F);
        painter.fillRect(rect(), ground);
    }
    if (m_chosen)
        painter.fillRect(QRect(0, 0, 3, height()), palette().color(QPalette::Highlight));

    const QRect top(side, above, width() - 2 * side, fontMetrics().height());
    const QString word = statusText(m_field.status);
    const int wordWidth = fontMetrics().horizontalAdvance(word) + pictureSide + 6;
    painter.setPen(quietText(palette()));
    painter.drawText(top.adjusted(0, 0, -wordWidth - smallGap, 0), Qt::AlignVCenter,
                     fontMetrics().elidedText(m_field.label, Qt::ElideRight, top.width() - wordWidth - smallGap));
    toneIcon(toneOf(m_field.status), palette())
        .paint(&painter,
               QRect(top.right() - pictureSide + 1, top.center().y() - pictureSide / 2 + 1, pictureSide, pictureSide));
    painter.setPen(core::isDoubt(m_field.status) ? tone : quietText(palette()));
    painter.drawText(top.adjusted(0, 0, -pictureSide - 6, 0), Qt::AlignRight | Qt::AlignVCenter, word);
    if (!isEditing())
        drawState(painter, QRect(side, valueRect().top(), width() - 2 * side, valueRect().height()));
}

void FieldRow::drawState(QPainter &painter, const QRect &area) const
{
    const QString value = valueText(m_field);
    painter.setPen(palette().color(QPalette::WindowText));
    QFont strong = font();
    strong.setWeight(core::isDoubt(m_field.status) || m_chosen ? QFont::DemiBold : QFont::Normal);
    painter.setFont(strong);
    painter.drawText(valueRect(), Qt::AlignLeft | Qt::AlignVCenter,
                     value.isEmpty() ? u"\u2014"_s
                                     : painter.fontMetrics().elidedText(value, Qt::ElideRight, valueRect().width()));
    if (!m_field.value)
        return;
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, percentText(m_field.certainty));
    drawCertainty(painter, QRectF(area.right() - 42 - certaintyBarWidth, area.top(), certaintyBarWidth, area.height()),
                  m_field.certainty, toneColour(toneOf(m_field.status), palette()), palette());
}

void FieldRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    emit focused();
}

void FieldRow::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        emit accepted();
        return;
    case Qt::Key_F2:
        startEditing();
        return;
    case Qt::Key_Delete:
        emit rejected();
        return;
    case Qt::Key_Up:
        emit stepped(-1);
        return;
    case Qt::Key_Down:
        emit stepped(1);
        return;
    default:
        break;
    }
    if (digit >= 1 && digit <= static_cast<int>(m_field.candidates.size()) && isText(*event))
        emit candidatePicked(digit);
    else if (isText(*event))
        startEditing(event->text());
    else
        QWidget::keyPressEvent(event);
}

void FieldRow::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_chosen && valueRect().contains(event->pos()))
        startEditing();
    event->accept();
}

void FieldRow::mouseDoubleClickEvent(QMouseEvent *event)
{
    startEditing();
    event->accept();
}

void FieldRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isEditing())
        m_editor->setGeometry(valueRect());
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor || event->type() != QEvent::KeyPress) {
        if (watched == m_editor && event->type() == QEvent::FocusOut && isEditing()) {
            const auto reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                finishEditing();
        }
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        stopEditing();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & ~Qt::KeypadModifier)
            return false;
        m_enteredByKey = true;
        if (!finishEditing())
            emit accepted();
        m_enteredByKey = false;
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // Focus goes on from the row, not from the editor inside it.
        if (finishEditing() && isEditing())
            return true;
        focusNextPrevChild(key->key() == Qt::Key_Tab);
        return true;
    default:
        return false;
    }
}

void FieldRow::describe()
{
    QStringList parts{m_field.label, m_field.value ? valueText(m_field) : tr("no value"), statusText(m_field.status)};
    if (m_field.value)
        parts += percentText(m_field.certainty);
    if (!m_field.candidates.empty())
        parts += tr("%n candidate(s)", nullptr, static_cast<int>(m_field.candidates.size()));
    setAccessibleName(parts.join(u", "_s));
}

} // namespace ui
