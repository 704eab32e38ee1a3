// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/fuzz/entries.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mutationsOfEach = 400;
constexpr qsizetype longest = 20'000;

QByteArrayList corpusOf(const QString &name)
{
    const QDir folder(QStringLiteral(LECTERN_SOURCE_DIR "/tests/robustness/fuzz/corpus/") + name);
    QByteArrayList inputs;
    for (const QString &file : folder.entryList(QDir::Files, QDir::Name)) {
        QFile input(folder.filePath(file));
        if (input.open(QIODevice::ReadOnly))
            inputs += input.readAll();
    }
    return inputs;
}

// One to four small changes, the same ones in every run.
class Mutator
{
public:
    explicit Mutator(const QByteArrayList &corpus)
        : m_corpus(corpus)
    {
    }

    QByteArray mutated(QByteArray input)
    {
        for (qsizetype left = 1 + below(4); left > 0; --left)
            change(input);
        return input.left(longest);
    }

private:
    qsizetype below(qsizetype bound)
    {
        return bound > 0 ? static_cast<qsizetype>(m_random() % static_cast<quint32>(bound)) : 0;
    }

    void change(QByteArray &input)
    {
        static constexpr std::array<char, 16> odd{'\0', '\r', '\n', ' ', '"', '\\', '{',    '[',
                                                  ',',  ':',  '%',  '&', '.', '=',  '\x7f', '\xff'};
        const qsizetype at = below(input.size() + 1);
        switch (below(7)) {
        case 0:
            input.insert(at, odd.at(static_cast<std::size_t>(below(odd.size()))));
            break;
        case 1:
            input.remove(at, 1 + below(8));
            break;
        case 2:
            if (at < input.size())
                input[at] = static_cast<char>(input.at(at) ^ (1 << below(8)));
            break;
        case 3:
            input.insert(at, input.mid(below(input.size()), 1 + below(64)));
            break;
        case 4:
            input.truncate(at);
            break;
        case 5: {
            const QByteArray &other = m_corpus.at(below(m_corpus.size()));
            input = input.left(at) + other.mid(below(other.size()));
            break;
        }
        default:
            input.insert(at, QByteArray(1 + below(300), odd.at(static_cast<std::size_t>(below(odd.size())))));
        }
    }

    const QByteArrayList &m_corpus;
    std::mt19937 m_random{20240507};
};

} // namespace

// What the fuzzers begin with and once found, and thousands of neighbours of it, through the same functions.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void nothingThatMustNotBeComesAbout_data()
    {
        QTest::addColumn<int>("entry");
        for (int i = 0; i < static_cast<int>(fuzz::entries.size()); ++i)
            QTest::newRow(fuzz::entries.at(static_cast<std::size_t>(i)).name) << i;
    }
    void nothingThatMustNotBeComesAbout()
    {
        QFETCH(int, entry);
        const fuzz::Entry &tested = fuzz::entries.at(static_cast<std::size_t>(entry));
        const auto corpus = corpusOf(QString::fromLatin1(tested.name));
        QVERIFY(corpus.size() >= 5);
        Mutator mutator(corpus);
        for (const QByteArray &input : corpus) {
            tested.run(input);
            for (int i = 0; i < mutationsOfEach; ++i)
                tested.run(mutator.mutated(input));
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
