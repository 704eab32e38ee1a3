// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/pdfdocument.h"

#include "core/adapters/poppler/attachments.h"
#include "core/adapters/poppler/formvalues.h"
#include "core/adapters/poppler/layers.h"
#include "core/adapters/poppler/outline.h"
#include "core/adapters/poppler/pagelinks.h"
#include "core/adapters/poppler/pagepainter.h"
#include "core/adapters/poppler/properties.h"
#include "core/adapters/poppler/signatures.h"
#include "core/adapters/poppler/textlayer.h"

#include <QString>

#include <poppler-qt6.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestAttachment = 32 << 20;
constexpr qint64 largestAttachments = 96 << 20; // together
constexpr QSizeF letter{612, 792};

bool isStopped(const QVariant &closure)
{
    const auto *stop = static_cast<const StopCheck *>(closure.value<void *>());
    return *stop && (*stop)();
}

QVariant closureOf(const StopCheck &stop)
{
    return QVariant::fromValue(static_cast<void *>(const_cast<StopCheck *>(&stop)));
}

// Revisions 2 to 4 of the encryption take the Latin-1 bytes of a password, revisions 5 and 6 the UTF-8 ones.
std::vector<QByteArray> spellings(const QByteArray &utf8)
{
    const QByteArray latin1 = QString::fromUtf8(utf8).toLatin1();
    return latin1 == utf8 ? std::vector{utf8} : std::vector{utf8, latin1};
}

// The spelling that opened it; empty where none was needed.
std::optional<QByteArray> unlock(Poppler::Document &document, const QByteArray &password)
{
    if (!document.isLocked())
        return QByteArray();
    for (const QByteArray &spelling : spellings(password)) {
        if (!document.unlock(spelling, spelling)) // true: still locked
            return spelling;
    }
    return {};
}

std::vector<Attachment> attachmentsOf(const Poppler::Document &document)
{
    std::vector<Attachment> attachments;
    if (!document.hasEmbeddedFiles())
        return attachments;
    qint64 bytes = 0;
    for (Poppler::EmbeddedFile *file : document.embeddedFiles()) { // the document's own
        if (!file->isValid() || file->size() > largestAttachment)
            continue;
        const QByteArray data = file->data();
        bytes += data.size();
        if (bytes > largestAttachments)
            break;
        attachments.push_back({file->name(), file->mimeType(), data});
    }
    return attachments;
}

Poppler::Page::Rotation rotationOf(int degrees)
{
    return static_cast<Poppler::Page::Rotation>(degrees / 90 % 4);
}

} // namespace

Result<std::unique_ptr<PagedDocument>> PdfDocument::open(const QString &path, const QByteArray &password)
{
    // What Poppler complains about may quote the document.
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    auto document = Poppler::Document::load(path);
    if (!document)
        return fail(ErrorCode::BrokenDocument, u"Poppler cannot load it"_s);
    const auto spelling = unlock(*document, password);
    if (!spelling)
        return fail(ErrorCode::PasswordNeeded,
                    password.isEmpty() ? u"no password was given"_s : u"the password is wrong"_s);
    if (document->numPages() < 1)
        return fail(ErrorCode::BrokenDocument, u"no pages"_s);
    document->setRenderBackend(Poppler::Document::SplashBackend);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::make_unique<PdfDocument>(std::move(document),
                                         [path, spelling] { return makePagePainter(path, *spelling); });
}

PdfDocument::PdfDocument(std::unique_ptr<Poppler::Document> document, MakePainter makePainter)
    : m_document(std::move(document))
    , m_makePainter(std::move(makePainter))
{
}

PdfDocument::~PdfDocument() = default;

QString PdfDocument::title()
{
    return m_document->title();
}

std::vector<QSizeF> PdfDocument::pageSizes()
{
    std::vector<QSizeF> sizes;
    for (int number = 1; number <= m_document->numPages(); ++number) {
        const auto found = page(number);
        sizes.push_back(found ? saneSize(found->pageSizeF()) : letter);
    }
    return sizes;
}

