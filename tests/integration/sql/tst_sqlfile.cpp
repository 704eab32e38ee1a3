// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/sqlstore.h"
#include "folders.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace core;

namespace {

const auto migrations = QStringLiteral(LECTERN_SOURCE_DIR "/resources/sql");

template<typename T>
Result<T> wait(Async<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

DocumentRow row(const QString &name = u"a.pdf"_s)
{
    DocumentRow made;
    made.file = u"/tmp/"_s + name;
    made.name = name;
    made.addedAt = QDateTime(QDate(2024, 5, 7), QTime(1, 2, 3), Qt::UTC);
    return made;
}

EditRow edit(qint64 document, const QByteArray &json)
{
    return {0, document, u"set"_s, json, {}, QDateTime(QDate(2024, 5, 7), QTime(1, 2, 3), Qt::UTC)};
}

// Says something to the file behind the store's back; the error's text, empty when there is none.
QString sql(const QString &file, const QString &statement)
{
    QString error;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                error = query.lastError().databaseText();
        }
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
    return error;
}

// Writes beyond `bytes` fail for as long as this lives, as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestSqlFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"lectern.db"_s);
    }

    void everyAnsweredEditOutlivesAKill();
    void twoProcessesWriteToOneFile();
    void aFullDiskIsStorageAndLosesNothing();
    void aFileOfANewerVersionIsRefusedAndLeftAlone();
    void aFileThatIsNoDatabaseIsKeptAside();
    void aDamagedDatabaseIsKeptAside();
    void aFolderThatCannotBeMadeIsStorage();
    void theFileIsForItsOwnerOnly();
    void anEditCannotBeChangedOrDeletedEvenBySql();
    void migrationsAreAppliedInOrderAndOnce();
    void aBrokenMigrationLeavesTheFileAsItWas();

private:
    [[nodiscard]] QStringList writerArguments(qint64 document, int count) const
    {
        return {m_file, QString::number(document), QString::number(count), migrations};
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const QString m_writer = qEnvironmentVariable("LECTERN_STORE_WRITER");
};

void TestSqlFile::everyAnsweredEditOutlivesAKill()
{
    qint64 document = 0;
    {
        SqlStore store(m_file, migrations);
        document = wait(store.add({}, row()))->id;
    }
    QProcess writer;
    writer.start(m_writer, writerArguments(document, 0));
    QByteArray printed;
    while (printed.count('\n') < 25 && writer.waitForReadyRead(20'000))
        printed += writer.readAllStandardOutput();
    writer.kill(); // SIGKILL, somewhere within an append
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    printed += writer.readAllStandardOutput();
    const qsizetype answered = printed.count('\n');
    QVERIFY(answered >= 25);

    SqlStore store(m_file, migrations);
    const auto edits = wait(store.edits({}, document));
    QVERIFY(edits);
    // The one that was under way may have reached the disk before its answer reached anybody.
    QVERIFY(edits->size() == static_cast<std::size_t>(answered)
            || edits->size() == static_cast<std::size_t>(answered) + 1);
    for (std::size_t n = 0; n < edits->size(); ++n)
        QCOMPARE((*edits)[n].json, QByteArray::number(n));
}

void TestSqlFile::twoProcessesWriteToOneFile()
{
    SqlStore store(m_file, migrations);
    const qint64 document = wait(store.add({}, row()))->id;
    QProcess one;
    QProcess two;
    one.start(m_writer, writerArguments(document, 60));
    two.start(m_writer, writerArguments(document, 60));
    int mine = 0;
    for (; mine < 60; ++mine)
        QVERIFY(wait(store.append({}, edit(document, "mine"))));
    QVERIFY(one.waitForFinished());
    QVERIFY(two.waitForFinished());
    QCOMPARE(one.exitCode(), 0);
    QCOMPARE(two.exitCode(), 0);
    QCOMPARE(wait(store.edits({}, document))->size(), 180);
}

void TestSqlFile::aFullDiskIsStorageAndLosesNothing()
{
    SqlStore store(m_file, migrations);
    const qint64 document = wait(store.add({}, row()))->id;
    QVERIFY(wait(store.append({}, edit(document, "kept"))));
    {
        const FileSizeLimit full(static_cast<rlim_t>(QFileInfo(m_file + u"-wal"_s).size()) + 4096);
        const auto refused = wait(store.append({}, edit(document, QByteArray(1'000'000, 'x'))));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Storage);
        QVERIFY2(!refused.error().detail.isEmpty(), "what SQLite said is told");
        QVERIFY(!wait(store.add({}, [] {
            DocumentRow large = row();
            large.extraction = QByteArray(1'000'000, 'x');
            return large;
        }())));
        QCOMPARE(wait(store.edits({}, document))->size(), 1); // reading goes on
    }
    QVERIFY(wait(store.append({}, edit(document, "after"))));
    const auto edits = wait(store.edits({}, document));
    QCOMPARE(edits->size(), 2);
    QCOMPARE(edits->front().json, QByteArray("kept"));
    QCOMPARE(edits->back().json, QByteArray("after"));
    QCOMPARE(wait(store.documents({}))->size(), 1);
}

void TestSqlFile::aFileOfANewerVersionIsRefusedAndLeftAlone()
{
    {
        SqlStore store(m_file, migrations);
        QVERIFY(wait(store.add({}, row())));
    }
    QCOMPARE(sql(m_file, u"PRAGMA user_version = 999"_s), QString());
    SqlStore store(m_file, migrations);
    const auto opened = wait(store.open());
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::Storage);
    QVERIFY(opened.error().detail.contains(u"newer"_s) && opened.error().detail.contains(u"999"_s));
    QVERIFY(wait(store.documents({})).error().code == ErrorCode::Storage);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*broken*"_s}), QStringList());
}

