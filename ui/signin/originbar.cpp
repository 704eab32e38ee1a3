// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/originbar.h"

#include "ui/signin/addressrules.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ui {

OriginBar::OriginBar(QWidget *parent)
    : QWidget(parent)
    , m_lock(new QLabel(this))
    , m_origin(new QLabel(this))
    , m_warning(new QLabel(this))
{
    m_origin->setObjectName(u"originLabel"_s);
    m_origin->setTextFormat(Qt::PlainText);
    m_origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_origin->font();
    font.setWeight(QFont::DemiBold);
    m_origin->setFont(font);
    m_warning->setObjectName(u"originWarning"_s);
    m_lock->setObjectName(u"originPicture"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap, smallGap, gap, smallGap);
    layout->setSpacing(smallGap);
    layout->addWidget(m_lock);
    layout->addWidget(m_origin);
    layout->addWidget(m_warning);
    layout->addStretch();
    setMinimumHeight(hitTarget + smallGap);
    redraw();
}

void OriginBar::showOrigin(const QUrl &url)
{
    m_hasOrigin = !originText(url).isEmpty();
    if (!m_hasOrigin)
        return; // about:blank between two pages: the last origin stays
    m_unproven = false;
    m_coming = false;
    m_secure = url.scheme() == "https"_L1;
    m_local = isLoopback(url);
    m_origin->setText(originText(url));
    redraw();
}

void OriginBar::showComing(const QUrl &url)
{
    showOrigin(url);
    if (!m_hasOrigin)
        return;
    m_coming = m_secure; // what is not secure needs no proof of it
    m_secure = false;
    redraw();
}

void OriginBar::showUnproven(const QString &origin)
{
    m_hasOrigin = true;
    m_secure = false;
    m_local = false;
    m_coming = false;
    m_unproven = true;
    m_origin->setText(origin);
    redraw();
}

void OriginBar::showText(const QString &text)
{
    m_hasOrigin = false;
    m_secure = false;
    m_unproven = false;
    m_coming = false;
    m_origin->setText(text);
    redraw();
}

QString OriginBar::text() const
{
    return m_origin->text();
}

void OriginBar::setProgress(int percent)
{
    m_progress = percent;
    update();
}

void OriginBar::redraw()
{
    m_lock->setVisible(m_hasOrigin);
    const QString picture = m_secure ? u"lock"_s : m_coming ? u"waiting"_s : m_local ? u"info"_s : u"warning"_s;
    m_lock->setPixmap(icon(picture, palette()).pixmap(16, 16));
    const QString words = !m_hasOrigin || m_secure ? QString()
        : m_coming                                 ? tr("connecting…")
        : m_unproven                               ? tr("certificate refused")
        : m_local                                  ? tr("on this computer")
                                                   : tr("not secure");
    m_warning->setText(words);
    m_warning->setVisible(!words.isEmpty());
    QPalette colours = palette();
    const bool isQuiet = m_local || m_coming;
    colours.setColor(QPalette::WindowText, isQuiet ? quietText(palette()) : toneColour(Tone::Doubtful, palette()));
    m_warning->setPalette(colours);
    const QString spoken = !m_hasOrigin ? text()
        : m_secure                      ? tr("Page of %1, secure connection").arg(text())
                                        : tr("Page of %1, %2").arg(text(), words);
    m_origin->setAccessibleName(spoken);
    update();
}

void OriginBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, height() - 1, width(), 1, lineColour(palette()));
    if (m_progress < 100) {
        const int done = width() * qBound(4, m_progress, 100) / 100;
        painter.fillRect(0, height() - 2, done, 2, palette().color(QPalette::Highlight));
    }
}

void OriginBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redraw();
    QWidget::changeEvent(event);
}

} // namespace ui
