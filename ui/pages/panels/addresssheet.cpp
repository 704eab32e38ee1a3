// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/addresssheet.h"

#include <QPlainTextEdit>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int mostLines = 8; // more are scrolled to

bool isMail(const QUrl &address)
{
    return address.scheme() == "mailto"_L1;
}

QString host(const QUrl &address)
{
    return QString::fromLatin1(QUrl::toAce(address.host()));
}

} // namespace

AddressSheet::AddressSheet(const QUrl &address, QWidget *window)
    : QuestionSheet(isMail(address) ? tr("Write a mail?") : tr("Open this address in your browser?"),
                    isMail(address)
                        ? tr("The document wants your mail program to write to this address.")
                        : tr("The document leads to %1, outside of Lectern. Whoever runs it will see that you "
                             "came.")
                              .arg(host(address)),
                    tr("Don't open"), isMail(address) ? tr("Open mail program") : tr("Open in browser"), window)
{
    auto *text = new QPlainTextEdit(QString::fromLatin1(address.toEncoded()), this);
    text->setObjectName(u"addressText"_s);
    text->setAccessibleName(tr("Address"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    const int letters = std::max(20, 400 / text->fontMetrics().averageCharWidth());
    const auto lines = static_cast<int>(std::min<qsizetype>(mostLines, address.toEncoded().size() / letters + 1));
    text->setFixedHeight(lines * text->fontMetrics().lineSpacing() + 20);
    body()->addWidget(text);
}

} // namespace ui
