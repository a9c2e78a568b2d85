#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""How long garbage collection stops a program, with gc.pause(500) and without, and what that costs.

Runs bench/py/pauses.py beside 256 KB, 8 MB and 32 MB of live objects: the whole collection at once, in
increments, and without allocation (the machine's own noise, which no collector can undercut).  The longest
increment is what gc.stats() says; the gap is what the program saw.  The best of some rounds counts, as a
process that is not alone on its machine is also stopped by others: an increment is judged too long if it was in
every round.
"""

import argparse
import os
import subprocess
import sys

import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, "bench", "py", "pauses.py")
SLOTS = 14
BAR = 44


def run(ouro, kb, us, iterations, idle=False):
    command = run32.command(ouro, "-X", "memory=512m", PROGRAM, str(kb), str(us), str(iterations)) + (["idle"] if idle else [])
    out = subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=300, check=True).stdout
    result = {}
    for line in out.decode().split("\n"):
        name, *values = line.split()[:1] + line.split()[1:] or [""]
        if values:
            result[name] = [float(v) if "." in v or "e" in v else int(v) for v in values]
    return {name: values if len(values) > 1 else values[0] for name, values in result.items()}


def label(slot):
    return "%7s us" % ("< %d" % (16 << slot) if slot < SLOTS - 1 else "more")


def draw(rows, out=sys.stdout):
    """rows: (name, counts).  Bars are logarithmic: one pause must be seen beside thousands."""
    for name, counts in rows:
        print("    %s: %d" % (name, sum(counts)), file=out)
        used = [i for i, n in enumerate(counts) if n]
        for slot in range(used[0], used[-1] + 1) if used else ():
            n = counts[slot]
            width = n.bit_length() * BAR // max(counts).bit_length()
            print("    %s %8s %s" % (label(slot), n or "", "\u2588" * width), file=out)


def measure(ouro, kb, us, options):
    """Interleaved rounds; per mode the smallest seconds, longest increment and gap, and the round it was in."""
    modes = {"at once": (0, False), "in increments": (us, False), "idle": (us, True)}
    best = {}
    for _ in range(options.rounds):
        for mode, (pause, idle) in modes.items():
            r = run(ouro, kb, pause, options.iterations, idle)
            b = best.setdefault(mode, dict(r, first=r))
            for name in ("seconds", "longest_slice_us", "longest_gap_us"):
                b[name] = min(b[name], r[name])
            if r["longest_gap_us"] <= b["longest_gap_us"]:
                b.update(gaps=r["gaps"], pauses=r["pauses"])
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ouro", default=os.path.join(ROOT, "build", "unix", "ouro"))
    parser.add_argument("--pause", type=int, default=500, help="gc.pause, in microseconds")
    parser.add_argument("--iterations", type=int, default=3000000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-histogram", action="store_true")
    parser.add_argument("kilobytes", nargs="*", type=int, help="live; 256, 8192 and 32768 if none")
    options = parser.parse_args()
    ouro = os.path.abspath(options.ouro)
    missed = False
    for kb in options.kilobytes or [256, 8192, 32768]:
        best = measure(ouro, kb, options.pause, options)
        once, sliced, idle = best["at once"], best["in increments"], best["idle"]
        throughput = 100 * once["seconds"] / sliced["seconds"]
        print("%d KB live, %d iterations, gc.pause(%d)" % (kb, options.iterations, options.pause))
        print("  longest increment        %6d us   asked: at most %d" % (sliced["longest_slice_us"], options.pause))
        print("  longest gap seen     %6d us   without allocation %d us, without gc.pause %d us" %
              (sliced["longest_gap_us"], idle["longest_gap_us"], once["longest_gap_us"]))
        print("  throughput           %6.1f %%    asked: at least 80 %% of stopping the world (%.3f s, %.3f s)" %
              (throughput, sliced["seconds"], once["seconds"]))
        print("  collections          %6d in increments, of them %d ended at once; %d at once; %d compactions" %
              (sliced["incremental"], sliced["fallback"], sliced["full"], sliced["compaction"]))
        if not options.no_histogram:
            draw([("pauses that gc.stats() counted, in increments", sliced["pauses"]),
                  ("gaps of 16 us and more that the program saw, in increments", sliced["gaps"]),
                  ("the same without allocation", idle["gaps"]),
                  ("the same, at once", once["gaps"])])
        missed |= sliced["longest_slice_us"] > options.pause or throughput < 80
        if not sliced["incremental"]:
            print("  no collection went in increments")
            missed = True
        print(flush=True)
    print("missed" if missed else "met")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