void TestSqlFile::aFileThatIsNoDatabaseIsKeptAside()
{
    const QByteArray letter = QByteArray("Dear Sir or Madam, ").repeated(500);
    write(u"lectern.db"_s, letter);
    {
        SqlStore store(m_file, migrations);
        const auto opened = wait(store.open());
        QVERIFY(!opened);
        QVERIFY(opened.error().code == ErrorCode::Storage);
        QVERIFY(wait(store.documents({})).error() == opened.error()); // it does not start afresh behind the user's back
    }
    const auto kept = QDir(m_folder->path()).entryList({u"lectern.db.broken-*"_s});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(read(kept.first()), letter);
    SqlStore next(m_file, migrations);
    QVERIFY(wait(next.documents({}))->empty());
}

void TestSqlFile::aDamagedDatabaseIsKeptAside()
{
    {
        SqlStore store(m_file, migrations);
        QVERIFY(wait(store.add({}, row())));
    }
    QByteArray bytes = read(u"lectern.db"_s);
    bytes.replace(100, 1500, QByteArray(1500, '\xff')); // the header stands, the schema's page does not
    write(u"lectern.db"_s, bytes);
    SqlStore store(m_file, migrations);
    QVERIFY(wait(store.open()).error().code == ErrorCode::Storage);
    const auto kept = QDir(m_folder->path()).entryList({u"lectern.db.broken-*"_s});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(read(kept.first()), bytes);
}

void TestSqlFile::aFolderThatCannotBeMadeIsStorage()
{
    write(u"occupied"_s, "a file");
    SqlStore store(m_folder->filePath(u"occupied/lectern.db"_s), migrations);
    QVERIFY(wait(store.open()).error().code == ErrorCode::Storage);
}

void TestSqlFile::theFileIsForItsOwnerOnly()
{
    SqlStore store(m_file, migrations);
    QVERIFY(wait(store.add({}, row())));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const auto &suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QVERIFY2(!(QFileInfo(m_file + suffix).permissions() & others), suffix.data());
}

void TestSqlFile::anEditCannotBeChangedOrDeletedEvenBySql()
{
    SqlStore store(m_file, migrations);
    const qint64 document = wait(store.add({}, row()))->id;
    QVERIFY(wait(store.append({}, edit(document, "one"))));
    QVERIFY(sql(m_file, u"UPDATE edits SET json = 'two'"_s).contains(u"never changed"_s));
    QVERIFY(sql(m_file, u"DELETE FROM edits"_s).contains(u"never deleted"_s));
    QCOMPARE(wait(store.edits({}, document))->front().json, QByteArray("one"));
}

void TestSqlFile::migrationsAreAppliedInOrderAndOnce()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"sql"_s));
    QVERIFY(QFile::copy(migrations + u"/0001_initial.sql"_s, m_folder->filePath(u"sql/0001_initial.sql"_s)));
    {
        SqlStore store(m_file, m_folder->filePath(u"sql"_s));
        QVERIFY(wait(store.add({}, row(u"old.pdf"_s))));
    }
    write(u"sql/0002_note.sql"_s, "ALTER TABLE documents ADD COLUMN note TEXT;\n\nUPDATE documents SET note = 'x';\n");
    write(u"sql/0003_more.sql"_s, "UPDATE documents SET name = name || '-' || note;\n");
    for (int start = 0; start < 2; ++start) {
        SqlStore store(m_file, m_folder->filePath(u"sql"_s));
        QCOMPARE(wait(store.documents({}))->front().name, u"old.pdf-x"_s);
    }
}

void TestSqlFile::aBrokenMigrationLeavesTheFileAsItWas()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"sql"_s));
    QVERIFY(QFile::copy(migrations + u"/0001_initial.sql"_s, m_folder->filePath(u"sql/0001_initial.sql"_s)));
    {
        SqlStore store(m_file, m_folder->filePath(u"sql"_s));
        QVERIFY(wait(store.add({}, row(u"old.pdf"_s))));
    }
    write(u"sql/0002_bad.sql"_s, "UPDATE documents SET name = 'changed';\n\nNOT SQL;\n");
    {
        SqlStore store(m_file, m_folder->filePath(u"sql"_s));
        QVERIFY(wait(store.open()).error().code == ErrorCode::Storage);
    }
    SqlStore store(m_file, migrations);
    QCOMPARE(wait(store.documents({}))->front().name, u"old.pdf"_s);
}

QTEST_GUILESS_MAIN(TestSqlFile)
#include "tst_sqlfile.moc"
