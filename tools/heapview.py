#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Shows what a heap dump of Ouro (gc.dump, -X heapdump=FILE; see docs/introspection.md) says."""

import argparse
import difflib
import json
import sys

from heapviewer import compare, find, graph, growth_picture, picture, reader, tables, terminal

EXAMPLES = """\
examples:
  heapview.py heap.dump                        a map, the types, who keeps most alive
  heapview.py heap.dump -o heap.svg            the same as a picture
  heapview.py before.dump after.dump           what grew
  heapview.py before.dump after.dump -o x.svg  the same as a picture, with what grew in the map
  heapview.py heap.dump --type dict            how many dicts there are, where, the largest, who holds them
  heapview.py heap.dump --path app.rows[3]     what keeps this object alive: by the name of a variable,
  heapview.py heap.dump --path @1c70           by an address or the end of one, as the tables show them,
  heapview.py heap.dump --path Node            or the largest object of a type
  heapview.py heap.dump --json                 the tables, for programs; so with all of the above
"""


class Impossible(Exception):
    """What the user asked for cannot be done; the text says why."""


def overview(heap, limit):
    rows = tables.holders(heap, limit)
    return {
        "stats": heap.dump.stats,
        "outer": heap.dump.outer,
        "types": [{"type": t.name, "count": t.count, "bytes": t.bytes} for t in tables.types(heap)],
        "holders": [
            {"path": h.path, "type": h.type, "members": len(h.members), "count": h.objects, "retained": h.retained,
             "bytes": h.bytes, "depth": h.depth, "addresses": ["%x" % n.block.address for n in h.members[:10]]}
            for h in rows if not h.rest
        ],
        "holders_left": sum(h.rest for h in rows if not h.depth),
        "frames": [{"function": f.function, "file": f.file, "line": f.line} for f in heap.dump.frames],
        "unreached": heap.unreached(),
    }


def path_as_json(heap, node):
    chain = [{"address": "%x" % n.block.address, "handle": heap.handle(n), "type": n.type, "bytes": n.block.size,
              "path": heap.path(n)} for n in heap.chain(node)]
    return {"chain": chain, "retained": node.retained, "held_by": tables.held_by(heap, node)}


def parse():
    parser = argparse.ArgumentParser(description="Shows heap dumps of Ouro.", epilog=EXAMPLES,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="file that gc.dump has written")
    parser.add_argument("after", nargs="?", help="a later dump: show what grew")
    parser.add_argument("-o", "--output", metavar="FILE", help="write a picture (FILE.svg) or tables (FILE.json) instead")
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="rows of each table (20; with --type 10)")
    parser.add_argument("--path", metavar="WHAT", help="how WHAT is reached: an address, a variable or a type")
    parser.add_argument("--type", metavar="TYPE", help="all objects of this type")
    parser.add_argument("--title", help="heading of the picture")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--width", type=int, metavar="N", help="columns of the terminal")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    options = parser.parse_args()
    if options.limit is not None and options.limit < 1:
        parser.error("-n: at least 1")
    return options


def check(options):
    """Refuses what makes no sense together, before anything is read."""
    output = options.output or ""
    if output.endswith(".json"):
        options.json = True
    elif output and not output.endswith(".svg"):
        raise Impossible("%s: only .svg (a picture) and .json (tables) can be written" % output)
    elif output and options.json:
        raise Impossible("%s: with --json the output is a .json file" % output)
    if output.endswith(".svg") and (options.path or options.type):
        raise Impossible("%s: there is a picture of a heap and of a comparison, but none of --path and --type" % output)
    if options.path and options.type:
        raise Impossible("--path and --type are two questions: one at a time")
    if options.after and (options.path or options.type):
        raise Impossible("--path and --type are questions to one dump: leave out %s or %s" % (options.dump, options.after))
    if options.title and not output.endswith(".svg"):
        raise Impossible("--title is for pictures: -o FILE.svg")


def ask_type(heap, options):
    answer = tables.type_question(heap, options.type, options.limit or 10)
    if answer is None:
        names = [t.name for t in tables.types(heap)]
        close = difflib.get_close_matches(options.type, names, 3) or names[:8]
        raise Impossible("no object of type %s; there are: %s" % (options.type, ", ".join(close)))
    return answer


def load(options):
    heap = graph.Heap(reader.read(options.dump))
    return heap, graph.Heap(reader.read(options.after), heap.paths) if options.after else None


def as_json(options, heap, after, limit):
    if after:
        found = compare.changes(compare.Growth(heap, after), limit)
        found["paths"] = [{k: v for k, v in row.items() if k != "place"} for row in found["paths"]]
    elif options.path:
        found = path_as_json(heap, find.find(heap, options.path))
    else:
        found = ask_type(heap, options) if options.type else overview(heap, limit)
    return json.dumps(found, indent=1) + "\n"


def write(path, text):
    try:
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    except OSError as error:
        raise Impossible("cannot write %s: %s" % (path, error.strerror)) from None


def show(options, heap, after, limit):
    screen = terminal.Screen(sys.stdout, options.width, options.color)
    if after:
        terminal.show_changes(screen, compare.changes(compare.Growth(heap, after), limit))
    elif options.path:
        terminal.show_path(screen, heap, find.find(heap, options.path))
    elif options.type:
        terminal.show_type(screen, heap, ask_type(heap, options))
    else:
        terminal.show(screen, heap, limit)


def run(options):
    check(options)
    heap, after = load(options)
    limit = options.limit or 20
    if options.json:
        text = as_json(options, heap, after, limit)
        write(options.output, text) if options.output else sys.stdout.write(text)
    elif options.output and after:
        write(options.output, growth_picture.draw(heap, after, limit, options.title))
    elif options.output:
        write(options.output, picture.draw(heap, limit, options.title))
    else:
        show(options, heap, after, limit)
    sys.stdout.flush()


def main():
    sys.stdout.reconfigure(errors="backslashreplace")
    options = parse()
    try:
        run(options)
    except BrokenPipeError:
        sys.stderr.close()
    except (OSError, Impossible, reader.BadDump, find.NotFound) as error:
        try:
            sys.stdout.close()  # of a full disk it says so once more
        except OSError:
            pass
        sys.exit("heapview: %s" % error)


if __name__ == "__main__":
    main()
