# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A heap dump as an SVG picture: the map of every area to scale, the types, the largest holders."""

from xml.sax.saxutils import escape

from heapviewer import layout
from heapviewer.layout import number

WIDTH, MARGIN = 1180, 30
MAP_WIDTH = 1024
MOST_ROWS, ROW, GAP = 72, 14, 3
FOLDED = 4  # so many empty rows or more become one
MOST_RUNS = 12000  # beyond, cells of two pixels are drawn instead of runs
FONT = "font-family='DejaVu Sans, Helvetica, Arial, sans-serif'"
TEXT, FAINT, LINE = "#26282b", "#6b7075", "#d8d6d0"
PINNED, LONG_LIVED = "#111111", "#3b3b3b"


class Page:
    def __init__(self):
        self.parts, self.y = [], MARGIN

    def text(self, x, y, text, size=12, color=TEXT, weight="normal", anchor="start"):
        self.parts.append("<text x='%.1f' y='%.1f' font-size='%d' fill='%s' font-weight='%s' text-anchor='%s'>%s</text>" % (
            x, y, size, color, weight, anchor, escape(text)))

    def rect(self, x, y, width, height, color, title=None):
        tip = "<title>%s</title>" % escape(title) if title else ""
        self.parts.append("<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s'%s" % (
            x, y, width, height, color, ">%s</rect>" % tip if tip else "/>"))

    def heading(self, text):
        self.y += 34
        self.text(MARGIN, self.y, text, 15, weight="bold")
        self.y += 16

    def finish(self):
        height = self.y + MARGIN
        head = "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d' %s>" % (
            WIDTH, height, WIDTH, height, FONT)
        return "%s\n<rect width='100%%' height='100%%' fill='white'/>\n%s\n</svg>\n" % (head, "\n".join(self.parts))


def cut(text, most):
    return text if len(text) <= most else text[: most - 1] + "\u2026"


def draw_summary(page, heap):
    stats, dump = heap.dump.stats, heap.dump
    page.y += 8
    page.text(MARGIN, page.y, dump.name.split("/")[-1], 20, weight="bold")
    page.y += 22
    page.text(MARGIN, page.y, "%s of %s bytes in use (%d%%)   \u00b7   largest free run %s   \u00b7   at most %s in use   \u00b7   "
              "%s collection%s, longest pause %s \u00b5s" % (
                  number(stats["used"]), number(stats["total"]), 100 * stats["used"] // max(stats["total"], 1),
                  number(stats["largest"]), number(stats["peak"]), number(stats["collections"]), "" if stats["collections"] == 1 else "s",
                  number(stats["longest_pause_us"])), 12, FAINT)
    page.y += 16
    draw_outer(page, dump)


def draw_outer(page, dump):
    """One bar for all memory, by owner."""
    colors = {"areas": "#4e79a7", "vm_stack": "#59a14f", "scratch": "#f28e2b", "interned": "#b07aa1",
              "buffers": "#edc948", "vm": "#9c755f", "other": "#a3a3a3"}
    total = dump.stats["outer_total"]
    whole = total if 8 * dump.stats["outer_used"] > total else dump.stats["outer_used"]
    x, scale = MARGIN, (WIDTH - 2 * MARGIN) / max(whole, 1)
    page.rect(x, page.y, WIDTH - 2 * MARGIN, 12, layout.FREE.color)
    for name, n in dump.outer.items():
        if n:
            page.rect(x, page.y, n * scale, 12, colors.get(name, "#a3a3a3"), "%s: %s bytes" % (name, number(n)))
            x += n * scale
    page.y += 27
    x = MARGIN
    for name, n in dump.outer.items():
        if n:
            page.rect(x, page.y - 9, 9, 9, colors.get(name, "#a3a3a3"))
            text = "%s %s" % (name.replace("_", " "), number(n))
            page.text(x + 13, page.y, text, 11, FAINT)
            x += 30 + 6.3 * len(text)
    free = "of %s in all%s" % (number(total), "" if whole == total else " (bar: what is in use)")
    page.text(x, page.y, free, 11, FAINT)


