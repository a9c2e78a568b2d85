#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The collected heap against others, with what was asked of it beside.

Binary trees in C (bench/c/gcbench.c) over Ouro's heap, bdwgc and malloc with explicit frees; a full
collection of 8 MB of small live objects by Ouro and by CPython.  Runs are interleaved and the best of some
counts.  Times are processor times, but for the collections, which the programs time themselves.
Pauses: tools/pauses.py; the outer heap: tools/outertraces.py.
"""

import argparse
import os
import subprocess
import sys

import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build")
FULL = os.path.join(ROOT, "bench", "py", "full_collection.py")


def lines(command, **env):
    out = subprocess.run(run32.command(*command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True,
                         timeout=300, env=dict(os.environ, **env)).stdout
    return out.decode().strip()


def gcbench(folder, depth, rounds):
    """name -> [seconds, own peak, resident peak, collections], the best of each"""
    runs = [("gcbench_ouro", "stack"), ("gcbench_ouro", "precise"), ("gcbench_ouro", "pause"),
            ("gcbench_bdwgc", "stack"), ("gcbench_malloc", "stack")]
    best = {}
    for _ in range(rounds):
        for program, mode in runs:
            path = os.path.join(folder, program)
            if not os.path.exists(path):
                continue
            # One marker thread: with more, bdwgc spends more processor time, not less.
            name, *figures = lines([path, mode, str(depth)], GC_MARKERS="1").split("\t")
            figures = [float(f) for f in figures]
            best[name] = [min(pair) for pair in zip(best.get(name, figures), figures)]
    return best


def megabytes(n):
    return "%8.2f MB" % (n / 1e6) if n else "%11s" % "-"


def show_gcbench(variant, best):
    missed = []
    print("binary trees, %s%12s %11s %11s %12s" % (variant.ljust(8), "seconds", "peak", "resident", "collections"))
    for name, (seconds, peak, resident, collections) in best.items():
        print("  %-20s %11.3f %s %s %12d" % (name, seconds, megabytes(peak), megabytes(resident), collections))
    ouro = best.get("Ouro")
    for other in ("bdwgc", "malloc and free"):
        if ouro and other in best:
            ratio = best[other][0] / ouro[0]
            print("  Ouro is %.2f times as fast as %s   asked: faster" % (ratio, other))
            if ratio <= 1:
                missed.append("time of binary trees, %s, against %s" % (variant, other))
    if ouro and "bdwgc" in best:
        print("  Ouro's peak is %.2f of bdwgc's, its resident set %.2f   asked: lower" %
              (ouro[1] / best["bdwgc"][1], ouro[2] / best["bdwgc"][2]))
        if ouro[1] >= best["bdwgc"][1]:
            missed.append("peak memory of binary trees, %s, against bdwgc" % variant)
    elif ouro:
        print("  bdwgc is not to be had for this width here")
    print(flush=True)
    return missed


def full_collection(ouro, python, rounds):
    best = {}
    for _ in range(rounds):
        for name, command in (("ouro", [ouro]), ("python", [python, "-B"])):
            ms, size = lines(command + [FULL]).split()
            if name not in best or float(ms) < best[name][0]:
                best[name] = (float(ms), int(size))
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--depth", type=int, default=16)
    parser.add_argument("--python", default="/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3")
    parser.add_argument("builds", nargs="*", default=["bench", "bench32"], help="folders of build/ with gcbench_*")
    options = parser.parse_args()
    missed = []
    for build in options.builds:
        folder = os.path.join(BUILD, build)
        if os.path.isdir(folder):
            missed += show_gcbench("32 bits" if build.endswith("32") else "64 bits",
                                   gcbench(folder, options.depth, options.rounds))
    ouro = os.path.join(BUILD, options.builds[0], "ouro")
    best = full_collection(ouro, options.python, options.rounds)
    ratio = best["ouro"][0] / best["python"][0]
    print("full collection of %.1f MB of small live objects" % (best["ouro"][1] / 1e6))
    print("  Ouro %.2f ms, CPython %.2f ms: %.2f of it   asked: at most 0.50" %
          (best["ouro"][0], best["python"][0], ratio))
    if ratio > 0.5:
        missed.append("time of a full collection")
    print()
    for what in missed:
        print("missed: " + what)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
