// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// As good as a full disk: no file of this program may grow beyond this size.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

} // namespace

class TestWriteFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasThereIsReplaced()
    {
        QVERIFY(core::writeFile(path(), "one"));
        QVERIFY(core::writeFile(path(), "two"));
        QCOMPARE(contentOf(path()), QByteArray("two"));
    }

    void aFullDiskIsToldAndTheOldFileStays_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("small enough for a buffer") << 300;
        QTest::newRow("larger than a buffer") << 300'000;
    }
    void aFullDiskIsToldAndTheOldFileStays()
    {
        QFETCH(const int, size);
        QVERIFY(core::writeFile(path(), "the old content"));
        const auto written = [&] {
            const SmallDisk full(100);
            return core::writeFile(path(), QByteArray(size, 'x'));
        }();
        QVERIFY(!written);
        QCOMPARE(written.error().code, core::ErrorCode::Storage);
        QCOMPARE(contentOf(path()), QByteArray("the old content"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1); // and no half of a new one
    }

    void onlyPlainFilesAreReplaced()
    {
        QVERIFY(QFile::link(u"/dev/null"_s, path()));
        const auto written = core::writeFile(path(), "one");
        QVERIFY(!written);
        QCOMPARE(written.error().code, core::ErrorCode::Storage);
    }

    void whatIsForTheOwnerAloneIsNobodyElses()
    {
        QVERIFY(core::writeFile(path(), "one", core::Readers::OwnerAlone));
        constexpr auto owner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser; // Qt names the user of now too
        QCOMPARE(QFile::permissions(path()), owner);
        QVERIFY(core::writeFile(path(), "two", core::Readers::OwnerAlone));
        QCOMPARE(QFile::permissions(path()), owner);
    }

    void aFolderThatIsNotThereIsAnError() { QVERIFY(!core::writeFile(path() + "/below/it"_L1, "one")); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kept.txt"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestWriteFile)
#include "tst_writefile.moc"
