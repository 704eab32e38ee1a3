// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// By name, so that a call that this machine's kernel or libseccomp does not know is passed over.
constexpr std::array forbiddenCalls{
    // network
    "socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmmsg", "setsockopt", "socketcall",
    // files: making, changing, removing
    "creat", "truncate", "truncate64", "ftruncate", "ftruncate64", "fallocate", "unlink", "unlinkat", "rename",
    "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat",
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "setxattr", "lsetxattr",
    "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "utime", "utimes", "utimensat", "futimesat",
    "open_by_handle_at", "name_to_handle_at", "copy_file_range", "memfd_create", "memfd_secret", "openat2",
    // programs and other processes
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
    "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "kcmp",
    // the system
    "mount", "umount", "umount2", "pivot_root", "chroot", "setns", "unshare", "open_tree", "move_mount", "fsopen",
    "fsmount", "fsconfig", "fspick", "mount_setattr", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup",
    "io_uring_enter", "io_uring_register", "keyctl", "add_key", "request_key", "init_module", "finit_module",
    "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff", "sethostname", "setdomainname",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "acct", "quotactl", "iopl", "ioperm", "modify_ldt",
    "personality", "fanotify_init", "syslog", "setrlimit", "shmget", "shmat", "msgget", "semget", "mq_open", "setuid",
    "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setgroups", "capset"};

struct FilterRelease {
    void operator()(void *context) const { seccomp_release(context); }
};
using Filter = std::unique_ptr<void, FilterRelease>;

bool forbid(const Filter &filter, const char *name, int code = EPERM)
{
    const int number = seccomp_syscall_resolve_name(name);
    return number == __NR_SCMP_ERROR
        || seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(code)), number, 0, nullptr) == 0;
}

bool forbidWhen(const Filter &filter, const char *name, const scmp_arg_cmp &condition)
{
    const int number = seccomp_syscall_resolve_name(name);
    return number == __NR_SCMP_ERROR
        || seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), number, 1, &condition) == 0;
}

bool forbidOpeningForWriting(const Filter &filter)
{
    for (const auto flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND}) {
        const auto bit = static_cast<scmp_datum_t>(flag);
        if (!forbidWhen(filter, "open", SCMP_A1(SCMP_CMP_MASKED_EQ, bit, bit))
            || !forbidWhen(filter, "openat", SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit)))
            return false;
    }
    return true;
}

// Threads are allowed (Tesseract makes some), processes are not; a process may signal itself only (abort() does).
bool forbidOtherProcesses(const Filter &filter)
{
    constexpr scmp_datum_t cloneThread = 0x00010000;
    return forbidWhen(filter, "clone", SCMP_A0(SCMP_CMP_MASKED_EQ, cloneThread, 0))
        && forbid(filter, "clone3", ENOSYS) // the C library then uses clone
        && forbidWhen(filter, "tgkill", SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid())))
        && forbidWhen(filter, "prlimit64", SCMP_A2(SCMP_CMP_NE, 0)) // asking is allowed
        && forbidWhen(filter, "ioctl", SCMP_A1(SCMP_CMP_EQ, 0x5412)); // TIOCSTI: typing into a terminal
}

Result<> installFilter()
{
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
    if (!filter)
        return fail(ErrorCode::Internal, u"seccomp_init"_s);
    for (const char *name : forbiddenCalls) {
        if (!forbid(filter, name))
            return fail(ErrorCode::Internal, u"seccomp rule "_s + QString::fromLatin1(name));
    }
    if (!forbidOpeningForWriting(filter) || !forbidOtherProcesses(filter))
        return fail(ErrorCode::Internal, u"seccomp rule"_s);
    if (const int code = seccomp_load(filter.get()); code != 0)
        return fail(ErrorCode::Internal, u"seccomp_load: %1"_s.arg(QString::fromLocal8Bit(std::strerror(-code))));
    return {};
}

bool limit(decltype(RLIMIT_CORE) resource, rlim_t most)
{
    rlimit now{};
    if (::getrlimit(resource, &now) != 0)
        return false;
    now.rlim_max = std::min(now.rlim_max, most);
    now.rlim_cur = now.rlim_max;
    return ::setrlimit(resource, &now) == 0;
}

bool limitResources([[maybe_unused]] qint64 memoryLimit)
{
    std::signal(SIGXFSZ, SIG_IGN); // writing then fails, nothing more
    bool done = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 256);
#ifndef __SANITIZE_ADDRESS__ // which needs terabytes of address space
    constexpr rlim_t mappings = rlim_t{1} << 30; // libraries, fonts, pictures shared with the program
    const auto memory = static_cast<rlim_t>(memoryLimit);
    done = done && limit(RLIMIT_DATA, memory) && limit(RLIMIT_AS, memory + mappings);
#endif
    return done;
}

} // namespace

Result<> enterSandbox(qint64 memoryLimit)
{
    if (!limitResources(memoryLimit))
        return fail(ErrorCode::Internal, u"setrlimit: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return fail(ErrorCode::Internal, u"prctl: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    return installFilter();
}

} // namespace core
