#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The outer heap (TLSF) on traces of our own programs, beside the C library's malloc.

Runs programs with a build that records every request to the outer heap (outer_record), and replays the
traces (outer_replay).  Fragmentation: the smallest pool in which TLSF serves the whole trace, its tables and
headers included, over the bytes that were asked for at the peak, less 1.  Instructions are counted one by
one, in that smallest pool, where TLSF has to search most.

--quick: three programs, and only whether the bounds hold (a test).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FRAGMENTATION = 15.0  # percent, at most
INSTRUCTIONS = 1200  # for an operation, at most: 64 blocks of a class looked at, and all else
GROWTH = 1.02  # the most instructions for a trace 8 times as long, over those for the shorter one
QUICK = ("examples/qr.py", "examples/lisp.py", "examples/sensorlog.py")
SIZES = ("24k", "32k", "48k", "64k", "96k", "128k", "192k", "256k", "512k", "1m", "2m", "4m", "8m", "16m", "64m")


def text_of(command, env=None):
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env=env, timeout=600 * max(map(run32.slowness, command)))
    if result.returncode:
        raise RuntimeError("%s: status %s, %s" % (" ".join(command), result.returncode,
                                                  result.stderr.decode("utf-8", "replace")[-300:]))
    return result.stdout.decode()


def record(build, program, trace):
    """Runs it in the smallest of SIZES that is enough, at least what it states; that size, or None."""
    with open(program, encoding="utf-8") as f:
        stated = re.search(r"^# memory: (\S+)", f.read(2000), re.M)
    sizes = list(SIZES)
    if stated and stated.group(1) in sizes:
        sizes = sizes[sizes.index(stated.group(1)):]
    for size in sizes:
        env = dict(os.environ, OURO_TRACE=trace)
        try:
            text_of(run32.command(os.path.join(build, "outer_record"), "-X", "memory=" + size, program), env)
            return size
        except RuntimeError as error:
            if "MemoryError" not in str(error) and "memory" not in str(error):
                raise
    return None


def replay(build, *arguments):
    out = text_of(run32.command(os.path.join(build, "outer_replay"), *map(str, arguments)))
    result = {}
    for line in out.strip().split("\n"):
        name, *values = line.split()
        result[name] = [float(v) for v in values] if len(values) > 1 else float(values[0])
    return result


def fragmentation(r):
    return 100 * (r["smallest_pool"] / r["peak_live"] - 1)


def check(problems, good, text):
    if not good:
        problems.append(text)


def adversary(build, problems):
    most = []
    for n in (100, 800):
        r = replay(build, "--adversary", n)
        most.append(max(r["tlsf_alloc"][2], r["tlsf_free"][2]))
    print("made to be hard: at most %d instructions in a trace of 300 operations, %d in one of 2400" %
          (most[0], most[1]))
    check(problems, most[1] <= most[0] * GROWTH, "the instructions of an operation grow with the trace")
    check(problems, max(most) <= INSTRUCTIONS, "an operation of the hard trace takes %d instructions" % max(most))


def show_counts(name, what, r, problems):
    print("%-18s %-6s " % (name if what == "tlsf" else "", what), end="")
    for operation in ("alloc", "resize", "free"):
        count, mean, most = r["%s_%s" % (what, operation)]
        print("%10s" % ("%.0f %d" % (mean, most) if count else "-"), end="")
        if what == "tlsf":
            check(problems, most <= INSTRUCTIONS, "%s: %s takes %d instructions" % (name, operation, most))
    print(flush=True)


def count(build, traces, limit, problems):
    print("instructions (mean, most), some 100 of the operations\n%-25s     alloc    resize      free" % "")
    for name, trace, operations in traces:
        r = replay(build, "--count", trace, int(operations // limit) + 1)
        show_counts(name, "tlsf", r, problems)
        show_counts(name, "malloc", r, problems)
    adversary(build, problems)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "unix"), help="folder with outer_record, outer_replay")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("programs", nargs="*", help="all of examples/ and bench/ if none")
    options = parser.parse_args()
    programs = options.programs or [os.path.join(ROOT, p) for p in QUICK]
    if not options.quick and not options.programs:
        programs = [os.path.join(ROOT, d, f) for d in ("examples", "bench")
                    for f in sorted(os.listdir(os.path.join(ROOT, d))) if f.endswith(".py")]
    problems, worst, traces = [], 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        print("%-18s %7s %9s %9s %9s %7s %9s" % ("footprint", "memory", "requests", "peak", "pool", "more", "malloc"))
        for program in programs:
            name = os.path.basename(program)
            trace = os.path.join(folder, name)
            memory = record(options.build, program, trace)
            if memory is None:
                problems.append("%s cannot be recorded" % name)
                continue
            r = replay(options.build, trace)
            more = fragmentation(r)
            worst = max(worst, more)
            traces.append((name, trace, r["operations"]))
            print("%-18s %7s %9d %9d %9d %6.1f%% %8.1f%%" %
                  (name, memory, r["operations"], r["peak_live"], r["smallest_pool"], more,
                   100 * (r["malloc_footprint"] / r["peak_live"] - 1)), flush=True)
            check(problems, more <= FRAGMENTATION, "%s: %.1f %% more than its peak" % (name, more))
        print("most: %.1f %%   asked: at most %.0f %%\n" % (worst, FRAGMENTATION))
        if run32.slowness(os.path.join(options.build, "outer_replay")) == 1:
            count(options.build, traces, 60 if options.quick else 200, problems)
        else:
            print("instructions are not counted: the emulator of 32-bit programs has no ptrace")
    for problem in problems:
        print("FAIL " + problem)
    print("%d passed, %d failed" % (len(traces) + 1 - min(len(problems), len(traces) + 1), len(problems)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
