// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/linktext.h"

#include "core/documents/webaddress.h"

#include <QCoreApplication>
#include <QUrl>

namespace ui {

namespace {

struct LinkText {
    Q_DECLARE_TR_FUNCTIONS(ui::LinkText)

public:
    static QString refusal(core::PageLink::Refusal refusal);
    static QString all(const core::PageLink &link, const core::PageLabels &labels);
};

QString LinkText::refusal(core::PageLink::Refusal refusal)
{
    using Refusal = core::PageLink::Refusal;
    switch (refusal) {
    case Refusal::Program:
        return tr("This link wants to start a program. Lectern never does that.");
    case Refusal::Script:
        return tr("This link wants to run a script. Lectern never does that.");
    case Refusal::OtherFile:
        return tr("This link leads to another file, which Lectern doesn't open from within a document.");
    case Refusal::Media:
        return tr("This link plays sound or video, which Lectern doesn't.");
    case Refusal::Form:
        return tr("This link changes a form, which Lectern only shows.");
    case Refusal::TooLong:
        return tr("The address of this link is too long to be a good one. It is not opened.");
    case Refusal::Unknown:
        break;
    }
    return tr("Where this link leads is not in the document.");
}

QString LinkText::all(const core::PageLink &link, const core::PageLabels &labels)
{
    switch (link.kind) {
    case core::PageLink::Kind::Place:
        return tr("Go to page %1").arg(labels.label(link.destination.page));
    case core::PageLink::Kind::Address: {
        const auto url = core::webAddress(link.address);
        return url ? QString::fromLatin1(url->toEncoded())
                   : tr("This is no address of the web or of mail. It is not opened.");
    }
    case core::PageLink::Kind::Refused:
        break;
    }
    return LinkText::refusal(link.refusal);
}

} // namespace

QString pageLinkText(const core::PageLink &link, const core::PageLabels &labels)
{
    return LinkText::all(link, labels);
}

} // namespace ui
