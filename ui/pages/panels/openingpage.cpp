// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/openingpage.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int quietTime = 100; // milliseconds
constexpr int longTime = 2000;

} // namespace

OpeningPage::OpeningPage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"openingPage"_s);
    m_text->setObjectName(u"openingLabel"_s);
    m_progress->setObjectName(u"openingProgressBar"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(200, 4);
    m_cancel->setObjectName(u"cancelOpeningButton"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(gap);
    layout->addStretch(2);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    m_long.setSingleShot(true);
    m_long.setInterval(longTime);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_progress->setRange(0, 0);
        m_progress->show();
        m_text->show();
    });
    connect(&m_long, &QTimer::timeout, m_cancel, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPage::cancelled);
    stop();
}

void OpeningPage::start(const QString &fileName)
{
    stop();
    m_text->setText(tr("Opening %1").arg(fileName));
    m_quiet.start();
    m_long.start();
}

void OpeningPage::stop()
{
    m_quiet.stop();
    m_long.stop();
    m_progress->setRange(0, 1); // an endless bar would go on drawing itself
    for (QWidget *widget : std::initializer_list<QWidget *>{m_text, m_progress, m_cancel})
        widget->hide();
}

} // namespace ui
