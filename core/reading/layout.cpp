// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/layout.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

using Atom = std::vector<const Word *>; // a segment in the making

QRectF boxOf(const Atom &atom)
{
    QRectF box;
    for (const Word *word : atom)
        box |= word->box;
    return box;
}

bool isWideGap(const Word &left, const Word &right)
{
    const double height = std::max(left.box.height(), right.box.height());
    const double gap = right.box.left() - left.box.right();
    return gap > std::max(1.1 * height, 4.0) || gap < -3 * height;
}

std::vector<Atom> atomsOf(const PageText &page)
{
    std::map<int, Atom> lines;
    for (const Word &word : page.words) {
        if (!word.text.trimmed().isEmpty())
            lines[word.line].push_back(&word);
    }
    std::vector<Atom> atoms;
    for (auto &[number, line] : lines) {
        std::stable_sort(line.begin(), line.end(),
                         [](const Word *a, const Word *b) { return a->box.left() < b->box.left(); });
        Atom atom;
        for (const Word *word : line) {
            if (!atom.empty() && isWideGap(*atom.back(), *word)) {
                atoms.push_back(atom);
                atom.clear();
            }
            atom.push_back(word);
        }
        atoms.push_back(atom);
    }
    return atoms;
}

double overlap(const QRectF &a, const QRectF &b)
{
    const double shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    const double least = std::min(a.height(), b.height());
    return least > 0 ? shared / least : 0;
}

// Two atoms stand on one row when their nearest words do: photos are never quite straight.
bool besideEachOther(const Atom &a, const Atom &b)
{
    const bool aFirst = boxOf(a).left() < boxOf(b).left();
    const Word *left = aFirst ? a.back() : b.back();
    const Word *right = aFirst ? b.front() : a.front();
    const double slack = 0.3 * std::min(left->box.height(), right->box.height());
    return right->box.left() > left->box.right() - slack && overlap(left->box, right->box) > 0.55;
}

using AtomRow = std::vector<Atom>;

std::vector<AtomRow> rowsOf(std::vector<Atom> atoms)
{
    std::stable_sort(atoms.begin(), atoms.end(),
                     [](const Atom &a, const Atom &b) { return boxOf(a).center().y() < boxOf(b).center().y(); });
    std::vector<AtomRow> rows;
    for (const Atom &atom : atoms) {
        AtomRow *home = nullptr;
        const size_t from = rows.size() > 6 ? rows.size() - 6 : 0;
        for (size_t i = rows.size(); i > from && !home; --i) {
            AtomRow &row = rows[i - 1];
            const auto nearest = std::min_element(row.begin(), row.end(), [&](const Atom &a, const Atom &b) {
                const double x = boxOf(atom).center().x();
                return std::abs(boxOf(a).center().x() - x) < std::abs(boxOf(b).center().x() - x);
            });
            const bool free = std::none_of(row.begin(), row.end(), [&](const Atom &each) {
                const QRectF a = boxOf(each), b = boxOf(atom);
                return std::min(a.right(), b.right()) - std::max(a.left(), b.left()) > 2;
            });
            if (free && besideEachOther(*nearest, atom))
                home = &row;
        }
        if (home)
            home->push_back(atom);
        else
            rows.push_back({atom});
    }
    for (AtomRow &row : rows) {
        std::stable_sort(row.begin(), row.end(),
                         [](const Atom &a, const Atom &b) { return boxOf(a).left() < boxOf(b).left(); });
    }
    return rows;
}

// Where a word is cut, its ends included: behind colons and equals signs that are neither in a time nor in an address
// of the web.
std::vector<int> cutsOf(const QString &text)
{
    static const QRegularExpression cut(u"(?<=[\\p{L}#.)])[:=](?=[^/\\s:=])"_s);
    static const QRegularExpression web(u"^(https?|www|mailto|urn)"_s, QRegularExpression::CaseInsensitiveOption);
    std::vector<int> cuts{0};
    if ((text.contains(u':') || text.contains(u'=')) && !web.match(text).hasMatch()) {
        for (auto it = cut.globalMatch(text); it.hasNext();)
            cuts.push_back(static_cast<int>(it.next().capturedEnd()));
    }
    cuts.push_back(static_cast<int>(text.size()));
    return cuts;
}

} // namespace

