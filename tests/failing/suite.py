# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Lets the Nth allocation fail, for N = 1, 2, 3 ...: each run of a program of tests/stress must succeed, or end with a
MemoryError that names the size asked for."""

import os

from harness import TESTS
from harness import suite as harness_suite
from harness.process import execute
from harness.program import Program, find

oom = harness_suite.load("oom")
VARIANTS = ("stress",)  # which has the switches
COUNT = 300  # how many N for each program


def numbers():
    """Every allocation at the start, where the VM and the module are made; ever fewer later."""
    n = 1
    for _ in range(COUNT):
        yield n
        n += 1 + n // 100


def fail(build, test, n):
    words = ["-X", "gcstress=verify,poison,fail=%d" % n, os.path.basename(test.path)]
    status, out, err, _ = execute(build.command(words), os.path.dirname(test.path), 60 * build.slowness)
    result = oom.verdict(test, status, out, err)
    assert not result, "%s\n      %s" % (result, oom.last_lines(err))


def tests(build):
    return [("%s, allocation %d" % (os.path.basename(test.path), n), lambda _, test=test, n=n: fail(build, test, n))
            for test in map(Program, find([os.path.join(TESTS, "stress")])) for n in numbers()]
