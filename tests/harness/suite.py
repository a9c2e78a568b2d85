# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Suites: tests/NAME/suite.py, tests that are functions.

A suite has functions test_*, each of them a test, or a function tests(build) that returns a list of pairs (name,
function).  A test takes one argument: what the suite's fixture(build, folder) returns, where `folder` is a new one that
is removed afterwards; where that has __enter__ and __exit__, they are called.  Without a fixture the argument is the
build.  A test fails with an exception, AssertionError above all; Skip (results.py) says that it cannot be run.

A suite may also have: VARIANTS, a tuple of the variants that it is for, of which the first is the default; NEEDS,
words of parts.py; JOBS = 1, where two of its tests cannot run at the same time.
"""

import fnmatch
import importlib.util
import os
import sys
import tempfile
import time
import traceback

from . import TESTS, parts
from .results import Skip, run_on_threads


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(w if isinstance(w, str) else repr(w) for w in what))


def equal(got, want):
    check(got == want, "got", got, "want", want)


def needs(*words):
    """A decorator: the test needs these."""

    def mark(test):
        test.needs = set(words)
        return test

    return mark


class Counted:
    """What a test returns that stands for several."""

    def __init__(self, passed):
        self.passed = passed


def names():
    return sorted(n for n in os.listdir(TESTS) if n != "harness" and os.path.exists(os.path.join(TESTS, n, "suite.py")))


def load(name):
    folder = os.path.join(TESTS, name)
    if folder not in sys.path:
        sys.path.append(folder)  # for what the suite has beside it
    spec = importlib.util.spec_from_file_location("suite_" + name, os.path.join(folder, "suite.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tests_of(module, build):
    if hasattr(module, "tests"):
        return module.tests(build)
    return [(name[len("test_"):], test) for name, test in vars(module).items() if name.startswith("test_")]


def matches(name, patterns):
    patterns = [p if "*" in p else "*%s*" % p for p in patterns]
    return not patterns or any(fnmatch.fnmatch(n, p) for p in patterns for n in [name] + name.split(os.sep))


def place_of(error):
    """The line of the test that failed, where the message does not say all."""
    frames = [f for f in traceback.extract_tb(error.__traceback__)
              if f.filename.startswith(TESTS) and os.sep + "harness" + os.sep not in f.filename]
    return "%s:%d: " % (os.path.relpath(frames[-1].filename, TESTS), frames[-1].lineno) if frames else ""


def run_one(module, build, results, name, test):
    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="ouro-test-") as folder:
            made = module.fixture(build, folder) if hasattr(module, "fixture") else build
            if hasattr(made, "__enter__"):
                with made as entered:
                    outcome = test(entered)
            else:
                outcome = test(made)
    except Skip as reason:
        results.skip(name, str(reason))
    except Exception as error:
        kind = "" if type(error) is AssertionError else type(error).__name__ + ": "
        results.bad(name, "      %s%s%s" % (place_of(error), kind, error))
    else:
        count = outcome.passed if isinstance(outcome, Counted) else 1
        results.good(name, time.monotonic() - start, count)


def run(module, build, results, only=(), jobs=2):
    tests = [(name, test) for name, test in tests_of(module, build) if matches(name, only)]
    wanted = set(getattr(module, "NEEDS", ()))
    parts.check_words(wanted, results.name)

    def do(pair):
        lacks = parts.unmet(wanted | getattr(pair[1], "needs", set()), build) if build else None
        if lacks:
            results.skip(pair[0], "needs " + lacks)
        else:
            run_one(module, build, results, *pair)

    run_on_threads(tests, do, min(jobs, getattr(module, "JOBS", jobs)))
    if hasattr(module, "finish"):
        module.finish(results)
