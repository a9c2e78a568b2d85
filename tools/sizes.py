#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Bytes of code, constants and data per layer.

    sizes.py [--all] [--json FILE] [variant or board ...]
    sizes.py --check board ...
    sizes.py --release NAME board ...

Of a build for Unix: from its object files.  Of a board: from the linker's map, so only what is in the image; with
the largest source files, functions and stack frames (--all: all of them), and the memory in use once booted.  Beside it
stands what it is more than in the last release, of which tools/release_sizes.json has the figures: --release writes
them.  --check is for CI: a line for each image, and status 1 if one has grown by more than GROWTH.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys

import qemu  # tools/qemu.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASE = os.path.join(ROOT, "tools", "release_sizes.json")
GROWTH = {"flash": 1.02, "variables": 1.1}  # more than that is to be decided, and recorded, by somebody
LAYERS = ["base", "mem", "gc", "object", "compiler", "vm", "inspect", "modules", "supervisor", "gen"]
# In a map: " .text.name" and, on the same line or the next, address, size and file.
MAP_LINE = re.compile(r"^ (\.[\w.$*-]+|COMMON)\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S.*)$")
where_unknown = "(constants)"  # whose source the debug information of an image optimised at link time does not say
KINDS = {"text": "code", "vectors": "constants", "rodata": "constants", "data": "data", "bss": "bss", "COMMON": "bss"}


def layer_of(path):
    parts = path.split("/")
    if "src" in parts:
        return parts[parts.index("src") + 1]
    return "port" if "ports" in parts else where_unknown if path == where_unknown else "gen"


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
        row = totals.setdefault(layer_of(name[len(base):]), [0, 0, 0])
        for i, n in enumerate((text, data, bss)):
            row[i] += int(n)
    return totals


def show_objects(variant):
    totals = sizes(variant)
    print("build/%s" % variant)
    print("  %-12s %9s %9s %9s" % ("", "text", "data", "bss"))
    core = [0, 0, 0]
    for layer in LAYERS + ["port"]:
        if layer not in totals:
            continue
        print("  %-12s %9d %9d %9d" % (("unix port" if layer == "port" else layer,) + tuple(totals[layer])))
        if layer != "port":
            core = [a + b for a, b in zip(core, totals[layer])]
    print("  %-12s %9d %9d %9d" % (("core",) + tuple(core)))


# -- boards --


def source_of(where):
    """The source of an object file, the library that a member of an archive is of, or as it stands."""
    library = re.search(r"/(lib\w+)\.a\(", where)
    if library:
        return library.group(1)
    found = re.search(r"\.dir/(?:.*/)?((?:src|ports|gen|tests)/.*)\.obj$", where)
    return found.group(1) if found else where


def symbol_sources(board):
    """Symbol -> source file, by the debug information: objects made at link time are of all sources."""
    words = ["arm-none-eabi-nm", "--line-numbers", os.path.join(ROOT, "build", board, "ouro")]
    found = {}
    for line in subprocess.check_output(words, text=True).splitlines():
        symbol, _, where = line.partition("\t")
        if where:
            path = os.path.normpath(os.path.join(ROOT, where.rpartition(":")[0]))
            build = os.path.join(ROOT, "build", board)
            found[symbol.split()[-1]] = os.path.relpath(path, build if path.startswith(build + os.sep) else ROOT)
    return found


def sections(board):
    """(section, size, where) of all that is in the image; where: source file or library."""
    symbols = symbol_sources(board)
    with open(os.path.join(ROOT, "build", board, "ouro.map"), encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"^( \.\S+)\n +", r"\1 ", text[text.index("Linker script and memory map"):], flags=re.M)
    for match in filter(None, map(MAP_LINE.match, text.split("\n"))):
        section, size, where = match.group(1), int(match.group(3), 16), match.group(4)
        if section.lstrip(".").split(".")[0] in KINDS and size:
            if ".ltrans" in where:
                name = re.sub(r"\.str1\.\d+$", "", section.split(".", 2)[-1])
                where = symbols.get(name) or symbols.get(name.split(".")[0]) or where_unknown
                yield section, size, where
            else:
                yield section, size, source_of(where)


def frames(board):
    for folder, _, names in os.walk(os.path.join(ROOT, "build", board)):
        for name in names:
            if name.endswith(".su") and "checks" not in name and "unpacked" not in name:
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    for line in f:
                        where, size, _ = line.split("\t")
                        yield int(size), where.split(":")[-1], os.path.relpath(where.split(":")[0], ROOT)


