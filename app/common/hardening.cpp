// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace app {

void leaveNoCoreFile()
{
#ifdef Q_OS_UNIX
    // Not 0: a program that core dumps are piped to is only left out at 1 (core(5)), and no file is that small either.
    const rlimit none{1, 1};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

void hideMemory()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace app
