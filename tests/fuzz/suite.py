# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A small part of the fuzzers that are Python programs (README.md): calls with wrong types where checks are built in,
random programs elsewhere."""

import json
import os
import sys

from harness.process import execute
from harness.suite import Counted, check

VARIANTS = ("asan", "unix")
RUN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run.py")


def fixture(build, folder):
    return build, folder


def fuzz(made, what):
    build, folder = made
    counts = os.path.join(folder, "counts")
    command = [sys.executable, RUN, what, "--variant", build.variant, "--binary", build.binary, "--jobs", "1", "--json", counts]
    status, out, _, _ = execute(command, folder, 600 * build.slowness, merged=True)
    check(status == 0, out.decode("utf-8", "replace")[-4000:])
    with open(counts, encoding="utf-8") as f:
        return Counted(json.load(f)["passed"])


def tests(build):
    what = "programs" if build.is_release else "confusion"
    return [(what, lambda made: fuzz(made, what))]