Layout::Layout(const DocumentText &document)
    : m_document(document)
{
    std::size_t words = 0;
    for (const PageText &page : document.pages)
        words += page.words.size();
    m_pieces.reserve(words); // few words are cut
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        readPage(static_cast<int>(i));
}

Token Layout::token(int index) const
{
    const Piece &piece = m_pieces[static_cast<size_t>(index)];
    const PageText &page = m_document.pages[static_cast<size_t>(piece.page)];
    const Word &word = page.words[static_cast<size_t>(piece.word)];
    const double each = word.box.width() / static_cast<double>(std::max<qsizetype>(1, word.text.size()));
    const int length = piece.to - piece.from;
    const QRectF box(word.box.left() + each * piece.from, word.box.top(), each * length, word.box.height());
    return {word.text.mid(piece.from, length).trimmed(), box, word.certainty, piece.segment};
}

void Layout::readPage(int index)
{
    const PageText &page = m_document.pages[static_cast<size_t>(index)];
    while (static_cast<int>(m_sources.size()) < page.page)
        m_sources.push_back(TextSource::TextLayer);
    if (page.page > 0)
        m_sources[static_cast<size_t>(page.page) - 1] = page.source;
    m_scanned = m_scanned || page.source == TextSource::Ocr;
    for (const AtomRow &atoms : rowsOf(atomsOf(page))) {
        Row row{page.page, static_cast<int>(m_segments.size()), 0, {}};
        for (const Atom &atom : atoms) {
            const int own = static_cast<int>(m_segments.size());
            Segment segment{page.page, rowCount(), tokenCount(), 0, boxOf(atom), {}};
            for (const Word *word : atom) {
                const std::vector<int> cuts = cutsOf(word->text);
                for (size_t i = 0; i + 1 < cuts.size(); ++i)
                    m_pieces.push_back({index, static_cast<int>(word - page.words.data()), cuts[i], cuts[i + 1], own});
            }
            segment.last = tokenCount();
            segment.text = text(segment.first, segment.last);
            row.box |= segment.box;
            m_segments.push_back(segment);
        }
        row.last = static_cast<int>(m_segments.size());
        m_rows.push_back(row);
    }
}

TextSource Layout::sourceOf(int page) const
{
    const auto index = static_cast<size_t>(page) - 1;
    return page > 0 && index < m_sources.size() ? m_sources[index] : TextSource::TextLayer;
}

QString Layout::text(int first, int last) const
{
    QStringList words;
    for (int i = first; i < last; ++i)
        words << token(i).text;
    return words.join(u' ');
}

QString Layout::rowText(int index) const
{
    const Row &each = row(index);
    return text(segment(each.first).first, segment(each.last - 1).last);
}

std::vector<Place> Layout::places(int first, int last) const
{
    std::vector<Place> result;
    int previous = -1;
    for (int i = first; i < last; ++i) {
        const Segment &home = segmentOf(i);
        if (previous < 0 || segmentOf(previous).row != home.row)
            result.push_back({home.page, token(i).box, token(i).text, sourceOf(home.page)});
        else {
            result.back().box |= token(i).box;
            result.back().text += u' ' + token(i).text;
        }
        previous = i;
    }
    return result;
}

std::vector<int> Layout::below(int index, double depth) const
{
    const Segment &from = segment(index);
    return below(from.page, from.row, from.box, depth);
}

std::vector<int> Layout::below(int page, int rowIndex, const QRectF &box, double depth) const
{
    std::vector<int> result;
    const double limit = box.bottom() + depth * std::max(box.height(), 6.0);
    for (int r = rowIndex + 1; r < rowCount() && row(r).page == page; ++r) {
        if (row(r).box.top() > limit)
            break;
        int best = -1;
        double bestShared = 0;
        for (int s = row(r).first; s < row(r).last; ++s) {
            const QRectF &other = segment(s).box;
            const double shared = std::min(box.right(), other.right()) - std::max(box.left(), other.left());
            if (shared > bestShared && other.top() > box.top()) {
                best = s;
                bestShared = shared;
            }
        }
        if (best >= 0)
            result.push_back(best);
    }
    return result;
}

} // namespace core
