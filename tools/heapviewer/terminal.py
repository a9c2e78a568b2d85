# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The views of heapview.py as text, with colours where the terminal has them."""

import shutil

from heapviewer import layout
from heapviewer.layout import number

MAP_LINES = 20
CUBE = (0, 95, 135, 175, 215, 255)  # the steps of a colour among 256


def nearest(color):
    channels = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    r, g, b = (min(range(6), key=lambda i: abs(CUBE[i] - c)) for c in channels)
    return 16 + 36 * r + 6 * g + b


class Screen:
    def __init__(self, stream, width=None, color="auto"):
        self.stream = stream
        self.width = width or min(shutil.get_terminal_size((100, 24)).columns, 140)
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

    def cut(self, text, width):
        return text if len(text) <= width else text[: max(width - 1, 1)] + "~"


def draw_cell(screen, cell):
    key, long_lived, pinned, _ = cell
    if key is None:
        return screen.dim(layout.FREE.letter)
    category = layout.BY_KEY[key]
    letter = "*" if pinned else category.letter.upper() if long_lived else category.letter
    return screen.on(category.color, letter)


def show_map(screen, heap):
    dump = heap.dump
    granule = dump.stats.get("granule", 16)
    width = max(16, screen.width - 4)
    size = granule
    while sum(-(-area.size // (size * width)) for area in dump.areas) > MAP_LINES:
        size *= 2
    screen.heading("map, %s bytes a character" % number(size))
    used = set()
    for i, area in enumerate(dump.areas):
        if len(dump.areas) > 1:
            screen.line("  area %d at %x, %s bytes" % (i + 1, area.address, number(area.size)))
        found = layout.runs(heap, area)
        used.update(run.category for run in found)
        drawn = layout.cells(found, area.size, size)
        for at in range(0, len(drawn), width):
            screen.line("  " + "".join(draw_cell(screen, c) for c in drawn[at : at + width]))
    legend = [(screen.on(c.color, c.letter), c.text) for c in layout.CATEGORIES if c.key in used]
    legend.append((screen.dim(layout.FREE.letter), layout.FREE.text))
    legend += [("A-Z", "long-lived"), ("*", "pinned")]
    text, length = "  ", 2
    for mark, what in legend:
        if length + len(what) + 5 > screen.width:
            screen.line(text)
            text, length = "  ", 2
        text += "%s %s   " % (mark, what)
        length += len(what) + 5
    screen.line(text)


def show_summary(screen, heap):
    stats, dump = heap.dump.stats, heap.dump
    total, used = stats["total"], stats["used"]
    screen.line(screen.bold(dump.name))
    screen.line("  %s of %s bytes in use (%d%%), in %d %s; largest free run %s; at most %s were in use" % (
        number(used), number(total), 100 * used // max(total, 1), len(dump.areas),
        "area" if len(dump.areas) == 1 else "areas", number(stats["largest"]), number(stats["peak"])))
    parts = ", ".join("%s %s" % (name.replace("_", " "), number(n)) for name, n in dump.outer.items() if n)
    screen.line("  all memory: %s of %s bytes: %s" % (number(stats["outer_used"]), number(stats["outer_total"]), parts))
    lost = heap.unreached()
    if lost["count"]:
        screen.line("  %s blocks of %s bytes are garbage" % (number(lost["count"]), number(lost["bytes"])))


def show_types(screen, heap, limit):
    rows = heap.types()
    screen.heading("types %38s %12s" % ("objects", "bytes"))
    total = sum(t.bytes for t in rows) or 1
    for t in rows[:limit]:
        bar = "#" * round(40 * t.bytes / total)
        screen.line("  %-32s %9s %12s  %s" % (screen.cut(t.name, 32), number(t.count) if t.count else "", number(t.bytes),
                                              screen.dim(bar)))
    if len(rows) > limit:
        rest = rows[limit:]
        screen.line("  %-32s %9s %12s" % ("%d more" % len(rest), number(sum(t.count for t in rest)),
                                          number(sum(t.bytes for t in rest))))


def show_holders(screen, heap, limit):
    screen.heading("who keeps most alive   retained      own  objects")
    for h in heap.holders(limit):
        room = max(20, screen.width - 54)
        what = "%s%s" % ("  " * h.depth, screen.cut(h.path, room - 2 * h.depth))
        screen.line("  %-18s %10s %8s %8s  %s" % (screen.cut(h.type, 18), number(h.retained), number(h.bytes),
                                                  number(h.count), what))


def show_frames(screen, heap):
    if heap.dump.frames:
        screen.heading("the program stood in")
        for f in heap.dump.frames:
            screen.line("  %s, line %d of %s" % (f.function, f.line, f.file))


def show(screen, heap, limit):
    show_summary(screen, heap)
    show_map(screen, heap)
    show_types(screen, heap, limit)
    show_holders(screen, heap, limit)
    show_frames(screen, heap)


def show_path(screen, heap, address):
    node = heap.nodes.get(address)
    if node is None:
        known = address in heap.dump.blocks
        screen.line("%x: %s" % (address, "no root leads to this block" if known else "no block begins there"))
        return
    for link in heap.chain(node.owner):
        screen.line("%x %8s bytes  %-16s %s" % (link.block.address, number(link.block.size), link.type, heap.path(link)))


def signed(n):
    return "%s%s" % ("+" if n > 0 else "", number(n))


def show_changes(screen, changes):
    screen.line("in use: %s -> %s bytes (%s)" % (number(changes["used"][0]), number(changes["used"][1]),
                                                 signed(changes["used"][1] - changes["used"][0])))
    screen.heading("types %38s %12s" % ("objects", "bytes"))
    for row in changes["types"]:
        screen.line("  %-32s %9s %12s" % (screen.cut(row["type"], 32), signed(row["count"]), signed(row["bytes"])))
    screen.heading("what grew                   by     retains")
    for row in changes["paths"]:
        screen.line("  %-16s %11s %11s  %s%s" % (screen.cut(row["type"], 16), signed(row["grew"]), number(row["retained"]),
                                                 screen.cut(row["path"], screen.width - 50), "  (new)" * row["new"]))
