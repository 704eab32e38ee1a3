// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/reachability.h"

// For its meta-object: the port itself does nothing.
