# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The views of heapview.py as text, with colours where the terminal has them."""

import shutil

from heapviewer import layout, tables
from heapviewer.layout import number

MAP_LINES = 20
CUBE = (0, 95, 135, 175, 215, 255)  # the steps of a colour among 256
MOST_LINKS = 20  # of a path: beyond, the middle is left out
NAMED_TYPES = 3  # in a row of what grew


def nearest(color):
    channels = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    r, g, b = (min(range(6), key=lambda i: abs(CUBE[i] - c)) for c in channels)
    return 16 + 36 * r + 6 * g + b


class Screen:
    def __init__(self, stream, width=None, color="auto"):
        self.stream = stream
        self.width = max(width or min(shutil.get_terminal_size((100, 24)).columns, 140), 60)
        self.colored = color == "always" or (color == "auto" and stream.isatty())

    def line(self, text=""):
        self.stream.write(text.rstrip() + "\n")

    def bold(self, text):
        return "\x1b[1m%s\x1b[0m" % text if self.colored else text

    def on(self, color, text):
        """Black on a colour."""
        return "\x1b[48;5;%d;38;5;16m%s\x1b[0m" % (nearest(color), text) if self.colored else text

    def dim(self, text):
        return "\x1b[38;5;245m%s\x1b[0m" % text if self.colored else text

    def heading(self, text):
        self.line()
        self.line(self.bold(text))

    def wrapped(self, parts, indent="  ", separator="   "):
        """parts: (text with colours, its length without)."""
        lines, length = [[]], len(indent)
        for part, width in parts:
            if length + width + len(separator) > self.width and lines[-1]:
                lines.append([])
                length = len(indent)
            lines[-1].append(part)
            length += width + len(separator)
        for line in lines[:-1]:
            self.line(indent + separator.join(line) + separator)
        self.line(indent + separator.join(lines[-1]))


def cut(text, width):
    """Without its middle: a path's beginning and end say most."""
    if len(text) <= width:
        return text
    tail = 2 * (width - 3) // 3
    return text[: width - 3 - tail] + "..." + text[len(text) - tail :]


def cut_end(text, width):
    return text if len(text) <= width else text[: width - 1] + "~"


def plural(n, what):
    return "%s %s%s" % (number(n), what, "" if n == 1 else "s")


# -- one dump --


def draw_cell(screen, cell):
    key, long_lived, pinned, _ = cell
    if key is None:
        return screen.dim(layout.FREE.letter)
    category = layout.BY_KEY[key]
    letter = "*" if pinned else category.letter.upper() if long_lived else category.letter
    return screen.on(category.color, letter)


