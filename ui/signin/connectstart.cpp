// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/connectstart.h"

#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QString jsonFileIn(const QMimeData &brought)
{
    const QList<QUrl> urls = brought.urls();
    const QString file = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    return file.endsWith(".json"_L1, Qt::CaseInsensitive) ? file : QString();
}

} // namespace

ConnectStart::ConnectStart(const std::vector<core::ProfileTemplate> &templates, QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_templates(new QComboBox(this))
    , m_open(new QPushButton(icon(u"open"_s, palette()), tr("Open a file…"), this))
{
    setObjectName(u"connectStart"_s);
    setAcceptDrops(true);
    m_address->setObjectName(u"providerAddress"_s);
    m_address->setPlaceholderText(u"login.example.org"_s);
    m_templates->setObjectName(u"providerTemplate"_s);
    m_templates->addItem(tr("Detect from the address"), QString());
    for (const core::ProfileTemplate &blank : templates)
        m_templates->addItem(blank.title, blank.id);
    m_open->setObjectName(u"openProfileFile"_s);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_templates), static_cast<QWidget *>(m_open)})
        widget->setMinimumHeight(hitTarget);
    auto *addressLabel = new QLabel(tr("&Address of the sign-in, or your organization's domain"), this);
    addressLabel->setBuddy(m_address);
    auto *templateLabel = new QLabel(tr("&Provider"), this);
    templateLabel->setBuddy(m_templates);
    auto *file =
        new QLabel(tr("Did your administrator give you a file? Open it, or drop it here: a Lectern profile, App "
                      "ID credentials, VCAP_SERVICES, an IDCS config.json or a discovery document."),
                   this);
    file->setWordWrap(true);
    file->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    layout->addWidget(addressLabel);
    layout->addWidget(m_address);
    layout->addWidget(templateLabel);
    layout->addWidget(m_templates);
    layout->addSpacing(smallGap);
    layout->addWidget(file);
    layout->addWidget(m_open, 0, Qt::AlignLeft);

    connect(m_address, &QLineEdit::textChanged, this, &ConnectStart::changed);
    connect(m_templates, &QComboBox::currentIndexChanged, this, &ConnectStart::changed);
    connect(m_open, &QPushButton::clicked, this, &ConnectStart::openFile);
}

QString ConnectStart::address() const
{
    return m_address->text().trimmed();
}

QString ConnectStart::blank() const
{
    return m_templates->currentData().toString();
}

bool ConnectStart::isAnswered() const
{
    return !address().isEmpty() || !blank().isEmpty();
}

void ConnectStart::openFile()
{
    auto *dialog = new QFileDialog(this, tr("File of a provider"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Profiles and credentials (%1)").arg(u"*.json"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectStart::fileChosen);
    dialog->open();
}

void ConnectStart::dragEnterEvent(QDragEnterEvent *event)
{
    if (!jsonFileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ConnectStart::dropEvent(QDropEvent *event)
{
    const QString file = jsonFileIn(*event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    emit fileChosen(file);
}

} // namespace ui
