// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"
#include "tests/integration/identity/program.h"
#include "tests/support/sandbox.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

// Bytes to look for that are nowhere as themselves.
class Wanted
{
public:
    explicit Wanted(const QByteArray &secret)
    {
        for (const char c : secret)
            m_masked.append(static_cast<char>(~c));
    }

    [[nodiscard]] bool isAt(const char *bytes) const
    {
        for (qsizetype i = 0; i < m_masked.size(); ++i) {
            if (bytes[i] != static_cast<char>(~m_masked[i]))
                return false;
        }
        return true;
    }
    [[nodiscard]] char first() const { return static_cast<char>(~m_masked[0]); }
    [[nodiscard]] qsizetype size() const { return m_masked.size(); }

private:
    QByteArray m_masked;
};

// Where in the memory that this process may write, its stack and its heaps among them.
QStringList placesOf(const Wanted &wanted)
{
    QStringList places;
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {u"the memory can't be read"_s};
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const auto words = line.simplified().split(' ');
        const auto range = words.value(0).split('-');
        if (range.size() != 2 || !words.value(1).startsWith("rw"))
            continue;
        const auto start = range[0].toULongLong(nullptr, 16);
        const auto size = static_cast<qint64>(range[1].toULongLong(nullptr, 16) - start);
        if (!memory.seek(static_cast<qint64>(start)))
            continue;
        QByteArray bytes = memory.read(size);
        for (qsizetype i = 0; (i = bytes.indexOf(wanted.first(), i)) >= 0 && i + wanted.size() <= bytes.size(); ++i) {
            if (wanted.isAt(bytes.constData() + i))
                places += u"%1 + %2: %3"_s.arg(QString::fromLatin1(words.value(5, "no name")))
                              .arg(i)
                              .arg(QString::fromLatin1(bytes.mid(std::max<qsizetype>(0, i - 40), 40).toPercentEncoding()));
        }
        core::scrub(bytes); // this copy is no find of the next region's
    }
    return places;
}

} // namespace

// A program that has signed out; linked as the programs are, so that memory is overwritten when it is given back.
class TestLeftInMemory : public QObject
{
    Q_OBJECT

    Sandbox m_sandbox;

private slots:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem())); }

    void whoHasSignedOutLeavesNoTokenBehind_data()
    {
        QTest::addColumn<int>("refreshes");
        QTest::newRow("at once") << 0;
        QTest::newRow("after two refreshes") << 2;
    }
    void whoHasSignedOutLeavesNoTokenBehind()
    {
        QFETCH(int, refreshes);
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
        const QTemporaryDir folder;
        FakeSecretStore keychain;
        const ShiftedClock clock;
        Program program(*core::readProfile(m_sandbox.profileFile()), folder.filePath(u"settings.ini"_s), keychain, clock);
        const auto account = program.signIn({.organization = u"acme"_s});
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        const QString id = account->id;
        std::vector<Wanted> tokens;
        for (int i = 0; i <= refreshes; ++i) {
            if (i > 0)
                program.accounts.tokens().rejected(*program.token());
            const auto token = program.token();
            QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
            tokens.emplace_back(token->reveal());
            const auto entry = core::decodeSession(keychain.entries.value(core::Session::keyOf(id)));
            tokens.emplace_back(entry->refreshToken.reveal());
        }
        QVERIFY(!placesOf(tokens.back()).isEmpty()); // it can find one that is there
        QVERIFY(IdentityFixture::answerOf(program.accounts.signOut(id)));
        for (const Wanted &token : tokens)
            QTRY_COMPARE(placesOf(token).join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestLeftInMemory)
#include "tst_leftinmemory.moc"
