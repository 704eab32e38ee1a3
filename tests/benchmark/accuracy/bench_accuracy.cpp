// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what is printed the local engine reads right, by set and field, beside untuned regular expressions.
#include "core/reading/finding.h"
#include "readings.h"
#include "scoring.h"
#include "folders.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using accuracy::Score;

namespace {

struct Set {
    QString name;
    QString schema;
    QString only; // part of the file names
    bool ignoreEmbedded = true;
};

struct Options {
    QString data;
    QString showing; // print what went wrong in this field
    bool embedded = false;
};

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<core::Schema> schemaNamed(const QString &name, const QString &data)
{
    for (const QString &folder : {data + u"/schemas/"_s, QStringLiteral(LECTERN_SOURCE_DIR "/resources/schemas/")}) {
        if (auto schema = core::parseSchema(contents(folder + name + u".json"_s)))
            return *schema;
    }
    return std::nullopt;
}

void note(Score *score, const core::SchemaField &field, const core::Finding *found, const QString &truth,
          const QString &file, const Options &options)
{
    const bool right = found && accuracy::agrees(found->value.value, truth, field.type);
    ++(right ? score->right : found ? score->wrong : score->missing);
    if (!right && (options.showing == field.path || options.showing == u"all")) {
        QTextStream(stderr) << file << "  " << field.path << ": " << (found ? found->value.value : u"(nothing)"_s)
                            << "  <>  " << truth
                            << (found ? u"  [%1 %2]"_s.arg(found->label).arg(found->score) : QString()) << '\n';
    }
}

// A table is right when it has as many rows as it should and each has its amount.
void noteItems(Score *score, const QJsonObject &truth, const std::vector<core::Finding> &found, const QString &file,
               const Options &options)
{
    QStringList expected, read;
    for (const QJsonValue &table : truth["tables"_L1].toArray()) {
        for (const QJsonValue &row : table["rows"_L1].toArray()) {
            if (table["name"_L1] == u"line_items"_s)
                expected << row["line_total"_L1].toString();
        }
    }
    for (const core::Finding &finding : found) {
        if (finding.path.startsWith(u"line_items["_s) && finding.path.endsWith(u"line_total"_s))
            read << finding.value.value;
    }
    if (expected.isEmpty())
        return;
    bool right = expected.size() == read.size();
    for (qsizetype i = 0; right && i < expected.size(); ++i)
        right = accuracy::agrees(read[i], expected[i], core::ValueType::Money);
    ++(right ? score->right : read.isEmpty() ? score->missing : score->wrong);
    if (!right && (options.showing == u"line_items" || options.showing == u"all"))
        QTextStream(stderr) << file << "  line_items: " << read.join(u' ') << "  <>  " << expected.join(u' ') << '\n';
}

void run(const Set &set, const Options &options, accuracy::Readings &readings, std::vector<Score> *scores)
{
    const auto schema = schemaNamed(set.schema, options.data);
    if (!schema)
        return;
    const size_t first = scores->size();
    for (const core::SchemaField &field : schema->fields)
        scores->push_back({set.name, field.path, 0, 0, 0, accuracy::baselineOf(set.name, field.path)});
    scores->push_back({set.name, u"line_items"_s, 0, 0, 0, -1});
    const QDir truths(options.data + u'/' + set.name + u"/truth"_s);
    for (const QString &name : truths.entryList({u"*.json"_s}, QDir::Files)) {
        if (!set.only.isEmpty() && !name.contains(set.only))
            continue;
        const QJsonObject truth = QJsonDocument::fromJson(contents(truths.filePath(name))).object();
        const QString file = truth["file"_L1].toString();
        const auto text = readings.read(set.name, options.data + u'/' + set.name + u"/docs/"_s + file);
        const auto found = text ? core::readLocally(*text, *schema, {set.ignoreEmbedded && !options.embedded})
                                : std::vector<core::Finding>();
        noteItems(&scores->back(), truth, found, file, options);
        for (size_t i = 0; i < schema->fields.size(); ++i) {
            const core::SchemaField &field = schema->fields[i];
            const QString expected = accuracy::trueValue(truth, field.path);
            const auto at = std::find_if(found.begin(), found.end(),
                                         [&](const core::Finding &each) { return each.path == field.path; });
            if (!expected.isEmpty())
                note(&(*scores)[first + i], field, at == found.end() ? nullptr : &*at, expected, file, options);
        }
    }
}

int print(const std::vector<Score> &scores)
{
    QTextStream out(stdout);
    int worse = 0;
    out << u"%1 %2 %3 %4 %5 %6\n"_s.arg(u"set"_s, -14)
               .arg(u"field"_s, -22)
               .arg(u"score"_s, 6)
               .arg(u"of"_s, 4)
               .arg(u"wrong"_s, 6)
               .arg(u"baseline"_s, 9);
    for (const Score &score : scores) {
        const int all = score.right + score.wrong + score.missing;
        if (all == 0)
            continue;
        const double share = static_cast<double>(score.right) / all;
        const bool below = score.baseline >= 0 && share + 0.005 < score.baseline;
        worse += below;
        out << u"%1 %2 %3 %4 %5 %6%7\n"_s.arg(score.set, -14)
                   .arg(score.field, -22)
                   .arg(share, 6, 'f', 2)
                   .arg(all, 4)
                   .arg(score.wrong, 6)
                   .arg(score.baseline < 0 ? u"-"_s : QString::number(score.baseline, 'f', 2), 9)
                   .arg(below ? u"  below"_s : QString());
    }
    return worse;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"cache"_s, u"keep the read documents in this folder"_s, u"folder"_s});
    parser.addOption({u"set"_s, u"only this set"_s, u"name"_s});
    parser.addOption({u"show"_s, u"say what went wrong in this field, or in all"_s, u"field"_s});
    parser.addOption({u"embedded"_s, u"use embedded e-invoices and form values too"_s});
    parser.process(application);
    const QString data = qEnvironmentVariable("LECTERN_TEST_DATA");
    if (data.isEmpty()) {
        QTextStream(stderr) << "LECTERN_TEST_DATA is not set: skipped\n";
        return 0;
    }
    const Options options{data, parser.value(u"show"_s), parser.isSet(u"embedded"_s)};
    accuracy::Readings readings(parser.value(u"cache"_s));
    std::vector<Score> scores;
    for (const Set &set : {Set{u"zugferd"_s, u"invoice"_s, {}, true}, Set{u"invoice2data"_s, u"invoice"_s, {}, true},
                           Set{u"sroie"_s, u"receipt"_s, {}, true}, Set{u"azureforms"_s, u"w9"_s, u"fw9"_s, false},
                           Set{u"adbuy"_s, u"ad_contract"_s, {}, true}, Set{u"nda"_s, u"nda"_s, {}, true}}) {
        if (!parser.isSet(u"set"_s) || parser.value(u"set"_s) == set.name)
            run(set, options, readings, &scores);
    }
    return print(scores) > 0 ? 1 : 0;
}
