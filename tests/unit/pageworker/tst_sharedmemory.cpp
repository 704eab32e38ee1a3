// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/sharedmemory.h"

#include <QTest>

#include <array>
#include <cstring>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

using core::Descriptor;
using core::SharedMemory;

class SharedMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void whatOneEndWritesTheOtherReads()
    {
        const SharedMemory ours = SharedMemory::create(10'000);
        QVERIFY(ours.isValid());
        const SharedMemory theirs = SharedMemory::attach(Descriptor(::dup(ours.descriptor())), 10'000);
        QVERIFY(theirs.isValid());
        theirs.data()[9'999] = 42;
        QCOMPARE(ours.data()[9'999], uchar(42));
    }

    void memoryCannotBePulledFromUnderTheOtherEnd()
    {
        const SharedMemory ours = SharedMemory::create(10'000);
        QVERIFY(::ftruncate(ours.descriptor(), 0) != 0);
    }

    void memoryThatIsTooSmallOrCouldShrinkIsRefused()
    {
        const SharedMemory ours = SharedMemory::create(100);
        QVERIFY(!SharedMemory::attach(Descriptor(::dup(ours.descriptor())), 101).isValid());
        const int unsealed = ::memfd_create("test", MFD_CLOEXEC);
        QCOMPARE(::ftruncate(unsealed, 100), 0);
        QVERIFY(!SharedMemory::attach(Descriptor(unsealed), 100).isValid());
        QVERIFY(!SharedMemory::attach({}, 100).isValid());
    }

    void aDescriptorTravelsWithTheFirstByte()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
        const Descriptor here(ends[0]);
        const Descriptor there(ends[1]);
        const SharedMemory memory = SharedMemory::create(100);
        QVERIFY(core::sendAll(here.get(), "hello", memory.descriptor()));
        std::array<char, 100> buffer{};
        std::vector<Descriptor> descriptors;
        QCOMPARE(core::receiveSome(there.get(), buffer.data(), buffer.size(), descriptors), qsizetype(5));
        QCOMPARE(descriptors.size(), size_t(1));
        memory.data()[0] = 7;
        QCOMPARE(SharedMemory::attach(std::move(descriptors[0]), 100).data()[0], uchar(7));
    }

    void aClosedEndIsNoticed()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
        const Descriptor here(ends[0]);
        ::close(ends[1]);
        QVERIFY(!core::sendAll(here.get(), "hello"));
    }
};

QTEST_GUILESS_MAIN(SharedMemoryTest)
#include "tst_sharedmemory.moc"
