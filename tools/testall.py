#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs every test there is, for the build variants given, and ends with the plain line of totals.

    testall.py [--board BOARD] [--more-board BOARD ...] [--no-board REASON] [--no-esp-idf REASON] [--level LEVEL ...]
               [variant ...]

Lints; unit tests, embedding and reset programs (C); tests/py and examples in every variant, compared with
CPython; the same at the lower levels; the out-of-memory ladder; heap dumps and memory profiles; the prompt; the port to
ESP-IDF; the port of boards, and tests/py and examples there.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time

import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build")
C_VARIANTS = ("unix", "unix32", "debug", "asan")
PRECOMPILED_VARIANTS = ("unix", "unix32", "debug")
OOM_VARIANTS = ("unix32", "debug")
STRESS_BUILDS = ("stress", "stress32")
STRESS_VARIANTS = {"slices": "collections in slices of one unit", "moves": "the same, and everything moves"}
SIZED_BOARDS = ["mps2-an385", "mps2-8k", "lm3s6965evb", "microbit"]
SEEING_VARIANTS = ("unix", "unix32", "debug", "asan")


class Totals:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.groups = []

    def add(self, name, passed, failed, skipped=0):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        self.groups.append((name, passed, failed, skipped))


def say(text):
    print("== %s" % text, flush=True)


def run_lint(totals):
    say("lint")
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tools", "lint.py")])
    totals.add("lint", int(status == 0), int(status != 0))


def run_c_tests(totals, variant):
    """Each cmocka test counts; a program without cmocka counts as one."""
    folder = os.path.join(BUILD, variant)
    listing = subprocess.run(["ctest", "--show-only=json-v1"], cwd=folder, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    tests = json.loads(listing.stdout or b"{}").get("tests", [])
    passed = failed = 0
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:exitcode=99", UBSAN_OPTIONS="exitcode=99:print_stacktrace=1")
    for test in tests:
        command = test.get("command")
        if not command:
            failed += 1
            print("FAIL %s %s: not built" % (variant, test["name"]))
            continue
        slowness = max(run32.slowness(word) for word in command)  # the program, behind an emulator if it needs one
        try:
            result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, timeout=300 * slowness, env=env)
            status, out = result.returncode, result.stdout.decode("utf-8", "replace")
        except subprocess.TimeoutExpired as error:
            status, out = None, (error.stdout or b"").decode("utf-8", "replace")
        good = len(re.findall(r"^\[       OK \]", out, re.M))
        good += sum(int(n) for n in re.findall(r"^\[ PASSED \] (\d+) tests", out, re.M))
        bad = len(set(re.findall(r"^\[  FAILED  \] (\S+)", out, re.M)) - {"tests:"})
        if status != 0:
            bad = max(bad, 1)
            print("FAIL %s %s: status %s\n      %s" % (variant, test["name"], status,
                                                     "\n      ".join(out.strip().split("\n")[-15:])))
        passed += good if good else int(status == 0)
        failed += bad
    print("%s: %d passed, %d failed" % (variant, passed, failed), flush=True)
    totals.add("C, " + variant, passed, failed)


def run_embedding(totals):
    say("the programs of docs/embedding.md")
    counts = os.path.join(BUILD, "counts.json")
    if os.path.exists(counts):
        os.remove(counts)
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tests", "run.py"), "--json", counts, "embed"])
    add_counts(totals, "embedding", counts, status)


def run_precompiled_tests(totals, variant):
    counts = os.path.join(BUILD, "counts.json")
    if os.path.exists(counts):
        os.remove(counts)
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tests", "run.py"), "--variant", variant, "--precompiled",
                              "--json", counts])
    add_counts(totals, "Python precompiled, " + variant, counts, status)


def run_frozen_tests(totals):
    counts = os.path.join(BUILD, "counts.json")
    if os.path.exists(counts):
        os.remove(counts)
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tests", "run.py"), "--variant", "frozen32",
                              "--json", counts, os.path.join(ROOT, "tests", "frozen")])
    add_counts(totals, "frozen modules, 32 bits", counts, status)
    # With inline caches, CMake refuses to freeze, and says why.
    result = subprocess.run(["cmake", "-S", ROOT, "-B", os.path.join(BUILD, "frozen_refused"), "-DOURO_TESTS=OFF",
                             "-DOU_INLINE_CACHE=1", "-DOURO_FROZEN=" + os.path.join(ROOT, "tests", "frozen", "_frozen_sample.py")],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    refused = result.returncode != 0 and b"inline caches would be written into it" in b" ".join(result.stdout.split())
    if not refused:
        print("FAIL frozen modules with inline caches: %s" % result.stdout.decode("utf-8", "replace")[-500:])
    totals.add("freezing refused", int(refused), int(not refused))


def run_python_tests(totals, variant, how=None, paths=None):
    counts = os.path.join(BUILD, "counts.json")
    if os.path.exists(counts):
        os.remove(counts)
    paths = paths or [os.path.join(ROOT, *path) for path in (("tests", "py"), ("tests", "stress"), ("examples",))]
    command = [sys.executable, os.path.join(ROOT, "tests", "run.py"), "--json", counts]
    status = subprocess.call(command + (how or ["--variant", variant]) + paths)
    add_counts(totals, "Python, " + variant, counts, status)


def run_ladder(totals, what, variant):
    """tests/oom/run.py, tests/stress/run.py, tests/seeing/run.py, tests/repl/run.py, tests/esp_idf/run.py ..."""
    counts = os.path.join(BUILD, "counts.json")
    if os.path.exists(counts):
        os.remove(counts)
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tests", what, "run.py"), "--variant", variant,
                              "--json", counts])
    add_counts(totals, "%s, %s" % (what, variant), counts, status)


