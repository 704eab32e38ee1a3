// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArray>
#include <QTest>

#include <algorithm>
#include <cstdlib>

// What the programs do with memory that is given back; this test is linked as they are.
class TestWipedMemory : public QObject
{
    Q_OBJECT

    // What is left of 'x' where a block was. It looks at memory that is nobody's, which is the point.
    static std::ptrdiff_t left(std::uintptr_t at, std::size_t size)
    {
        const auto *bytes = reinterpret_cast<const volatile char *>(at);
        std::ptrdiff_t count = 0;
        for (std::size_t i = 0; i < size; ++i)
            count += bytes[i] == 'x' ? 1 : 0;
        return count;
    }

private slots:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
    }

    void whatIsGivenBackIsOverwritten_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {32, 500, 4096, 100'000})
            QTest::addRow("%d bytes", size) << size;
    }

    void whatIsGivenBackIsOverwritten()
    {
        QFETCH(int, size);
        QByteArray bytes(size, 'x');
        const auto at = reinterpret_cast<std::uintptr_t>(bytes.constData());
        QCOMPARE(left(at, static_cast<std::size_t>(size)), size);
        bytes = QByteArray();
        QCOMPARE(left(at, static_cast<std::size_t>(size)), 0);
    }

    void whatMovesWhenItGrowsIsOverwrittenWhereItWas()
    {
        QByteArray bytes(4000, 'x');
        const QByteArray behind(4000, 'y'); // it can't grow in place
        const auto at = reinterpret_cast<std::uintptr_t>(bytes.constData());
        bytes.resize(40'000);
        QVERIFY(std::all_of(bytes.cbegin(), bytes.cbegin() + 4000, [](char c) { return c == 'x'; }));
        if (reinterpret_cast<std::uintptr_t>(bytes.constData()) != at)
            QCOMPARE(left(at, 4000), 0);
    }

    void nothingAndLargeBlocksAreGivenBackAsEver()
    {
        std::free(nullptr);
        QByteArray large(4 << 20, 'x');
        large.resize(8 << 20);
        QCOMPARE(large.at((4 << 20) - 1), 'x');
    }
};

QTEST_APPLESS_MAIN(TestWipedMemory)
#include "tst_wipedmemory.moc"
