#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Prints the memory figures that docs/figures.md states, measured with the given builds (unix32, unix).

The smallest memory in which things run is found by bisection over -X memory; what stays in use is read
from --mem; bytes per object from gc.mem_alloc() around 64 of them; the largest request by bisection, in a heap that
was filled with small objects of which every tenth stays.
"""

import os
import re
import subprocess
import sys
import tempfile

import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

PER_OBJECT = """
import gc
class One:
    def __init__(self):
        self.a = 1
class Four:
    def __init__(self):
        self.a, self.b, self.c, self.d = 1, 2, 3, 4
    def method(self):
        pass
def closure(x):
    def inner():
        return x
    return inner
def generator():
    yield 1
f = 1.5
four = Four()
eight = bytes(range(97, 104))
number = [0]
def text():
    number[0] += 1
    return "%08d" % number[0]
def float_value():
    number[0] += 1
    return f * number[0]
keys4 = ["k%d" % i for i in range(4)]
keys16 = ["k%d" % i for i in range(16)]
def dict4():
    return {k: 1 for k in keys4}
def dict16():
    return {k: 1 for k in keys16}
def pair():
    return (f, number)
def empty():
    return None
def measure(name, make):
    keep = [None] * 64
    for i in range(3):
        keep[i] = make()
    for i in range(3):
        keep[i] = None
    gc.collect()
    before = gc.mem_alloc()
    for i in range(64):
        keep[i] = make()
    gc.collect()
    after = gc.mem_alloc()
    print("%s: %d" % (name, (after - before + 32) // 64))
"""
FRAGMENTED = """
import gc
def fill(k):
    gc.collect()
    kept = first = None
    low = gc.mem_free() // 10
    while gc.mem_free() > low:
        first = [bytes(8), first]
    i = 0
    while first:
        if i % k == 0:
            kept = [first[0], kept]
        first = first[1]
        i += 1
    return kept
kept = fill(10)
gc.collect()
free = gc.mem_free()
low, high = 0, free + 1
while high - low > 1:
    n = (low + high) // 2
    gc.collect()
    try:
        bytearray(n)
        low = n
    except MemoryError:
        high = n
print(free, low)
"""
OBJECTS = (
    ("instance, 1 attribute", "One", 16), ("instance, 4 attributes", "Four", 32), ("dict of 4", "dict4", 48),
    ("dict of 16", "dict16", 192), ("tuple of 2", "pair", 16), ("float", "float_value", 0),
    ("closure", "lambda: closure(1)", 32), ("bound method", "lambda: four.method", 16), ("str of 8", "text", 16),
    ("generator", "generator", 64),
)  # fmt: skip


def run(binary, arguments, memory=None, folder=None):
    command = run32.command(binary) + (["-X", "memory=%d" % memory] if memory else []) + arguments
    env = dict(os.environ, OUROPATH=folder or "")
    return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60 * run32.slowness(binary))


def smallest(binary, arguments, want, folder=None):
    """The least memory in which it prints what it should, to 16 bytes; None if 4 MB do not suffice."""
    def good(memory):
        result = run(binary, arguments, memory, folder)
        return result.returncode == 0 and result.stdout == want

    low, high = 256, 4 << 20
    if not good(high):
        return None
    while high - low > 16:
        middle = (low + high) // 2 & -16
        if good(middle):
            high = middle
        else:
            low = middle
    return high


def mem_report(binary, code, folder=None):
    """label -> bytes, of what --mem prints"""
    result = run(binary, ["--mem", "-c", code], 256 << 10, folder)
    figures = {}
    for line in result.stderr.decode("utf-8", "replace").split("\n"):
        match = re.match(r"^  ([a-zA-Z ]+?)\s\s+([\d ]+)\b", line) or re.match(r"^  ([a-zA-Z ]+?)\s+(\d[\d ]*)\b", line)
        if match:
            figures[match.group(1).strip()] = int(match.group(2).replace(" ", ""))
    return figures


def in_use(figures):
    parts = ("objects", "interned strings", "VM stack", "compiler scratch", "buffers", "other")
    return sum(figures.get(p, 0) for p in parts)


def big_module():
    lines = []
    for i in range(60):
        lines += ["def func_%d(a, b=1, *args):" % i, "    total_%d = a + b * %d" % (i, i), "    for item in args:",
                  "        total_%d += item" % i, "    return total_%d" % i, ""]
    lines.append("class Big:")
    for i in range(40):
        lines += ["    def method_%d(self, value):" % i, "        self.attr_%d = value" % i,
                  "        return self.attr_%d" % i, ""]
    return "\n".join(lines)


def row(what, figure, bar=""):
    print("  %-46s %10s   %s" % (what, "-" if figure is None else figure, "bar: %s" % bar if bar != "" else ""))


def report(variant):
    binary = os.path.join(ROOT, "build", variant, "ouro")
    print("build/%s" % variant)
    bars = variant == "unix32"
    row("smallest memory for print('hi')", smallest(binary, ["-c", "print('hi')"], b"hi\n"), 4096 if bars else "")
    start = mem_report(binary, "")
    row("in use after start (without the VM structure)", in_use(start), 1024 if bars else "")
    row("  of it objects", start.get("objects"))
    row("  of it interned strings", start.get("interned strings"))
    row("  of it VM stack", start.get("VM stack"))
    row("the VM structure", start.get("VM structure"))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "bigmodule.py"), "w", encoding="utf-8") as f:
            f.write(big_module())
        import_code = "import bigmodule; print(bigmodule.func_59(1, 2, 3), bigmodule.Big().method_39(7))"
        row("source of the module", len(big_module()))
        row("smallest memory to import it", smallest(binary, ["-c", import_code], b"122 7\n", folder), 24576 if bars else "")
        before = mem_report(binary, "import gc; gc.collect()")
        after = mem_report(binary, "import bigmodule, gc; gc.collect()", folder)
        if "objects" in before and "objects" in after:
            stays = sum(after.get(p, 0) - before.get(p, 0) for p in ("objects", "interned strings"))
            row("stays in use after the import", stays, 10240 if bars else "")
    frozen = os.path.join(ROOT, "build", "frozen32", "ouro")
    if bars and os.path.exists(frozen):
        with tempfile.TemporaryDirectory() as folder:  # no source there
            before = mem_report(frozen, "import gc; gc.collect()", folder)
            after = mem_report(frozen, "import bigmodule, gc; gc.collect()", folder)
            stays = sum(after.get(p, 0) - before.get(p, 0) for p in ("objects", "interned strings"))
            row("frozen: smallest memory to import it", smallest(frozen, ["-c", import_code], b"122 7\n", folder))
            row("frozen: stays in use after the import", stays, 3072)
    free, largest = run(binary, ["-c", FRAGMENTED], 100 << 10).stdout.split()
    row("every 10th small object kept in 100 KB: free", int(free))
    row("  largest request that succeeds", int(largest))
    code = PER_OBJECT + "".join("measure(%r, %s)\n" % (name, make) for name, make, _ in OBJECTS)
    result = run(binary, ["-c", code], 1 << 20)
    figures = dict(line.split(": ") for line in result.stdout.decode().strip().split("\n") if ": " in line)
    for name, _, bar in OBJECTS:
        row("bytes: " + name, figures.get(name), bar if bars else "")
    if result.returncode:
        print(result.stderr.decode("utf-8", "replace"))


def main():
    if sys.argv[1:2] == ["--write-module"]:  # for the build that freezes it
        if not os.path.exists(sys.argv[2]) or open(sys.argv[2], encoding="utf-8").read() != big_module():
            with open(sys.argv[2], "w", encoding="utf-8") as f:
                f.write(big_module())
        return
    for variant in sys.argv[1:] or ["unix32", "unix"]:
        report(variant)


if __name__ == "__main__":
    main()