def run_board(totals, board):
    say("the bare-metal port, build/%s under QEMU" % board)
    run_ladder(totals, "cortexm", board)
    run_ladder(totals, "cortexm", "mps2-8k")
    run_python_tests(totals, board, ["--board", board])


def run_sizes(totals, boards):
    say("sizes of the images, beside those of the last release")
    status = subprocess.call([sys.executable, os.path.join(ROOT, "tools", "sizes.py"), "--check"] + boards)
    totals.add("sizes", int(status == 0), int(status != 0))


def run_more_board(totals, board):
    """What fits into its level and memory."""
    say("the board %s under QEMU" % board)
    run_ladder(totals, "cortexm", board)
    run_python_tests(totals, board, ["--board", board])


def add_counts(totals, name, path, status):
    try:
        with open(path, encoding="utf-8") as f:
            counts = json.load(f)
    except (OSError, ValueError):
        counts = {"passed": 0, "failed": 1, "skipped": 0}
    totals.add(name, counts["passed"], counts["failed"] or int(status != 0), counts["skipped"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--board")
    parser.add_argument("--more-board", action="append", default=[])
    parser.add_argument("--level", action="append", default=[], help="a build with less of Python: core, minimal")
    parser.add_argument("--no-board", help="why there is none")
    parser.add_argument("--no-esp-idf", help="why its port is not built")
    parser.add_argument("variants", nargs="*")
    options = parser.parse_args()
    variants = options.variants or ["unix"]
    totals = Totals()
    start = time.monotonic()
    run_lint(totals)
    for variant in variants:
        if variant in C_VARIANTS:
            say("C tests, build/%s" % variant)
            run_c_tests(totals, variant)
    run_embedding(totals)
    for variant in variants:
        say("Python tests, build/%s" % variant)
        run_python_tests(totals, variant)
    for variant in variants:
        if variant in PRECOMPILED_VARIANTS:
            say("Python tests, precompiled, build/%s" % variant)
            run_precompiled_tests(totals, variant)
            run_ladder(totals, "precompiled", variant)
    if os.path.exists(os.path.join(BUILD, "frozen32", "ouro")):
        say("frozen modules, build/frozen32")
        run_frozen_tests(totals)
    for build in STRESS_BUILDS if "stress" in variants else ():
        if os.path.exists(os.path.join(BUILD, build, "ouro")):
            for variant, what in STRESS_VARIANTS.items():
                say("Python tests, build/%s, %s" % (build, what))
                run_python_tests(totals, variant + build[len("stress"):])
    for variant in variants:
        if variant in OOM_VARIANTS:
            say("out of memory, build/%s" % variant)
            run_ladder(totals, "oom", variant)
    for variant in variants:
        if variant in SEEING_VARIANTS:
            say("dumps of the heap and memory profiles, build/%s" % variant)
            run_ladder(totals, "seeing", variant)
    if "unix" in variants:
        say("the prompt, build/unix")
        run_ladder(totals, "repl", "unix")
    if "stress" in variants:
        say("every allocation fails in turn, build/stress")
        run_ladder(totals, "stress", "stress")
    if options.no_esp_idf:
        say("the port to ESP-IDF is not tested: %s" % options.no_esp_idf)
        totals.add("esp_idf", 0, 0, 1)
    else:
        say("the port to ESP-IDF, build/esp_idf")
        run_ladder(totals, "esp_idf", "esp_idf")
    for level in options.level:
        say("Python tests, the level %s" % level)
        run_python_tests(totals, level)
    if options.board:
        run_board(totals, options.board)
        run_sizes(totals, SIZED_BOARDS)
    for board in options.more_board:
        run_more_board(totals, board)
    if options.no_board:
        say("the bare-metal port is not tested: %s" % options.no_board)
        totals.add("board", 0, 0, 1)
    print()
    for name, passed, failed, skipped in totals.groups:
        print("%-26s %5d passed %4d failed %4d skipped" % (name, passed, failed, skipped))
    print("%.0f s" % (time.monotonic() - start))
    line = "%d passed, %d failed" % (totals.passed, totals.failed)
    if totals.skipped:
        line += ", %d skipped" % totals.skipped
    print(line)
    sys.exit(1 if totals.failed else 0)


if __name__ == "__main__":
    main()
