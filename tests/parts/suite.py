# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Levels and parts: each level, and each part alone on top of the minimal level, builds with -O0 and with -Os, links
and runs.

The tree has a few of these tests at each run, another few each day (tests/tree); this suite has all of them.
"""

import alone  # tests/parts/alone.py

VARIANTS = (None,)
JOBS = 1  # each of them compiles on all processors


def tests(_):
    return alone.tests()
