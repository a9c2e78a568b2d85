#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs out of memory on purpose: every example, and 50 of the tests, in 1 KB, a little more, and so on
until the program prints what it should.

Every run before that must end in one of two ways: a MemoryError that names the size asked for, or, where
not even the VM fits, a message that says so.  A signal, a hang, a failed audit, another exception or wrong
output that claims success fail the test.
"""

import argparse
import importlib.util
import json
import os
import re
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("ouro_run", os.path.join(os.path.dirname(HERE), "run.py"))
sys.dont_write_bytecode = True
ouro_run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(ouro_run)

SIZED = re.compile(rb"MemoryError.*?\d+")
CLEAR = re.compile(rb"^ouro: (-X memory=|.* are too few)", re.M)
BROAD = re.compile(rb"except\s*:|except \(?(?:Base)?Exception|MemoryError|__exit__|\bsys\.exit|SystemExit")


def choose(count, bits):
    """The examples, and tests spread evenly over tests/py that do not catch everything themselves."""
    examples = [ouro_run.Test(p) for p in ouro_run.find([os.path.join(ouro_run.ROOT, "examples")])]
    tests = []
    for path in ouro_run.find([os.path.join(ouro_run.ROOT, "tests", "py")]):
        test = ouro_run.Test(path)
        if BROAD.search(test.source) or test.has_reference or "oom" in test.skip or test.memory:
            continue
        if bits == 32 and "double" in test.needs:
            continue
        if ouro_run.expected(test)[0] == 0:
            tests.append(test)
    if len(tests) > count:
        tests = [tests[i * len(tests) // count] for i in range(count)]
    return examples + tests


def verdict(test, status, out, err):
    """None: succeeded; "" : refused properly; otherwise what is wrong."""
    want_status, want = ouro_run.expected(test)
    if status is None:
        return "hangs"
    if status < 0:
        return "dies of signal %d" % -status
    if status == ouro_run.SANITIZER_STATUS or ouro_run.BROKEN.search(err):
        return "a check failed"
    if status == want_status and out == want:
        return None
    if SIZED.search(err) and status != 0:
        return ""
    if CLEAR.search(err) and status != 0:
        return ""
    return "status %d, neither success nor MemoryError" % status


def climb(binary, test, options, step, limit, timeout):
    """(bytes at which it succeeded or None, runs, list of problems)"""
    size, runs, problems = 1024, 0, []
    command = ouro_run.run32.command(binary) + options
    while size <= limit:
        runs += 1
        status, out, err, _ = ouro_run.execute(
            command + ["-X", "memory=%d" % size, os.path.basename(test.path)] + test.args,
            os.path.dirname(test.path), timeout)
        result = verdict(test, status, out, err)
        if result is None:
            return size, runs, problems
        if result:
            problems.append("%d bytes: %s\n      %s" % (
                size, result, err.decode("utf-8", "replace").strip()[-400:].replace("\n", "\n      ")))
            if len(problems) >= 3:
                break
        size = max(size + 64, int(size * step)) & -16
    return None, runs, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--variant", default="unix32")
    parser.add_argument("--binary")
    parser.add_argument("--count", type=int, default=50, help="tests besides the examples")
    parser.add_argument("--step", type=float, default=1.1)
    parser.add_argument("--limit", type=int, default=4 << 20, help="bytes by which it must succeed")
    parser.add_argument("--only")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    ouro_run.die_with_children()
    binary = os.path.abspath(options.binary or os.path.join(ouro_run.ROOT, "build", options.variant, "ouro"))
    with open(binary, "rb") as f:
        bits = 32 if f.read(5)[4:] == b"\1" else 64
    timeout = 10 * ouro_run.SLOWNESS.get(options.variant, 1) * ouro_run.run32.slowness(binary)
    queue = choose(options.count, bits)
    if options.only:
        queue = [t for t in queue if options.only in t.name]
    lock, sizes, failed, runs = threading.Lock(), {}, [], [0]
    start = time.monotonic()

    def work():
        while True:
            with lock:
                if not queue:
                    return
                test = queue.pop(0)
            size, count, problems = climb(binary, test, [], options.step, options.limit, timeout)
            with lock:
                runs[0] += count
                if problems or size is None:
                    failed.append(test.name)
                    print("FAIL oom %s\n    %s" % (
                        test.name, "\n    ".join(problems) or "no success within %d bytes" % options.limit), flush=True)
                else:
                    sizes[test.name] = size
                    if options.verbose:
                        print("ok   oom %s succeeds with %d bytes" % (test.name, size), flush=True)

    threads = [threading.Thread(target=work) for _ in range(options.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in sorted(n for n in sizes if n.startswith("examples")):
        print("  %-28s needs %7d bytes" % (name, sizes[name]))
    print("oom %s: %d passed, %d failed, %d runs (%.0f s)" % (
        options.variant, len(sizes), len(failed), runs[0], time.monotonic() - start))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": len(sizes), "failed": len(failed), "skipped": 0}, f)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
