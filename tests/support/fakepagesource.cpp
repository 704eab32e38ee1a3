// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"

#include <QFont>
#include <QPainter>
#include <QtConcurrentRun>

#include <cmath>

namespace {

constexpr double margin = 60;
constexpr double wordWidth = 84;
constexpr double wordHeight = 12;
constexpr double lineHeight = 24;
constexpr int columns = 5;

// Answers from the event loop, as a real source would: never inside the call.
template<typename T, typename Answer>
core::Async<T> later(QObject *context, int milliseconds, Answer answer)
{
    const auto promise = std::make_shared<QPromise<core::Result<T>>>();
    promise->start();
    QTimer::singleShot(milliseconds, context, [promise, answer] {
        promise->addResult(answer());
        promise->finish();
    });
    return promise->future();
}

QTransform turned(const QSizeF &size, int rotation)
{
    switch (rotation) {
    case 90:
        return QTransform(0, 1, -1, 0, size.height(), 0);
    case 180:
        return QTransform(-1, 0, 0, -1, size.width(), size.height());
    case 270:
        return QTransform(0, -1, 1, 0, 0, size.width());
    default:
        return {};
    }
}

QImage onPaper(QImage page, const QColor &paper)
{
    QPainter painter(&page);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(page.rect(), paper);
    return page;
}

} // namespace

void FakePageSource::add(const QString &file, int pages, const QSizeF &size, const QByteArray &password)
{
    documents.insert(file, {std::vector<QSizeF>(static_cast<std::size_t>(pages), size), password, {}});
}

core::PageText FakePageSource::wordsOf(int page, const QSizeF &size)
{
    core::PageText text{page, size, core::TextSource::TextLayer, {}};
    const auto put = [&text](const QString &word, int line, int column) {
        text.words.push_back(
            {word, QRectF(margin + column * (wordWidth + 8), margin + line * lineHeight, wordWidth, wordHeight), 1.0,
             line, 0, true});
    };
    put(QStringLiteral("Page"), 0, 0);
    put(QString::number(page), 0, 1);
    for (int line = 1; margin + (line + 1) * lineHeight < size.height() - margin; ++line)
        for (int column = 0; column < columns; ++column)
            put(QStringLiteral("word-%1-%2").arg(line).arg(column), line, column);
    return text;
}

