# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs out of memory on purpose: every example, and 50 of the tests, in 1 KB, a little more, and so on until the
program prints what it should.

Every run before that must end in one of two ways: a MemoryError that names the size asked for, or, where not even the
VM fits, a message that says so.  A signal, a hang, a failed audit, another exception or wrong output that claims success
fail the test.
"""

import os
import re

from harness import ROOT, TESTS, parts
from harness.build import BROKEN
from harness.process import SANITIZER_STATUS, describe, execute
from harness.program import Program, alone_with_files, expected, find

VARIANTS = ("unix32", "debug")
COUNT = 50  # tests besides the examples
STEP = 1.1
LIMIT = 4 << 20  # bytes by which it must succeed
SIZED = re.compile(rb"MemoryError.*?\d+")
CLEAR = re.compile(rb"^ouro: (-X memory=|.* are too few)", re.M)
BROAD = re.compile(rb"except\s*:|except \(?(?:Base)?Exception|MemoryError|__exit__|\bsys\.exit|SystemExit")


def verdict(test, status, out, err):
    """None: succeeded; "": refused properly; otherwise what is wrong."""
    want_status, want = expected(test)
    if status is None or status < 0:
        return describe(status)
    if status == SANITIZER_STATUS or BROKEN.search(err):
        return "a check failed"
    if status == want_status and out == want:
        return None
    if status != 0 and (SIZED.search(err) or CLEAR.search(err)):
        return ""
    return "status %d, neither success nor MemoryError" % status


def last_lines(err):
    return err.decode("utf-8", "replace").strip()[-400:].replace("\n", "\n      ")


def climb(build, test):
    with alone_with_files(test):
        problems = problems_on_the_way(build, test)
    assert not problems, "\n    ".join(problems)


def problems_on_the_way(build, test):
    folder, size, problems = os.path.dirname(test.path), 1024, []
    while size <= LIMIT and len(problems) < 3:
        words = ["-X", "memory=%d" % size, os.path.basename(test.path)] + test.args
        status, out, err, _ = execute(build.command(words), folder, 10 * build.slowness)
        result = verdict(test, status, out, err)
        if result is None:
            break
        if result:
            problems.append("%d bytes: %s\n      %s" % (size, result, last_lines(err)))
        size = max(size + 64, int(size * STEP)) & -16
    else:
        problems.append("no success within %d bytes" % size)
    return problems


def can_be_used(test, build):
    """It does not catch everything itself, and ends well."""
    return not (BROAD.search(test.source) or test.has_reference or "oom" in test.skip or test.memory
                or parts.unmet(test.needs, build)) and expected(test)[0] == 0


def tests(build):
    """The examples, and tests spread evenly over tests/py."""
    chosen = [t for t in map(Program, find([os.path.join(TESTS, "py")])) if can_be_used(t, build)]
    if len(chosen) > COUNT:
        chosen = [chosen[i * len(chosen) // COUNT] for i in range(COUNT)]
    programs = list(map(Program, find([os.path.join(ROOT, "examples")]))) + chosen
    return [(test.name, lambda _, test=test: climb(build, test)) for test in programs]