Result<QImage> PdfDocument::draw(const Drawing &drawing, const StopCheck &stop)
{
    // The painter has the document opened for itself, with the layers that show from the start.
    if (PagePainter *kept = drawing.layers.isEmpty() ? painter(drawing.page) : nullptr)
        return kept->draw(drawing, stop);
    showLayers(drawing.layers);
    const auto found = page(drawing.page);
    if (!found)
        return fail(ErrorCode::BrokenDocument, u"page %1 cannot be loaded"_s.arg(drawing.page));
    const QRect &area = drawing.area;
    QImage image = found->renderToImage(drawing.dpi, drawing.dpi, area.x(), area.y(), area.width(), area.height(),
                                        rotationOf(drawing.rotation), nullptr, nullptr, &isStopped, closureOf(stop));
    if (stop && stop())
        return fail(ErrorCode::Cancelled);
    if (image.isNull())
        return fail(ErrorCode::BrokenDocument, u"page %1 cannot be drawn"_s.arg(drawing.page));
    return image;
}

double PdfDocument::scanDpi(int)
{
    return 300;
}

Result<PageText> PdfDocument::text(int number, const StopCheck &stop)
{
    if (PagePainter *kept = painter(number))
        return kept->text(number, stop);
    const auto found = page(number);
    if (!found)
        return fail(ErrorCode::BrokenDocument, u"page %1 cannot be loaded"_s.arg(number));
    showLayers({});
    const auto boxes = found->textList(Poppler::Page::Rotate0, &isStopped, closureOf(stop));
    if (stop && stop())
        return fail(ErrorCode::Cancelled);
    PageText text;
    text.page = number;
    text.size = saneSize(found->pageSizeF());
    text.words = wordsOf(piecesOf(boxes), text.size);
    return text;
}

DocumentText PdfDocument::extras(const StopCheck &stop)
{
    DocumentText extras;
    extras.attachments = attachmentsOf(*m_document);
    for (int number = 1; number <= m_document->numPages() && !(stop && stop()); ++number) {
        if (const auto found = page(number))
            addFormValues(*found, number, saneSize(found->pageSizeF()), extras.formValues);
    }
    return extras;
}

std::vector<OutlineEntry> PdfDocument::outline()
{
    return outlineOf(*m_document);
}

DocumentFacts PdfDocument::facts(const StopCheck &stop)
{
    AttachmentList attachments = attachmentEntries(*m_document, stop);
    return {pageLabelsOf(*m_document, stop), std::move(attachments.entries), layers().entries(),
            signatureCount(*m_document), attachments.all};
}

DocumentProperties PdfDocument::properties(const StopCheck &stop)
{
    return propertiesOf(*m_document, stop);
}

std::vector<SignatureFact> PdfDocument::signatures(const StopCheck &stop)
{
    return signaturesOf(*m_document, stop);
}

std::vector<PageLink> PdfDocument::links(int number)
{
    const auto found = page(number);
    return found ? linksOf(*m_document, *found, number, saneSize(found->pageSizeF())) : std::vector<PageLink>();
}

Result<QByteArray> PdfDocument::attachment(int index)
{
    return attachmentBytes(*m_document, index);
}

std::vector<LayerEntry> PdfDocument::switchLayer(const LayerStates &states, int index, bool on)
{
    return layers().switched(states, index, on);
}

Layers &PdfDocument::layers()
{
    if (!m_layers)
        m_layers = std::make_unique<Layers>(*m_document);
    return *m_layers;
}

// What is drawn and read is as the document opens, unless other layers are asked for.
void PdfDocument::showLayers(const LayerStates &states)
{
    if (m_layers || !states.isEmpty())
        layers().show(states);
}

PagePainter *PdfDocument::painter(int number)
{
    if (const MakePainter make = std::exchange(m_makePainter, {}))
        m_painter = make();
    return number >= 1 && number <= m_document->numPages() ? m_painter.get() : nullptr;
}

std::unique_ptr<Poppler::Page> PdfDocument::page(int number) const
{
    if (number < 1 || number > m_document->numPages())
        return {};
    return std::unique_ptr<Poppler::Page>(m_document->page(number - 1));
}

} // namespace core
