# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What all tests share: builds and what they have, processes with limits, results.  tests/run.py is the front."""

import os
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(TESTS)
BUILD = os.path.join(ROOT, "build")
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "tools"))
