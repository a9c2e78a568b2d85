# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What grew between two dumps as a picture: a table, and the map of the later heap with what grew in colour."""

import os

from heapviewer import compare, layout, tables
from heapviewer.heap_map import Map
from heapviewer.layout import Category, number, size_text
from heapviewer.page import FAINT, INNER, LINE, MARGIN, WIDTH, Page, cut, text_width

COLORS = ("#e15759", "#f28e2b", "#4e79a7", "#59a14f", "#b07aa1", "#edc948", "#9c755f", "#76b7b2")
LINE_HEIGHT = 18
BARS = 150  # pixels


def signed(n):
    return ("+" if n > 0 else "-" if n < 0 else "") + size_text(abs(n))


def paint(growth, rows):
    """Colours for what is new or has grown: one for each of the first rows on top, one for all the rest."""
    categories, of_path = [], {}
    for i, row in enumerate(rows):
        key = "row%d" % i if i < len(COLORS) else "grown"
        if i < len(COLORS):
            categories.append(Category(key, str(i), COLORS[i], row["path"]))
        for path in growth.inside(row["place"]):
            of_path.setdefault(path, key)
    categories += [Category("grown", "g", "#6e7781", "what grew elsewhere"),
                   Category("old", "o", "#d5d9de", "as before"), Category("lost", "x", "#f7c6c5", "garbage")]

    def key_of(heap, block):
        node = heap.nodes.get(block.address)
        if node is None:
            return "lost"
        more = growth.after.own[node.path] > growth.before.own[node.path]
        return of_path.get(node.path, "grown") if more else "old"

    return layout.Paint(categories, key_of)


def draw_head(page, changes):
    page.y += 6
    page.text(MARGIN, page.y, page.title, 19, bold=True)
    used, garbage = changes["used"], changes["garbage"]
    scale = INNER / max(changes["total"] + [1])
    for name, total, n, lost in zip(("before", "after"), changes["total"], used, garbage):
        page.y += 22
        page.rect(MARGIN, page.y - 12, total * scale, 16, layout.FREE.color)
        page.rect(MARGIN, page.y - 12, n * scale, 16, "#a9c5e2", "%s bytes in use" % number(n))
        waste = ", %s of it garbage" % size_text(lost) if lost else ""
        page.text(MARGIN + 6, page.y, "%s: %s of %s in use%s" % (name, size_text(n), size_text(total), waste))


def draw_growth(page, changes):
    page.heading("What grew", signed(changes["used"][1] - changes["used"][0]) + " in use")
    rows = changes["paths"]
    most = max((r["grew"] for r in rows), default=1)
    page.y += LINE_HEIGHT - 4
    for x, text, anchor in ((BARS + 95, "by", "end"), (BARS + 175, "has now", "end"), (BARS + 190, "path", "start")):
        page.text(MARGIN + x, page.y, text, 12, FAINT, anchor=anchor)
    above, top = [], -1
    for row in rows:
        page.y += LINE_HEIGHT
        top += not row["depth"]
        color = COLORS[top] if top < len(COLORS) else "#6e7781"
        page.rect(MARGIN + 20, page.y - 11, max(1, BARS * row["grew"] / most), 13, color)
        page.text(MARGIN + BARS + 95, page.y, signed(row["grew"]), anchor="end")
        page.text(MARGIN + BARS + 175, page.y, size_text(row["retained"]), anchor="end")
        x = MARGIN + BARS + 190 + 12 * row["depth"]
        note = "new " * row["new"] + row["type"]
        more = [t for t in row["of"] if not (row["new"] and t["count"] == 1 and t["type"] == row["type"])][:1]
        note += "".join(", more: %s x %s" % (number(t["count"]), t["type"]) for t in more)
        text = cut(tables.below(above, row["depth"], row["path"]), WIDTH - MARGIN - x - text_width(note, 12) - 16)
        page.text(x, page.y, text, bold=not row["depth"])
        page.text(WIDTH - MARGIN, page.y, note, 12, FAINT, anchor="end")
    draw_rest(page, changes)


def draw_rest(page, changes):
    left, shrank = changes["paths_left"], changes["shrank"]
    lines = []
    if left["count"]:
        lines.append((signed(left["grew"]), "%s more" % number(left["count"])))
    if shrank["count"]:
        lines.append((signed(-shrank["bytes"]), "in %s places that shrank" % number(shrank["count"])))
    if not changes["paths"]:
        lines.append(("", "nothing"))
    for figure, text in lines:
        page.y += LINE_HEIGHT
        page.text(MARGIN + BARS + 95, page.y, figure, 12, FAINT, anchor="end")
        page.text(MARGIN + BARS + 190, page.y, text, 12, FAINT)


def draw_types(page, changes):
    rows = changes["types"]
    most = max((abs(t["bytes"]) for t in rows), default=1) or 1
    page.heading("Types", "objects and bytes, more or less than before")
    page.y += 4
    middle = MARGIN + 560
    for t in rows:
        page.y += LINE_HEIGHT
        page.text(MARGIN + 20, page.y, cut(t["type"], 190))
        page.text(MARGIN + 290, page.y, "{:+,}".format(t["count"]) if t["count"] else "0", anchor="end")
        page.text(MARGIN + 380, page.y, signed(t["bytes"]), anchor="end")
        width = 260 * abs(t["bytes"]) / most if t["bytes"] > 0 else 160 * abs(t["bytes"]) / most
        page.rect(middle if t["bytes"] > 0 else middle - width, page.y - 11, max(1, width), 13,
                  COLORS[0] if t["bytes"] > 0 else COLORS[3])
    page.rect(middle, page.y - LINE_HEIGHT * len(rows) + 4, 1, LINE_HEIGHT * len(rows), LINE)
    if changes["types_left"]["count"]:
        page.y += LINE_HEIGHT
        page.text(MARGIN + 20, page.y, "%d more, %s" % (changes["types_left"]["count"],
                                                      signed(changes["types_left"]["bytes"])), 12, FAINT)


def draw(before, after, limit, title=None):
    names = [os.path.basename(h.dump.name) for h in (before, after)]
    page = Page(title or "From %s to %s" % tuple(names))
    growth = compare.Growth(before, after)
    changes = compare.changes(growth, limit)
    draw_head(page, changes)
    draw_growth(page, changes)
    colors = paint(growth, [r for r in changes["paths"] if not r["depth"]])
    drawn = Map(page, after, colors)
    page.heading("Where it lies afterwards", "%s bytes a row" % number(drawn.per_row))
    drawn.draw()
    drawn.legend()
    draw_types(page, changes)
    return page.finish()
