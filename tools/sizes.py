#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Bytes of code, constants and data per layer, from the object files of the given build variants."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LAYERS = ["base", "mem", "gc", "object", "compiler", "vm", "api", "modules", "supervisor", "gen"]


def sizes(variant):
    base = os.path.join(ROOT, "build", variant, "CMakeFiles")
    totals, files = {}, []
    for target in ("ouro_core.dir", "ouro.dir"):
        for folder, _, names in os.walk(os.path.join(base, target)):
            files += [os.path.join(folder, n) for n in names if n.endswith(".o")]
    if not files:
        sys.exit("sizes: build/%s has no object files" % variant)
    for line in subprocess.check_output(["size"] + files, text=True).splitlines()[1:]:
        text, data, bss, _, _, name = line.split()
        parts = name[len(base):].split("/")
        layer = "unix port" if "ports" in parts else parts[parts.index("src") + 1] if "src" in parts else "gen"
        row = totals.setdefault(layer, [0, 0, 0])
        for i, n in enumerate((text, data, bss)):
            row[i] += int(n)
    return totals


def main():
    for variant in sys.argv[1:]:
        totals = sizes(variant)
        print("build/%s" % variant)
        print("  %-12s %9s %9s %9s" % ("", "text", "data", "bss"))
        core = [0, 0, 0]
        for layer in LAYERS + ["unix port"]:
            if layer not in totals:
                continue
            print("  %-12s %9d %9d %9d" % ((layer,) + tuple(totals[layer])))
            if layer != "unix port":
                core = [a + b for a, b in zip(core, totals[layer])]
        print("  %-12s %9d %9d %9d" % (("core",) + tuple(core)))


if __name__ == "__main__":
    main()
