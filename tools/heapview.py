#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Shows what a heap dump of Ouro (gc.dump, see docs/seeing.md) says.

    heapview.py heap.dump                 a map, the types, the largest holders, on the terminal
    heapview.py heap.dump -o heap.svg     the same as a picture
    heapview.py before.dump after.dump    what grew
    heapview.py heap.dump --path 7f3e81601c70    what keeps the block with this address alive
    heapview.py heap.dump --json          the tables, for programs
"""

import argparse
import json
import sys

from heapviewer import compare, graph, picture, reader, terminal


def tables(heap, limit):
    return {
        "stats": heap.dump.stats,
        "outer": heap.dump.outer,
        "types": [{"type": t.name, "count": t.count, "bytes": t.bytes} for t in heap.types()],
        "holders": [
            {"path": h.path, "type": h.type, "count": h.count, "retained": h.retained, "bytes": h.bytes}
            for h in heap.holders(limit)
        ],
        "frames": [{"function": f.function, "file": f.file, "line": f.line} for f in heap.dump.frames],
        "unreached": heap.unreached(),
    }


def main():
    parser = argparse.ArgumentParser(description="Shows heap dumps of Ouro.")
    parser.add_argument("dump", help="file that gc.dump has written")
    parser.add_argument("after", nargs="?", help="a later dump: show what grew")
    parser.add_argument("-o", "--output", metavar="FILE.svg", help="write a picture instead")
    parser.add_argument("-n", "--limit", type=int, default=20, help="rows of each table")
    parser.add_argument("--path", metavar="ADDRESS", help="how the block with this address is reached")
    parser.add_argument("--json", action="store_true", help="the tables as JSON")
    parser.add_argument("--width", type=int, help="columns of the terminal")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    options = parser.parse_args()
    try:
        heap = graph.Heap(reader.read(options.dump))
        after = graph.Heap(reader.read(options.after)) if options.after else None
    except (OSError, reader.BadDump) as error:
        sys.exit("heapview: %s" % error)
    screen = terminal.Screen(sys.stdout, options.width, options.color)
    if options.json:
        changes = compare.changes(heap, after, options.limit) if after else tables(heap, options.limit)
        json.dump(changes, sys.stdout, indent=1)
        print()
    elif after:
        terminal.show_changes(screen, compare.changes(heap, after, options.limit))
    elif options.path:
        terminal.show_path(screen, heap, int(options.path, 16))
    elif options.output:
        with open(options.output, "w", encoding="utf-8") as f:
            f.write(picture.draw(heap, options.limit))
    else:
        terminal.show(screen, heap, options.limit)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
