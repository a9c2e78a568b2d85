#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs every test there is with the builds given, several at a time, and ends with the plain line of totals.

    testall.py [--jobs N] [--without "WHAT: REASON" ...] BUILD ...

MATRIX says which suites and programs run with which builds.  Each line of it is a call of tests/run.py, one thread each,
the longest first.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RUN = os.path.join(ROOT, "tests", "run.py")
PROGRAMS = ["py", "stress", "examples"]
BOARDS = ["mps2-an385", "lm3s6965evb", "microbit"]
# (what, builds that it needs, variants, arguments of tests/run.py, minutes or so): a line for each variant.  A variant
# that is no build is one's with other options (tests/harness/build.py); without variants the suite knows itself.
MATRIX = [
    ("programs", [], ["unix", "unix32", "debug", "asan", "stress", "core32", "minimal32", "core", "minimal"], PROGRAMS, 1),
    ("programs in increments", ["stress"], ["increments", "moves"], PROGRAMS, 2),
    ("programs in increments", ["stress32"], ["increments32", "moves32"], PROGRAMS, 2),
    ("programs on a board", [], BOARDS, ["py", "examples"], 2),
    ("precompiled programs", [], ["unix", "unix32", "debug"], ["--precompiled", "py"], 1),
    ("frozen modules", [], ["frozen", "frozen32"], ["frozen"], 0),
    ("C", [], ["unix", "unix32", "debug", "asan"], ["unit"], 3),
    ("out of memory", [], ["unix32", "debug"], ["oom"], 2),
    ("allocations that fail", [], ["stress"], ["failing"], 2),
    ("precompiled files", [], ["unix", "unix32", "debug"], ["precompiled"], 1),
    ("introspection", [], ["unix", "unix32", "debug", "asan"], ["introspection"], 1),
    ("prompt", [], ["unix"], ["repl"], 1),
    ("fuzzing", [], ["asan", "unix"], ["fuzz"], 2),
    ("bare metal", ["unix", "mps2-frozen"], ["mps2-an385"], ["cortexm"], 1),
    ("bare metal", [], ["mps2-8k", "lm3s6965evb", "microbit"], ["cortexm"], 1),
    ("esp_idf", ["esp_idf"], [], ["esp_idf"], 1),
    ("embedding", ["unix"], [], ["embed"], 2),
    ("the tree", ["unix"], [], ["tree"], 2),
]


class Line:
    def __init__(self, what, variant, arguments, weight):
        self.name = "%s, %s" % (what, variant) if variant else what
        self.command = [sys.executable, RUN, "--jobs", "1"] + (["--variant", variant] if variant else []) + arguments
        # what checks at every turn takes longer
        self.weight = weight * (3 if variant in ("debug", "asan", "stress", "moves", "moves32") else 1)
        self.counts, self.seconds = None, 0

    def run(self, folder):
        """Returns what it printed."""
        counts = os.path.join(folder, self.name.replace("/", "-"))
        start = time.monotonic()
        done = subprocess.run(self.command + ["--json", counts], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        self.seconds = time.monotonic() - start
        try:
            with open(counts, encoding="utf-8") as f:
                self.counts = json.load(f)
        except (OSError, ValueError):
            self.counts = {"passed": 0, "failed": 1, "skipped": 0}
        self.counts["failed"] = self.counts["failed"] or int(done.returncode != 0)
        return done.stdout.decode("utf-8", "replace")


def lines_for(builds):
    """The lines of MATRIX whose builds there are; those of a variant with options need that of `needed`."""
    lines = []
    for what, needed, variants, arguments, weight in MATRIX:
        if all(build in builds for build in needed):
            lines += [Line(what, variant, arguments, weight) for variant in variants or [None]
                      if variant is None or variant in builds or (needed and needed[0].startswith("stress"))]
    return lines


def run_all(lines, jobs):
    queue, lock = sorted(lines, key=lambda line: line.weight), threading.Lock()

    def work(folder):
        while True:
            with lock:
                if not queue:
                    return
                line = queue.pop()
            text = line.run(folder)
            with lock:
                print("== %s (%.0f s)\n%s" % (line.name, line.seconds, text.rstrip()), flush=True)

    with tempfile.TemporaryDirectory(prefix="ouro-counts-") as folder:
        threads = [threading.Thread(target=work, args=(folder,)) for _ in range(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jobs", type=int, default=max(2, os.cpu_count() or 2), help="how many at a time")
    parser.add_argument("--without", action="append", default=[], help="what is not tested, and why")
    parser.add_argument("builds", nargs="+", help="what there is in build/")
    options = parser.parse_args()
    start = time.monotonic()
    lines = lines_for(options.builds)
    run_all(lines, options.jobs)
    print()
    totals = dict.fromkeys(("passed", "failed", "skipped"), 0)
    for line in lines:
        print("%-34s %5d passed %4d failed %4d skipped %5.0f s" % (line.name, *(line.counts[k] for k in totals), line.seconds))
        for key in totals:
            totals[key] += line.counts[key]
    for what in options.without:
        print("not tested: " + what)
    print("%.0f s" % (time.monotonic() - start))
    text = "%(passed)d passed, %(failed)d failed" % totals
    print(text + (", %(skipped)d skipped" % totals if totals["skipped"] else ""))
    sys.exit(1 if totals["failed"] else 0)


if __name__ == "__main__":
    main()
