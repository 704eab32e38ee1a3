// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

Q_LOGGING_CATEGORY(lcIdentity, "lectern.identity", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "lectern.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPages, "lectern.pages", QtInfoMsg)
Q_LOGGING_CATEGORY(lcReading, "lectern.reading", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEngines, "lectern.engines", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkflow, "lectern.workflow", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "lectern.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "lectern.ui", QtInfoMsg)