def row_bytes(heap):
    """Bytes of a row of the map: a power of two granules, so that there are not too many rows."""
    size = 64 * heap.dump.stats.get("granule", 16)
    while True:
        rows = 0
        for area in heap.dump.areas:
            gaps = empty_rows(layout.runs(heap, area), size)
            rows += -(-area.size // size) - sum(count - 1 for count in gaps.values())
        if rows <= MOST_ROWS:
            return size
        size *= 2


def empty_rows(found, per_row):
    """Rows in which nothing lies, in long sequences: {first: count}."""
    gaps = {}
    for run in found:
        if run.category is None:
            first, last = -(-run.offset // per_row), (run.offset + run.size) // per_row
            if last - first >= FOLDED:
                gaps[first] = last - first
    return gaps


def place_rows(page, rows, gaps):
    """The y of each row; rows of a gap have the one of the line that stands for them."""
    places, skip_to = [], 0
    for row in range(rows):
        if row < skip_to:
            places.append(None)
            continue
        places.append(page.y)
        skip_to = row + gaps.get(row, 0)
        page.y += ROW + GAP
    return places


def draw_run(page, places, per_row, run, area):
    """A run may go over several rows."""
    scale = MAP_WIDTH / per_row
    category = layout.BY_KEY[run.category] if run.category else layout.FREE
    at, end = run.offset, run.offset + run.size
    tip = "%s, %s bytes at %x%s%s" % (category.text, number(run.size), area.address + run.offset,
                                      ", long-lived" if run.long_lived else "", ", pinned" if run.pinned else "")
    while at < end:
        row, column = divmod(at, per_row)
        size = min(end - at, per_row - column)
        x, y, width = MARGIN + 90 + column * scale, places[row], max(size * scale - 0.4, 0.4)
        at += size
        if y is None:
            continue
        page.rect(x, y, width, ROW, category.color, tip)
        if run.long_lived:
            page.rect(x, y + ROW - 2, width, 2, LONG_LIVED)
        if run.pinned:
            page.rect(x, y, max(width, 1.2), 3, PINNED)


def draw_area(page, heap, area, per_row):
    found = layout.runs(heap, area)
    gaps = empty_rows(found, per_row)
    if len(found) > MOST_RUNS:
        cell = per_row * 2 // MAP_WIDTH
        drawn = layout.cells(found, area.size, cell)
        found = [layout.Run(i * cell, min(cell, area.size - i * cell), *c[:3]) for i, c in enumerate(drawn)]
    places = place_rows(page, -(-area.size // per_row), gaps)
    shown = 0
    for row, y in enumerate(places):
        if y is None:
            continue
        if shown % 4 == 0 or row in gaps:
            page.text(MARGIN + 82, y + ROW - 3, "+" + number(row * per_row), 10, FAINT, anchor="end")
        shown += 1
    for run in found:
        draw_run(page, places, per_row, run, area)
    for row, count in gaps.items():
        page.text(MARGIN + 90 + MAP_WIDTH / 2, places[row] + ROW - 3, "\u22ee  %d rows, %s bytes, free  \u22ee" % (
            count, number(count * per_row)), 10, FAINT, anchor="middle")


def draw_map(page, heap):
    per_row = row_bytes(heap)
    page.heading("Map")
    page.text(MARGIN + 50, page.y - 16, "%s bytes a row" % number(per_row), 11, FAINT)
    used = set()
    for i, area in enumerate(heap.dump.areas):
        page.y += 6 if i == 0 else 18
        page.text(MARGIN, page.y, "area %d at %x, %s bytes" % (i + 1, area.address, number(area.size)), 11, FAINT)
        page.y += 6
        draw_area(page, heap, area, per_row)
        used.update(run.category for run in layout.runs(heap, area))
    draw_legend(page, used)


def draw_legend(page, used):
    page.y += 18
    x = MARGIN + 90
    entries = [(c.color, c.text, None) for c in layout.CATEGORIES if c.key in used]
    entries.append((layout.FREE.color, "free", None))
    entries.append(("#ffffff", "long-lived", "low"))
    entries.append(("#ffffff", "pinned", "high"))
    for color, text, mark in entries:
        width = 34 + 6.4 * len(text)
        if x + width > WIDTH - MARGIN:
            x = MARGIN + 90
            page.y += 18
        page.rect(x, page.y - 10, 14, 12, LINE)
        page.rect(x + 0.6, page.y - 9.4, 12.8, 10.8, color)
        if mark:
            page.rect(x, page.y - 10 + (10 if mark == "low" else 0), 14, 2 if mark == "low" else 3,
                      LONG_LIVED if mark == "low" else PINNED)
        page.text(x + 19, page.y, text, 11)
        x += width


def draw_types(page, heap, limit):
    rows = heap.types()[:limit]
    most = max((t.bytes for t in rows), default=1)
    colors = {}
    for node in heap.nodes.values():
        if node.owner is node and node.type not in colors:
            colors[node.type] = layout.category_of(heap, node.block).color
    page.heading("Types")
    page.text(MARGIN + 330, page.y, "objects", 11, FAINT, anchor="end")
    page.text(MARGIN + 430, page.y, "bytes", 11, FAINT, anchor="end")
    for t in rows:
        page.y += 17
        page.text(MARGIN, page.y, cut(t.name, 40), 12)
        page.text(MARGIN + 330, page.y, number(t.count) if t.count else "", 12, anchor="end")
        page.text(MARGIN + 430, page.y, number(t.bytes), 12, anchor="end")
        page.rect(MARGIN + 445, page.y - 10, max(1, 640 * t.bytes / most), 12, colors.get(t.name, "#a3a3a3"))


def draw_holders(page, heap, limit):
    page.heading("Who keeps most alive")
    for x, text, anchor in ((0, "type", "start"), (280, "retained", "end"), (370, "own", "end"), (450, "objects", "end"),
                            (475, "path from a root", "start")):
        page.text(MARGIN + x, page.y, text, 11, FAINT, anchor=anchor)
    rows = heap.holders(limit)
    most = max((h.retained for h in rows), default=1)
    for h in rows:
        page.y += 17
        page.rect(MARGIN, page.y - 12, 280 * h.retained / most, 15, "#e4edf5")
        page.text(MARGIN + 2, page.y, cut(h.type, 26), 12)
        page.text(MARGIN + 278, page.y, number(h.retained), 12, anchor="end")
        page.text(MARGIN + 370, page.y, number(h.bytes), 12, anchor="end")
        page.text(MARGIN + 450, page.y, number(h.count), 12, anchor="end")
        page.text(MARGIN + 475 + 14 * h.depth, page.y, cut(h.path, 90 - 2 * h.depth), 12)


def draw(heap, limit):
    page = Page()
    draw_summary(page, heap)
    draw_map(page, heap)
    draw_types(page, heap, limit)
    draw_holders(page, heap, limit)
    page.y += 10
    return page.finish()
