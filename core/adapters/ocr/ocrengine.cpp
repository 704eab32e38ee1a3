// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/ocr/ocrengine.h"

#include <algorithm>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr float leastOrientationConfidence = 1.5;

bool isStopped(void *closure, int)
{
    const auto *stop = static_cast<const StopCheck *>(closure);
    return *stop && (*stop)();
}

// Numbers every line and block as they come.
std::vector<Word> wordsOf(tesseract::ResultIterator &found)
{
    std::vector<Word> words;
    int line = -1;
    int block = -1;
    do {
        const std::unique_ptr<char[]> utf8(found.GetUTF8Text(tesseract::RIL_WORD));
        const QString text = QString::fromUtf8(utf8.get()).trimmed();
        line += found.IsAtBeginningOf(tesseract::RIL_TEXTLINE) ? 1 : 0;
        block += found.IsAtBeginningOf(tesseract::RIL_PARA) ? 1 : 0;
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (text.isEmpty() || !found.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        const double certainty = std::clamp(static_cast<double>(found.Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
        words.push_back({text, QRectF(QPointF(left, top), QPointF(right, bottom)), certainty, std::max(0, line),
                         std::max(0, block), true});
    } while (found.Next(tesseract::RIL_WORD));
    return words;
}

} // namespace

OcrEngine::OcrEngine(QStringList languages)
    : m_languages(languages.isEmpty() ? QStringList{u"eng"_s, u"deu"_s} : std::move(languages))
{
    setMsgSeverity(L_SEVERITY_NONE); // Leptonica would quote what it works on
}

OcrEngine::~OcrEngine() = default;

Result<std::vector<Word>> OcrEngine::read(const PixPointer &pix, ScanLayout layout, const StopCheck &stop)
{
    if (!load())
        return fail(ErrorCode::NotFound, u"no OCR language is installed"_s);
    m_reader->SetPageSegMode(layout == ScanLayout::Strip ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_AUTO);
    m_reader->SetImage(pix.get());
    m_reader->SetSourceResolution(300);
    tesseract::ETEXT_DESC monitor;
    monitor.cancel = &isStopped;
    monitor.cancel_this = const_cast<StopCheck *>(&stop);
    const int code = m_reader->Recognize(&monitor);
    if (stop && stop())
        return fail(ErrorCode::Cancelled);
    if (code != 0)
        return fail(ErrorCode::Internal, u"Tesseract gave up"_s);
    const std::unique_ptr<tesseract::ResultIterator> found(m_reader->GetIterator());
    auto words = found ? wordsOf(*found) : std::vector<Word>();
    m_reader->Clear();
    return words;
}

int OcrEngine::uprightTurn(const PixPointer &pix)
{
    if (!m_orientation) {
        m_orientation = std::make_unique<tesseract::TessBaseAPI>();
        if (m_orientation->Init(nullptr, "osd", tesseract::OEM_TESSERACT_ONLY) != 0) {
            m_orientation.reset();
            return 0;
        }
        m_orientation->SetPageSegMode(tesseract::PSM_OSD_ONLY);
    }
    m_orientation->SetImage(pix.get());
    m_orientation->SetSourceResolution(300);
    int degrees = 0;
    float confidence = 0;
    const char *script = nullptr;
    float scriptConfidence = 0;
    const bool told = m_orientation->DetectOrientationScript(&degrees, &confidence, &script, &scriptConfidence);
    m_orientation->Clear();
    // What is told is by how much the text lies turned counter-clockwise.
    return told && confidence >= leastOrientationConfidence ? (360 - degrees) % 360 : 0;
}

QStringList OcrEngine::installedLanguages()
{
    tesseract::TessBaseAPI api;
    if (api.Init(nullptr, "osd", tesseract::OEM_TESSERACT_ONLY) != 0 && api.Init(nullptr, "eng") != 0)
        return {};
    std::vector<std::string> codes;
    api.GetAvailableLanguagesAsVector(&codes);
    QStringList languages;
    for (const std::string &code : codes) {
        if (code != "osd")
            languages += QString::fromStdString(code);
    }
    return languages;
}

bool OcrEngine::load()
{
    if (m_reader)
        return true;
    auto reader = std::make_unique<tesseract::TessBaseAPI>();
    // It makes do with those of them that are installed, and fails when there are none.
    if (reader->Init(nullptr, m_languages.join(u'+').toUtf8().constData(), tesseract::OEM_LSTM_ONLY) != 0)
        return false;
    m_reader = std::move(reader);
    return true;
}

} // namespace core
