// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/foldedtext.h"

#include <QHash>
#include <QString>

namespace core {
namespace {

constexpr char32_t softHyphen = 0xad;

bool isHyphen(QChar character)
{
    return character == u'-' || character == QChar(0x2010) || character == QChar(softHyphen);
}

// Signs over and under letters that people leave out when they type. Vowels of Indian and Thai scripts are none.
bool isAccent(char32_t sign)
{
    return (sign >= 0x300 && sign <= 0x36f) || (sign >= 0x591 && sign <= 0x5c7) || (sign >= 0x64b && sign <= 0x65f);
}

bool isInvisible(char32_t sign)
{
    return sign == softHyphen || (sign >= 0x200b && sign <= 0x200f) || sign == 0x2060 || sign == 0xfeff;
}

bool isHangul(char32_t sign)
{
    return sign >= 0xac00 && sign <= 0xd7a3;
}

// Scripts that are written without blanks.
bool runsOn(QChar character)
{
    return character.unicode() >= 0x2e80 && character.unicode() <= 0x9fff;
}

char32_t plain(char32_t sign)
{
    switch (sign) {
    case 0x2010: // hyphens, dashes, minus
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return U'-';
    case 0x2018: // quotes
    case 0x2019:
    case 0x201a:
        return U'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
        return U'"';
    default:
        return sign;
    }
}

QByteArray foldedSign(char32_t sign)
{
    if (isInvisible(sign))
        return {};
    const QString one = QString::fromUcs4(&sign, 1);
    if (isHangul(sign))
        return one.toUtf8();
    QByteArray bytes;
    for (const uint part : one.normalized(QString::NormalizationForm_KD).toUpper().toCaseFolded().toUcs4()) {
        const char32_t simple = plain(part);
        if (!isAccent(simple) && !isInvisible(simple))
            bytes += QString::fromUcs4(&simple, 1).toUtf8();
    }
    return bytes;
}

class Folding
{
public:
    Folding(QStringView text, std::vector<int> *origins)
        : m_text(text)
        , m_origins(origins)
    {
        m_folded.reserve(text.size() + text.size() / 16);
        if (origins)
            origins->reserve(static_cast<size_t>(text.size() + 1));
    }

    [[nodiscard]] QByteArray run()
    {
        for (qsizetype at = 0; at < m_text.size();)
            at = take(at);
        if (m_origins)
            m_origins->push_back(static_cast<int>(m_text.size()));
        return std::move(m_folded);
    }

private:
    qsizetype take(qsizetype at)
    {
        const QChar character = m_text[at];
        const char16_t code = character.unicode();
        if (code > u' ' && code < 0x7f) {
            if (isHyphen(character) && dividesWordAt(at))
                return at + 2;
            put(static_cast<char>(code >= u'A' && code <= u'Z' ? code + 32 : code), at);
            return at + 1;
        }
        if (character.isSpace())
            return takeGap(at);
        if (isHyphen(character) && dividesWordAt(at))
            return at + 2;
        char32_t sign = code;
        qsizetype next = at + 1;
        if (character.isHighSurrogate() && next < m_text.size() && m_text[next].isLowSurrogate())
            sign = QChar::surrogateToUcs4(character, m_text[next++]);
        else if (character.isSurrogate())
            return next;
        auto known = m_known.constFind(sign);
        if (known == m_known.constEnd())
            known = m_known.insert(sign, foldedSign(sign));
        for (const char byte : *known)
            put(byte, at);
        return next;
    }

    qsizetype takeGap(qsizetype at)
    {
        qsizetype next = at;
        bool isLineEnd = false;
        for (; next < m_text.size() && m_text[next].isSpace(); ++next)
            isLineEnd = isLineEnd || m_text[next] == u'\n';
        const bool joined =
            isLineEnd && at > 0 && next < m_text.size() && runsOn(m_text[at - 1]) && runsOn(m_text[next]);
        if (!joined)
            put(' ', at);
        return next;
    }

    [[nodiscard]] bool dividesWordAt(qsizetype at) const
    {
        return at > 0 && at + 2 < m_text.size() && m_text[at + 1] == u'\n' && m_text[at - 1].isLetter()
            && m_text[at + 2].isLetter();
    }

    void put(char byte, qsizetype origin)
    {
        m_folded += byte;
        if (m_origins)
            m_origins->push_back(static_cast<int>(origin));
    }

    QStringView m_text;
    std::vector<int> *m_origins;
    QByteArray m_folded;
    QHash<char32_t, QByteArray> m_known;
};

} // namespace

QByteArray foldedText(QStringView text)
{
    return Folding(text, nullptr).run();
}

FoldedText foldedWithOrigins(QStringView text)
{
    FoldedText folded;
    folded.text = Folding(text, &folded.origins).run();
    return folded;
}

QString withoutLines(QStringView text)
{
    QString joined;
    joined.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        if (character == QChar(softHyphen))
            continue;
        const bool afterHyphen = at > 0 && isHyphen(text[at - 1]);
        if (character == u'\n' && afterHyphen)
            continue;
        joined += character == u'\n' ? QChar(u' ') : character;
    }
    return joined.simplified();
}

} // namespace core