def booted(board):
    """What an empty program leaves of the report that --mem makes."""
    done = subprocess.run(qemu.command(board, ["--mem", "-c", "pass"]), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    found = dict((name, int(number.replace(" ", ""))) for name, number in
                 re.findall(r"^  (VM stack|VM structure|objects|heap areas) +([\d ]+)$", done.stderr, re.M))
    if done.returncode or len(found) not in (0, 4):  # 0: a level without the report
        sys.exit("sizes: no report from the board: %s" % done.stderr)
    return found


def measure(board):
    layers = collections.defaultdict(collections.Counter)
    files, functions = collections.Counter(), []
    for section, size, where in sections(board):
        kind = KINDS[section.lstrip(".").split(".")[0]]
        layer = where if where.startswith("lib") else layer_of(where)
        layers[layer][kind] += size
        if kind != "bss":
            files[where] += size
        if section.startswith(".text.") and not where.startswith("lib"):
            functions.append((size, section[6:], where))
    linked = {where for _, _, where in functions}
    return {"layers": layers, "files": files.most_common(), "functions": sorted(functions, reverse=True),
            "frames": sorted((frame for frame in frames(board) if frame[2] in linked), reverse=True),
            "booted": booted(board), "image": image(board)}


def image(board):
    words = subprocess.check_output(["arm-none-eabi-size", "-A", os.path.join(ROOT, "build", board, "ouro")], text=True)
    return {name: int(size) for name, size in re.findall(r"^(\.\S+) +(\d+)", words, re.M) if "debug" not in name}


def image_totals(made):
    """Of the sections of an image."""
    return {"flash": made[".text"] + made.get(".ARM.exidx", 0) + made[".data"],
            "variables": made[".data"] + made[".bss"], "stacks": made[".stacks"]}


TOTALS = (("flash", "text and data of the image"), ("variables", "RAM: variables"),
          ("stacks", "RAM: C stack and handlers'"))


def last_release():
    """Its name, and board -> {"layers": {layer: bytes in flash}, "totals": {...}}."""
    if not os.path.exists(RELEASE):
        return "none", {}
    with open(RELEASE, encoding="utf-8") as f:
        record = json.load(f)
    return record["release"], record["boards"]


def in_flash(row):
    return row["code"] + row["constants"] + row["data"]


def show_board(board, everything, result):
    most = None if everything else 20
    columns = ("code", "constants", "data", "bss")
    release, before = last_release()
    before = before.get(board)
    print("build/%s" % board)
    print("  %-12s %9s %9s %9s %9s  %s" % (("",) + columns + ("flash, since release " + release if before else "",)))
    layers = result["layers"]
    for layer in [s for s in LAYERS if s in layers] + sorted(s for s in layers if s not in LAYERS):
        more = "%+8d" % (in_flash(layers[layer]) - before["layers"].get(layer, 0)) if before else ""
        print("  %-12s %9d %9d %9d %9d  %s" % ((layer,) + tuple(layers[layer][c] for c in columns) + (more,)))
    made = image_totals(result["image"])
    for key, text in TOTALS:
        more = "%+8d" % (made[key] - before["totals"][key]) if before else ""
        print("  %-28s %9d  %s" % (text, made[key], more))
    for name, size in sorted(result["booted"].items()):
        print("  once booted: %-15s %9d" % (name, size))
    print("  the largest source files (code, constants, data)")
    for where, size in result["files"][:most]:
        print("  %9d  %s" % (size, where))
    for title, rows in (("functions", result["functions"]), ("stack frames", result["frames"])):
        print("  the largest %s" % title)
        for size, name, where in rows[:most]:
            print("  %9d  %s  %s" % (size, name, where))


def write_release(name, results):
    """The boards measured now take the place of all those of the release before."""
    boards = {board: {"layers": {layer: in_flash(row) for layer, row in sorted(result["layers"].items())},
                      "totals": image_totals(result["image"])} for board, result in results.items()}
    with open(RELEASE, "w", encoding="utf-8") as f:
        json.dump({"release": name, "boards": boards}, f, indent=1)
        f.write("\n")


def check(boards):
    """0, or 1: an image has grown too much since the release."""
    release, before = last_release()
    status = 0
    for board in boards:
        made, was = image_totals(image(board)), before.get(board, {}).get("totals")
        words = ["%s %d" % (text, made[key]) + (" (%+d)" % (made[key] - was[key]) if was else "") for key, text in TOTALS]
        print("%s: %s; since release %s" % (board, ", ".join(words), release if was else "-: not recorded"))
        for key, most in GROWTH.items():
            if not was or made[key] > was[key] * most:
                print("  %s: want at most %.2f of the release's; ./dev sizes says where it grew" % (key, most))
                status = 1
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="of a board: all files, functions and frames")
    parser.add_argument("--json", help="of a board: writes the figures to this file")
    parser.add_argument("--check", action="store_true", help="compares images with the last release")
    parser.add_argument("--release", metavar="NAME", help="records the figures of the boards as a release's")
    parser.add_argument("variants", nargs="+")
    options = parser.parse_args()
    if options.check:
        sys.exit(check(options.variants))
    results = {}
    for variant in options.variants:
        if os.path.exists(os.path.join(ROOT, "ports", "cortexm", "boards", variant + ".cmake")):
            results[variant] = measure(variant)
            show_board(variant, options.all, results[variant])
        else:
            show_objects(variant)
    if options.release:
        write_release(options.release, results)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump(results, f, indent=1)


if __name__ == "__main__":
    main()
