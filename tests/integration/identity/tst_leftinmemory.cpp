// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"
#include "tests/integration/identity/program.h"
#include "tests/support/sandbox.h"

#include <QFile>
#include <QUuid>

#include <span>
#include <string_view>
#include <sys/mman.h>

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

// Not from the heap: it would lie where it is to be looked.
std::span<char> window()
{
    constexpr std::size_t size = 1 << 20;
    static void *const memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return {static_cast<char *>(memory), memory == MAP_FAILED ? 0 : size};
}

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
        const auto start = range[0].toLongLong(nullptr, 16);
        const auto end = range[1].toLongLong(nullptr, 16);
        if (start == reinterpret_cast<qint64>(window().data()))
            continue;
        for (qint64 at = start; at < end; at += std::ssize(window()) - wanted.size() + 1) {
            const qint64 size = std::min<qint64>(end - at, std::ssize(window()));
            if (!memory.seek(at) || memory.read(window().data(), size) != size)
                break;
            const std::string_view bytes(window().data(), static_cast<std::size_t>(size));
            for (auto i = bytes.find(wanted.first()); i != bytes.npos; i = bytes.find(wanted.first(), i + 1)) {
                if (i + static_cast<std::size_t>(wanted.size()) <= bytes.size() && wanted.isAt(&bytes[i]))
                    places += u"%1 + %2"_s.arg(QString::fromLatin1(words.value(5, "no name")))
                                  .arg(at - start + static_cast<qint64>(i));
            }
        }
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
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        // From here on the C library keeps what is as large to itself when it is given back, as in any program that has
        // shown a picture.
        QByteArray(8 << 20, Qt::Uninitialized).fill('x');
    }

    void whatALargeBlockHeldIsOverwrittenToo()
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
        const QByteArray secret = QUuid::createUuid().toByteArray();
        const Wanted wanted(secret);
        auto block = std::make_unique<QByteArray>(1 << 20, 'x');
        block->replace(400'000, secret.size(), secret);
        core::scrub(const_cast<QByteArray &>(secret));
        QCOMPARE(placesOf(wanted).size(), 1);
        block.reset();
        QCOMPARE(placesOf(wanted).join(u'\n'), QString());
    }

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
