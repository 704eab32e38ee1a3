// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reasontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct ReasonText {
    Q_DECLARE_TR_FUNCTIONS(ui::ReasonText)

public:
    static QString match(const core::Reason &reason, const core::ExtractedField &field);
    static QString source(const core::Reason &reason);
    static QString check(const core::Reason &reason, const core::Extraction &extraction);
};

QString ReasonText::match(const core::Reason &reason, const core::ExtractedField &field)
{
    if (reason.kind == "none"_L1 || field.evidence.empty())
        return tr("It stands nowhere on the pages");
    if (reason.kind == "not-of-its-type"_L1)
        return tr("It does not look like such a value");
    const core::Place &place = field.evidence.front().place;
    if (reason.kind == "exact"_L1)
        return tr("Stands on page %1, letter for letter").arg(place.page);
    if (reason.kind == "normalised"_L1)
        return tr("Stands on page %1 as “%2”").arg(place.page).arg(place.text.simplified().left(60));
    return tr("Something close stands on page %1: “%2”").arg(place.page).arg(place.text.simplified().left(60));
}

QString ReasonText::source(const core::Reason &reason)
{
    if (reason.kind == "embedded-xml"_L1)
        return tr("Comes from the invoice data inside the file");
    if (reason.kind == "form-field"_L1)
        return tr("Typed into a form field");
    if (reason.kind == "ocr"_L1)
        return reason.effect < -0.3 ? tr("Read from a picture, and not clearly") : tr("Read from a picture, clearly");
    return {};
}

QString ReasonText::check(const core::Reason &reason, const core::Extraction &extraction)
{
    for (const core::CheckOutcome &outcome : extraction.checks) {
        if (outcome.rule != reason.text)
            continue;
        return outcome.holds ? tr("Adds up: %1").arg(ruleText(outcome.rule, extraction))
                             : tr("Does not add up: %1 (%2 against %3)")
                                   .arg(ruleText(outcome.rule, extraction), outcome.left, outcome.right);
    }
    return {};
}

void addTitle(QHash<QString, QString> &titles, const QString &path, const QString &title)
{
    if (!title.isEmpty())
        titles.insert(path, title);
}

} // namespace

QString reasonText(const core::Reason &reason, const core::Extraction &extraction, const core::ExtractedField &field)
{
    const QString &part = reason.part;
    if (part == "match"_L1)
        return ReasonText::match(reason, field);
    if (part == "label"_L1)
        return ReasonText::tr("Named by “%1”").arg(reason.text);
    if (part == "source"_L1)
        return ReasonText::source(reason);
    if (part == "check"_L1)
        return ReasonText::check(reason, extraction);
    if (part == "check_digit"_L1)
        return reason.kind == "holds"_L1 ? ReasonText::tr("Its check digits are right")
                                         : ReasonText::tr("Its check digits are wrong");
    if (part == "second_reading"_L1)
        return reason.kind == "agrees"_L1 ? ReasonText::tr("A second reading found the same")
                                          : ReasonText::tr("A second reading found something else");
    if (part == "candidates"_L1)
        return ReasonText::tr("%n other value(s) would fit", nullptr, reason.text.toInt());
    if (part == "person"_L1)
        return reason.kind == "corrected"_L1 ? ReasonText::tr("Corrected by a person")
                                             : ReasonText::tr("Accepted by a person");
    return {}; // how well a rule does says nothing to a reviewer
}

QString ruleText(const QString &rule, const core::Extraction &extraction)
{
    QHash<QString, QString> titles;
    for (const core::ExtractedField &field : extraction.fields)
        addTitle(titles, field.path, field.label);
    for (const core::ExtractedTable &table : extraction.tables) {
        addTitle(titles, table.path, table.label);
        for (const core::SchemaField &column : table.columns)
            addTitle(titles, table.path + u'.' + column.name, column.title);
    }

    static const QRegularExpression sums(u"sum\\s*\\(\\s*([\\w.]+)\\s*\\)"_s);
    static const QRegularExpression paths(u"[A-Za-z_][\\w.]*"_s);
    QString text = rule;
    QString spoken;
    qsizetype from = 0;
    QString marked = text.replace(sums, u"\u03a3 \\1"_s);
    for (auto found = paths.globalMatch(marked); found.hasNext();) {
        const auto match = found.next();
        spoken += QStringView(marked).mid(from, match.capturedStart() - from);
        spoken += titles.value(match.captured(), match.captured());
        from = match.capturedEnd();
    }
    spoken += QStringView(marked).mid(from);
    return spoken.replace(u'*', QChar(0x00d7)).simplified();
}

} // namespace ui