QImage FakePageSource::draw(const core::RenderRequest &request, const QSizeF &size)
{
    const double scale = request.dpi / 72;
    const QRectF part = request.region.isEmpty() ? QRectF(QPointF(), size) : request.region;
    const QTransform turn = turned(part.size(), request.rotation);
    const QSizeF pixels = turn.mapRect(QRectF(QPointF(), part.size())).size() * scale;
    QImage image(std::max(1, qRound(pixels.width())), std::max(1, qRound(pixels.height())), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(QTransform::fromTranslate(-part.x(), -part.y()) * turn * QTransform::fromScale(scale, scale));
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(10);
    painter.setFont(font);
    for (const core::Word &word : wordsOf(request.page, size).words)
        painter.drawText(word.box, Qt::AlignLeft | Qt::AlignVCenter, word.text);
    return image;
}

QSizeF FakePageSource::sizeOf(core::DocumentHandle document, int page) const
{
    const auto found = documents.constFind(openHandles.value(document));
    if (found == documents.constEnd() || page < 1 || page > static_cast<int>(found->sizes.size()))
        return {};
    return found->sizes.at(static_cast<std::size_t>(page - 1));
}

core::Async<core::OpenedDocument> FakePageSource::open(const QString &file, const core::Secret &password,
                                                       std::stop_token stop)
{
    const auto answer = [this, file, password, stop]() -> core::Result<core::OpenedDocument> {
        if (stop.stop_requested())
            return core::fail(core::ErrorCode::Cancelled);
        if (!documents.contains(file))
            return core::fail(core::ErrorCode::NotFound);
        const Document &document = documents[file];
        if (document.error)
            return core::fail(*document.error);
        if (document.password != password.reveal())
            return core::fail(core::ErrorCode::PasswordNeeded);
        core::OpenedDocument opened;
        opened.handle = ++m_lastHandle;
        opened.info.file = file;
        opened.info.pageSizes = document.sizes;
        openHandles.insert(opened.handle, file);
        return opened;
    };
    if (!holdOpening)
        return later<core::OpenedDocument>(this, 0, answer);
    const auto promise = std::make_shared<QPromise<core::Result<core::OpenedDocument>>>();
    promise->start();
    m_heldOpenings.push_back([promise, answer] {
        promise->addResult(answer());
        promise->finish();
    });
    return promise->future();
}

void FakePageSource::close(core::DocumentHandle document)
{
    openHandles.remove(document);
}

core::Async<QImage> FakePageSource::render(const core::RenderRequest &request, std::stop_token stop)
{
    renders.push_back({request, stop});
    const QSizeF size = sizeOf(request.document, request.page);
    const auto broken = brokenPages.constFind(request.page);
    const auto error = broken == brokenPages.constEnd() ? std::nullopt : std::optional(*broken);
    const auto promise = std::make_shared<QPromise<core::Result<QImage>>>();
    promise->start();
    const auto run = [promise, request, size, error, stop, paper = paper] {
        const auto answer = [&]() -> core::Result<QImage> {
            if (stop.stop_requested())
                return core::fail(core::ErrorCode::Cancelled);
            if (error)
                return core::fail(*error);
            if (size.isEmpty())
                return core::fail(core::ErrorCode::NotFound);
            return onPaper(draw(request, size), paper);
        };
        promise->addResult(answer());
        promise->finish();
    };
    const auto start = [run] { std::ignore = QtConcurrent::run(run); };
    if (holdRenders)
        m_heldRenders.push_back(start);
    else
        start();
    return promise->future();
}

core::Async<core::PageText> FakePageSource::text(core::DocumentHandle document, int page, core::OcrMode,
                                                 std::stop_token stop)
{
    texts.push_back(page);
    return later<core::PageText>(this, textDelay, [this, document, page, stop]() -> core::Result<core::PageText> {
        if (stop.stop_requested())
            return core::fail(core::ErrorCode::Cancelled);
        const QSizeF size = sizeOf(document, page);
        if (size.isEmpty())
            return core::fail(core::ErrorCode::NotFound);
        return wordsOf(page, size);
    });
}

core::Async<core::DocumentText> FakePageSource::extras(core::DocumentHandle, std::stop_token)
{
    return core::ready<core::DocumentText>(core::DocumentText());
}

core::Async<std::vector<core::CompactPage>> FakePageSource::index(const core::IndexRequest &request,
                                                                  std::stop_token stop)
{
    using Pages = std::vector<core::CompactPage>;
    indexed.push_back(request);
    return later<Pages>(this, textDelay, [this, request, stop]() -> core::Result<Pages> {
        if (stop.stop_requested())
            return core::fail(core::ErrorCode::Cancelled);
        if ((indexError && request.pages > 1) || (request.pages == 1 && brokenText.contains(request.first)))
            return core::fail(indexError.value_or(core::ErrorCode::BrokenDocument));
        Pages pages;
        for (int page = request.first; page < request.first + std::min(request.pages, pagesATurn); ++page) {
            pages.push_back(core::compacted(wordsOf(page, sizeOf(request.document, page))));
            pages.back().needsScan = scans.contains(page);
        }
        return pages;
    });
}

core::Async<QByteArray> FakePageSource::sha256(core::DocumentHandle, std::stop_token)
{
    return core::ready<QByteArray>(QByteArray(64, '0'));
}

core::Async<std::vector<core::OutlineEntry>> FakePageSource::outline(core::DocumentHandle document, std::stop_token)
{
    return core::ready<std::vector<core::OutlineEntry>>(toldOf(document).outline);
}

core::Async<core::DocumentFacts> FakePageSource::facts(core::DocumentHandle document, std::stop_token)
{
    return core::ready<core::DocumentFacts>(toldOf(document).facts);
}

core::Async<core::DocumentProperties> FakePageSource::properties(core::DocumentHandle document, std::stop_token)
{
    return core::ready<core::DocumentProperties>(toldOf(document).properties);
}

core::Async<std::vector<core::SignatureFact>> FakePageSource::signatures(core::DocumentHandle document, std::stop_token)
{
    return core::ready<std::vector<core::SignatureFact>>(toldOf(document).signatures);
}

core::Async<std::vector<core::PageLink>> FakePageSource::links(core::DocumentHandle document, int page, std::stop_token)
{
    return core::ready<std::vector<core::PageLink>>(toldOf(document).links.value(page));
}

core::Async<QByteArray> FakePageSource::attachment(core::DocumentHandle document, int, std::stop_token)
{
    return core::ready<QByteArray>(toldOf(document).attachment);
}

core::Async<std::vector<core::LayerEntry>> FakePageSource::switchLayer(core::DocumentHandle document,
                                                                       const core::LayerStates &states, int index,
                                                                       bool on, std::stop_token)
{
    auto layers = toldOf(document).facts.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!states.isEmpty())
            layers[i].isOn = states[static_cast<qsizetype>(i)] == 1;
        if (static_cast<int>(i) == index)
            layers[i].isOn = on;
    }
    return core::ready<std::vector<core::LayerEntry>>(layers);
}

void FakePageSource::releaseAll(Answers &answers)
{
    for (const auto &answer : std::exchange(answers, {}))
        answer();
}
