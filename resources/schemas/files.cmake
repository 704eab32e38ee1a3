# SPDX-License-Identifier: GPL-3.0-or-later
# The schemas that come with the program: they are built into the core and offered as :/schemas/<name>.json.
set(LECTERN_SCHEMAS invoice.json receipt.json generic.json)
