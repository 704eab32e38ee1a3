// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/propertiessheet.h"

#include "ui/text/documenttext.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int panelWidth = 600; // logical pixels
constexpr int listHeight = 420; // logical pixels
constexpr int labelWidth = 110;
constexpr std::size_t mostFonts = 60; // shown by name

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::LongFormat) : QString();
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(gap);
    form->setVerticalSpacing(smallGap);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

PropertiesSheet::PropertiesSheet(const core::DocumentInfo &info, QWidget *window)
    : Sheet(tr("Document properties"), window)
    , m_pages(info.pages())
    , m_rows(makeForm())
    , m_file(makeForm())
    , m_signatures(makeForm())
    , m_adding(m_file)
    , m_hash(nullptr)
    , m_waiting(nullptr)
{
    setObjectName(u"propertiesSheet"_s);
    setPanelWidth(panelWidth);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, gap, 0);
    column->setSpacing(smallGap);
    column->addLayout(m_file);
    column->addLayout(m_signatures);
    column->addLayout(m_rows);
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"propertiesArea"_s);
    area->setAccessibleName(tr("Document properties"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setMinimumHeight(std::min(listHeight, std::max(120, window->height() - 180)));
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    body()->addWidget(area, 1);
    addRow(tr("File"), QFileInfo(info.file).fileName());
    addRow(tr("Folder"), QDir::toNativeSeparators(QFileInfo(info.file).absolutePath()));
    addRow(tr("Size"), tr("%1 (%2 bytes)").arg(bytesText(info.bytes), QLocale().toString(info.bytes)));
    addRow(tr("Pages"), QLocale().toString(info.pages()));
    addRow(tr("Page size"), pageSizesText(info.pageSizes));
    m_hash = addRow(tr("SHA-256"), tr("being computed…"), u"hashLabel"_s);
    m_adding = m_rows;
    m_waiting = addRow(QString(), tr("The document is being asked…"), u"waitingLabel"_s);
    auto *done = addButton(tr("Close"), true);
    done->setObjectName(u"closePropertiesButton"_s);
    connect(done, &QPushButton::clicked, this, &Sheet::close);
}

QLabel *PropertiesSheet::addRow(const QString &label, const QString &text, const QString &name)
{
    auto *value = new QLabel(text, this);
    value->setObjectName(name);
    value->setTextFormat(Qt::PlainText); // it is the document's
    value->setWordWrap(true);
    value->setMinimumWidth(1);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(label.isEmpty() ? text : tr("%1: %2", "property and its value").arg(label, text));
    auto *title = new QLabel(label, this);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    title->setFixedWidth(labelWidth);
    title->setWordWrap(true);
    m_adding->addRow(title, value);
    return value;
}

void PropertiesSheet::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, smallGap, 0, 0);
    m_adding->addRow(heading);
}

void PropertiesSheet::setProperties(const core::DocumentProperties &properties)
{
    m_rows->removeRow(m_waiting);
    m_waiting = nullptr;
    m_adding = m_rows;
    const std::initializer_list<std::pair<QString, QString>> rows{{tr("Format"), properties.format},
                                                                  {tr("Title"), properties.title},
                                                                  {tr("Author"), properties.author},
                                                                  {tr("Subject"), properties.subject},
                                                                  {tr("Keywords"), properties.keywords},
                                                                  {tr("Made with"), properties.creator},
                                                                  {tr("PDF made by"), properties.producer},
                                                                  {tr("Created"), momentText(properties.created)},
                                                                  {tr("Changed"), momentText(properties.modified)}};
    addHeading(tr("What the document says of itself"));
    for (const auto &[label, text] : rows) {
        if (!text.isEmpty())
            addRow(label, text);
    }
    if (properties.format.startsWith("PDF"_L1)) {
        addSecurity(properties);
        addFonts(properties);
    }
}

void PropertiesSheet::addSecurity(const core::DocumentProperties &properties)
{
    addHeading(tr("Security"));
    addRow(tr("Encrypted"), properties.isEncrypted ? tr("yes") : tr("no"), u"encryptedLabel"_s);
    const QStringList forbidden = forbiddenTexts(properties.permissions);
    addRow(tr("Not allowed"), forbidden.isEmpty() ? tr("nothing: everything is allowed") : forbidden.join(tr(", ")),
           u"forbiddenLabel"_s);
}

void PropertiesSheet::addFonts(const core::DocumentProperties &properties)
{
    addHeading(tr("Fonts"));
    QStringList names;
    for (const core::FontEntry &font : properties.fonts) {
        const QString text = fontText(font);
        if (!names.contains(text) && names.size() < static_cast<qsizetype>(mostFonts))
            names += text;
    }
    if (properties.fonts.size() > mostFonts)
        names += tr("and more");
    addRow(properties.fontsOfPages < m_pages ? tr("On the first %n pages", nullptr, properties.fontsOfPages)
                                             : tr("Used"),
           names.isEmpty() ? tr("none") : names.join(u'\n'), u"fontsLabel"_s);
}

void PropertiesSheet::setHash(const QString &text)
{
    // Fifty letters without a gap would not break.
    QString broken = text;
    if (text.size() == 64)
        broken.insert(32, u'\n');
    m_hash->setText(broken);
    m_hash->setAccessibleName(tr("%1: %2", "property and its value").arg(tr("SHA-256"), text));
}

void PropertiesSheet::setSignatures(const std::vector<core::SignatureFact> &signatures)
{
    while (m_signatures->rowCount() > 0)
        m_signatures->removeRow(0);
    if (signatures.empty())
        return;
    m_adding = m_signatures;
    addHeading(tr("Signatures"));
    int number = 0;
    for (const core::SignatureFact &signature : signatures)
        addRow(QLocale().toString(++number), signatureText(signature), u"signatureLabel"_s);
    addRow(QString(), signatureCaveat(), u"signatureCaveatLabel"_s);
    m_adding = m_rows;
}

void PropertiesSheet::say(const QString &text)
{
    if (m_waiting)
        m_waiting->setText(text);
}

} // namespace ui