def show_map(screen, heap):
    dump = heap.dump
    width = max(16, screen.width - 4)
    size = dump.stats.get("granule", 16)
    while sum(-(-area.size // (size * width)) for area in dump.areas) > MAP_LINES:
        size *= 2
    screen.heading("map, %s bytes a character" % number(size))
    for i, area in enumerate(dump.areas):
        if len(dump.areas) > 1:
            screen.line("  area %d at %x, %s bytes" % (i + 1, area.address, number(area.size)))
        drawn = layout.cells(layout.runs(heap, area), area.size, size)
        for at in range(0, len(drawn), width):
            screen.line("  " + "".join(draw_cell(screen, c) for c in drawn[at : at + width]))
    legend = []
    for category, size in layout.category_bytes(heap):
        text = "%s %s" % (category.text, layout.size_text(size))
        mark = layout.FREE.letter if category is layout.FREE else category.letter
        legend.append((screen.on(category.color, mark) + " " + text, len(text) + 2))
    for mark, text in (("A-Z", "long-lived"), ("*", "pinned")):
        legend.append((mark + " " + text, len(mark) + len(text) + 1))
    screen.line()
    screen.wrapped(legend)


def show_summary(screen, heap):
    stats, dump = heap.dump.stats, heap.dump
    total, used = stats["total"], stats["used"]
    screen.line(screen.bold(dump.name))
    parts = ["%s of %s bytes in use (%d%%), in %s" % (number(used), number(total), 100 * used // max(total, 1),
                                                      plural(len(dump.areas), "area")),
             "largest free run %s" % number(stats["largest"]), "at most %s were in use" % number(stats["peak"])]
    screen.wrapped([(p, len(p)) for p in parts], separator="; ")
    parts = ["all memory: %s of %s bytes:" % (number(stats["outer_used"]), number(stats["outer_total"]))]
    parts += ["%s %s" % (name.replace("_", " "), number(n)) for name, n in dump.outer.items() if n]
    screen.wrapped([(p, len(p)) for p in parts], separator="  ")
    lost = heap.unreached()
    if lost["count"]:
        screen.line("  %s of %s bytes are garbage" % (plural(lost["count"], "block"), number(lost["bytes"])))


def show_types(screen, heap, limit):
    rows = tables.types(heap)
    room = screen.width - 58
    screen.heading("types %38s %12s" % ("objects", "bytes"))
    total = sum(t.bytes for t in rows) or 1
    for t in rows[:limit]:
        bar = "#" * round(room * t.bytes / total)
        screen.line("  %-32s %9s %12s  %s" % (cut_end(t.name, 32), number(t.count) if t.count else "", number(t.bytes),
                                              screen.dim(bar)))
    if len(rows) > limit:
        rest = rows[limit:]
        screen.line("  %-32s %9s %12s" % ("%d more" % len(rest), number(sum(t.count for t in rest)),
                                          number(sum(t.bytes for t in rest))))


def show_holders(screen, heap, limit):
    width = max([len("address")] + [len(heap.handle(n)) for n in heap.nodes.values()][:1])
    screen.heading("who keeps most alive")
    head = "  %-12s %10s %8s %8s  %-*s  " % ("type", "retained", "own", "objects", width, "address")
    screen.line(screen.dim(head + "path"))
    room, above = screen.width - len(head), []
    for h in tables.holders(heap, limit):
        if h.rest:
            text = "%12s %10s %8s %8s  %*s  %s%s more" % ("", number(h.retained), number(h.bytes), number(h.objects),
                                                          width, "", "  " * h.depth, number(h.rest))
            screen.line("  " + screen.dim(text))
            continue
        many = len(h.members) > 1
        suffix = "  " + tables.each([n.retained for n in h.members]) if many else ""
        what = "  " * h.depth + cut(tables.below(above, h.depth, h.path), max(12, room - 2 * h.depth - len(suffix))) + suffix
        handle = "" if many else heap.handle(h.members[0])
        screen.line("  %-12s %10s %8s %8s  %s  %s" % (cut_end(h.type, 12), number(h.retained), number(h.bytes),
                                                      number(h.objects), screen.dim("%-*s" % (width, handle)), what))


def show_frames(screen, heap, limit):
    frames = heap.dump.frames
    if not frames:
        return
    screen.heading("the program stood in")
    for f in frames[:limit]:
        screen.line("  %s, line %d of %s" % (f.function, f.line, f.file))
    if len(frames) > limit:
        screen.line("  %d more" % len(frames[limit:]))
    running = {"frame:%d" % i for i, f in enumerate(frames) if f.function != "<module>"}
    unnamed = any(r.provider in running and not r.label for r in heap.dump.roots)
    if unnamed and not heap.dump.stats.get("names"):
        screen.line(screen.dim("  variables without a name are shown by type; ouro -X names keeps all names"))


def show(screen, heap, limit):
    show_summary(screen, heap)
    show_map(screen, heap)
    show_types(screen, heap, limit)
    show_holders(screen, heap, limit)
    show_frames(screen, heap, limit)


# -- one object, one type --


def listed(items, most=3):
    return ", ".join(items[:most]) + (", %d more" % len(items[most:]) if len(items) > most else "")


def show_path(screen, heap, node):
    screen.line("%s of %s bytes at %x, keeps %s bytes alive" % (
        node.type, number(tables.owned_bytes(heap)[node]), node.block.address, number(node.retained)))
    screen.line("held by: " + (listed(tables.held_by(heap, node)) or "nothing but C code"))
    screen.line()
    chain = heap.chain(node)
    half = MOST_LINKS // 2
    for i, link in enumerate(chain):
        if len(chain) > MOST_LINKS and half <= i < len(chain) - half:
            if i == half:
                screen.line(screen.dim("  %s more" % number(len(chain) - 2 * half)))
            continue
        head = "  %-9s %8s bytes  %-16s " % (heap.handle(link), number(link.block.size), cut_end(link.type, 16))
        screen.line(head + cut(heap.path(link), max(20, screen.width - len(head))))


def show_type(screen, heap, answer):
    retained = sum(p["retained"] for p in answer["places"])
    screen.line(screen.bold("%s: %s of %s bytes" % (answer["type"], plural(answer["count"], "object"), number(answer["bytes"]))))
    screen.heading("where")
    screen.line(screen.dim("  %9s %12s %10s  path" % ("objects", "retained", "own")))
    for place in answer["places"]:
        text = "  " + place["each"] if place["count"] > 1 else ""
        screen.line("  %9s %12s %10s  %s%s" % (number(place["count"]), number(place["retained"]), number(place["bytes"]),
                                               cut(place["path"], max(20, screen.width - 37 - len(text))), text))
    if answer["places_left"]:
        screen.line("  %d more" % answer["places_left"])
    screen.heading("the largest")
    screen.line(screen.dim("  %-9s %10s %8s  path, and who else holds it" % ("address", "retained", "own")))
    for row in answer["largest"]:
        screen.line("  %-9s %10s %8s  %s" % (row["handle"], number(row["retained"]), number(row["bytes"]),
                                             cut(row["path"], screen.width - 33)))
        others = [h for h in row["held_by"] if not row["path"].startswith(h)]
        if others:
            screen.line(screen.dim("%33s%s" % ("", "also held by " + cut(listed(others), screen.width - 46))))
    if answer["largest_left"]:
        screen.line("  %s more" % number(answer["largest_left"]))
    return retained


# -- two dumps --


def signed(n):
    return "%s%s" % ("+" if n > 0 else "", number(n))


def composition(row):
    """What there is more of, apart from the object itself."""
    of = [t for t in row["of"] if not (row["new"] and t["count"] == 1 and t["type"] == row["type"])]
    return listed(["%s x %s" % (number(t["count"]), t["type"]) for t in of], NAMED_TYPES)


def show_growth(screen, changes):
    screen.heading("what grew")
    screen.line(screen.dim("  %11s %11s  path" % ("by bytes", "has now")))
    above = []
    for row in changes["paths"]:
        indent = "  " * row["depth"]
        path = tables.below(above, row["depth"], row["path"])
        screen.line("  %11s %11s  %s%s" % (signed(row["grew"]), number(row["retained"]), indent,
                                           screen.bold(cut(path, screen.width - 27 - len(indent)))))
        notes = [" ".join(filter(None, ("new" if row["new"] else "", row["type"], row["handle"])))]
        more = composition(row)
        if more:
            notes.append("more: " + more)
        screen.line(screen.dim("%27s%s%s" % ("", indent, "; ".join(notes))))
        if row["also"]:
            screen.line(screen.dim("%27s%s%s" % ("", indent, "also held by " + cut(row["also"], screen.width - 41))))
    left = changes["paths_left"]
    if left["count"]:
        screen.line("  %11s %11s  %d more" % (signed(left["grew"]), "", left["count"]))
    if not changes["paths"]:
        screen.line("  nothing")
    if changes["shrank"]["count"]:
        screen.line("  %11s %11s  in %s" % (signed(-changes["shrank"]["bytes"]), "",
                                            plural(changes["shrank"]["count"], "place") + " that shrank"))


def show_changes(screen, changes):
    for text, key in (("in use", "used"), ("of this garbage", "garbage")):
        was, now = changes[key]
        screen.line("%-15s %11s -> %s bytes (%s)" % (text + ":", number(was), number(now), signed(now - was)))
    screen.heading("types %38s %12s" % ("objects", "bytes"))
    for row in changes["types"]:
        screen.line("  %-32s %9s %12s" % (cut_end(row["type"], 32), signed(row["count"]), signed(row["bytes"])))
    left = changes["types_left"]
    if left["count"]:
        screen.line("  %-32s %9s %12s" % ("%d more" % left["count"], "", signed(left["bytes"])))
    show_growth(screen, changes)
