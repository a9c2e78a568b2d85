#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Times the programs of bench/ with Ouro, CPython, and Lua and mruby where the theme exists there.

The runs are interleaved (a machine that slows down slows all alike) and the smallest processor time of
N runs counts, start-up included.  A figure is worthless if the result is wrong, so every run must
print what python3 prints.  Ratio columns: Ouro's speed in units of the other's, more is better.
"""

import argparse
import importlib.util
import math
import os
import resource
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, "bench")


sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("ouro_run", os.path.join(ROOT, "tests", "run.py"))
ouro_run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(ouro_run)


def run(command, timeout=120):
    """(processor seconds, stdout) or (None, error text)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status, out, error, _ = ouro_run.execute(command, BENCH, timeout, dict(os.environ), ouro_run.ORACLE_LIMITS)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status != 0:
        lines = error.decode("utf-8", "replace").strip().split("\n")
        return None, "%s %s" % (ouro_run.describe(status), lines[-1])
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, out


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values)) if values else float("nan")


def start_up(ouro, rounds=40):
    """Milliseconds of wall time that `ouro -c pass` takes more than `true`."""
    import time

    def best(command):
        times = []
        for _ in range(rounds):
            begin = time.perf_counter()
            subprocess.run(command, stdin=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - begin)
        times.sort()
        return times[rounds // 4]

    return (best([ouro, "-c", "pass"]) - best(["true"])) * 1000


def measure(name, engines, rounds):
    """dict of engine to seconds (None: wrong or failed)"""
    best, want, problems = {}, None, {}
    for _ in range(rounds):
        for engine, (program, extension) in engines.items():
            path = os.path.join(BENCH, name + extension)
            if engine in problems or not os.path.exists(path):
                continue
            seconds, out = run(program + [os.path.basename(path)])
            if seconds is None:
                problems[engine] = out
                continue
            want = want or out
            if out != want:
                problems[engine] = "prints %r, want %r" % (out[:60], want[:60])
                continue
            best[engine] = min(seconds, best.get(engine, seconds))
    for engine, problem in problems.items():
        print("%s: %s: %s" % (name, engine, problem), file=sys.stderr)
        best.pop(engine, None)
    return best, bool(problems)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="programs of bench/ without extension; all if none")
    parser.add_argument("--ouro", default=os.path.join(ROOT, "build", "unix", "ouro"))
    parser.add_argument("--python", default="/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    ouro_run.die_with_children()
    names = options.names or sorted(f[:-3] for f in os.listdir(BENCH) if f.endswith(".py"))
    engines = {"python3": ([options.python, "-B"], ".py"), "ouro": ([os.path.abspath(options.ouro)], ".py")}
    for engine, program, extension in (("lua5.4", "lua5.4", ".lua"), ("mruby", "mruby", ".rb")):
        if shutil.which(program):
            engines[engine] = ([program], extension)
    others = [e for e in engines if e != "ouro"]
    print("seconds of processor time, best of %d; ratio: speed of ouro in units of the other" % options.rounds)
    print("%-12s %8s" % ("", "ouro") + "".join(" %8s %6s" % (e, "ratio") for e in others), flush=True)
    ratios, failed = {e: [] for e in others}, False
    for name in names:
        best, bad = measure(name, engines, options.rounds)
        failed = failed or bad
        line = "%-12s %8s" % (name, "%.3f" % best["ouro"] if "ouro" in best else "-")
        for engine in others:
            if engine in best and "ouro" in best:
                ratio = best[engine] / best["ouro"]
                ratios[engine].append(ratio)
                line += " %8.3f %6.2f" % (best[engine], ratio)
            elif engine in best:
                line += " %8.3f %6s" % (best[engine], "-")
            else:
                line += " %8s %6s" % ("-", "-")
        print(line, flush=True)
    line = "%-12s %8s" % ("geo. mean", "")
    for engine in others:
        line += " %8s %6.2f" % ("", geometric_mean(ratios[engine])) if ratios[engine] else " %8s %6s" % ("", "-")
    print(line)
    if ratios["python3"]:
        print("%-12s %8s" % ("lowest", "") + " %8s %6.2f" % ("", min(ratios["python3"])))
    if os.path.exists(options.ouro):
        print("ouro -c pass takes %.2f ms more than true" % start_up(os.path.abspath(options.ouro)))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
