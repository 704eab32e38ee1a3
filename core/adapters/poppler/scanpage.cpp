// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/scanpage.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <Page.h>
#include <Parser.h>
#include <PDFDoc.h>
#include <string_view>
#include <vector>

namespace core {
namespace {

using std::string_view_literals::operator""sv;

constexpr int mostTokens = 100'000;
constexpr int invisible = 3; // the text rendering mode, ISO 32000-1 table 106

// What moves or chooses text and shows none; and marks that have no meaning for a picture.
constexpr std::array harmless{"BT"sv, "ET"sv, "Td"sv, "TD"sv, "Tm"sv,  "T*"sv,  "Tc"sv,
                              "Tw"sv, "Tz"sv, "TL"sv, "Ts"sv, "BMC"sv, "EMC"sv, "n"sv};
constexpr std::array showing{"Tj"sv, "TJ"sv, "'"sv, "\""sv};

template<size_t Size>
bool isOneOf(const std::array<std::string_view, Size> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

class Content
{
public:
    explicit Content(const Object &resources)
        : m_resources(resources)
    {
    }

    // False: the page is something else.
    bool take(std::string_view name, const std::vector<Object> &operands)
    {
        if (name == "q"sv)
            m_saved.push_back(m_state);
        else if (name == "Q"sv)
            return restore();
        else if (name == "cm"sv)
            return concatenate(operands);
        else if (name == "Do"sv)
            return show(operands);
        else if (name == "Tr"sv)
            return operands.size() == 1 && operands[0].isNum() && setMode(operands[0].getNum());
        else if (name == "Tf"sv)
            return isOutlineFont(operands);
        else if (isOneOf(showing, name))
            return m_state.mode == invisible;
        else
            return isOneOf(harmless, name);
        return true;
    }

    std::optional<ScanPage> found;

private:
    struct State {
        QTransform matrix;
        int mode = 0;
    };

    bool restore()
    {
        if (m_saved.empty())
            return false;
        m_state = m_saved.back();
        m_saved.pop_back();
        return true;
    }

    bool concatenate(const std::vector<Object> &operands)
    {
        std::array<double, 6> number{};
        if (operands.size() != number.size() || !std::ranges::all_of(operands, &Object::isNum))
            return false;
        std::ranges::transform(operands, number.begin(), [](const Object &object) { return object.getNum(); });
        m_state.matrix = QTransform(number[0], number[1], number[2], number[3], number[4], number[5]) * m_state.matrix;
        return true;
    }

    bool show(const std::vector<Object> &operands)
    {
        if (found || operands.size() != 1 || !operands[0].isName())
            return false;
        Object picture = m_resources.dictLookup("XObject").isDict()
            ? m_resources.dictLookup("XObject").dictLookup(operands[0].getName())
            : Object();
        if (!picture.isStream() || !picture.streamGetDict()->lookup("Subtype").isName("Image"))
            return false;
        found = ScanPage{std::move(picture), m_state.matrix};
        return true;
    }

    bool setMode(double mode)
    {
        m_state.mode = static_cast<int>(mode);
        return true;
    }

    // The glyphs of a Type 3 font are drawings, whatever the rendering mode says.
    [[nodiscard]] bool isOutlineFont(const std::vector<Object> &operands) const
    {
        if (operands.size() != 2 || !operands[0].isName())
            return false;
        const Object fonts = m_resources.dictLookup("Font");
        const Object font = fonts.isDict() ? fonts.dictLookup(operands[0].getName()) : Object();
        return font.isDict() && !font.dictLookup("Subtype").isName("Type3");
    }

    const Object &m_resources;
    State m_state;
    std::vector<State> m_saved;
};

bool hasAnnotations(Page &page)
{
    const Object annotations = page.getAnnotsObject();
    return annotations.isArray() ? annotations.arrayGetLength() > 0 : !annotations.isNull();
}

// A page may say that DeviceGray is to mean something else, ISO 32000-1 8.6.5.6.
bool redefinesColours(const Object &resources)
{
    const Object spaces = resources.dictLookup("ColorSpace");
    if (!spaces.isDict())
        return false;
    for (const char *name : {"DefaultGray", "DefaultRGB", "DefaultCMYK"}) {
        if (!spaces.dictLookup(name).isNull())
            return true;
    }
    return false;
}

std::optional<ScanPage> readContent(PDFDoc &document, Object &contents, const Object &resources)
{
    Parser parser(document.getXRef(), &contents, false);
    Content content(resources);
    std::vector<Object> operands;
    for (int token = 0; token < mostTokens; ++token) {
        Object object = parser.getObj();
        if (object.isEOF())
            return std::move(content.found);
        if (object.isError())
            return {};
        if (!object.isCmd()) {
            operands.push_back(std::move(object));
            continue;
        }
        if (!content.take(object.getCmd(), operands))
            return {};
        operands.clear();
    }
    return {};
}

} // namespace

std::optional<ScanPage> scanOf(PDFDoc &document, int number)
{
    Page *page = document.getPage(number);
    const Object *resources = page ? page->getResourceDictObject() : nullptr;
    if (!resources || !resources->isDict() || hasAnnotations(*page) || redefinesColours(*resources))
        return {};
    Object contents = page->getContents();
    if (!contents.isStream() && !contents.isArray())
        return {};
    return readContent(document, contents, *resources);
}

} // namespace core
