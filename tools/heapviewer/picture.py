# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A heap dump as a picture: the map of every area to scale, the types, who keeps most alive.

The same heap gives the same picture: neither addresses nor times stand in it.
"""

import os

from heapviewer import layout, tables
from heapviewer.heap_map import Map
from heapviewer.layout import number, size_text
from heapviewer.page import FAINT, INNER, MARGIN, SHADE, WIDTH, Page, cut

LINE_HEIGHT = 18
TYPES_WIDTH, HOLDERS = 300, MARGIN + 330  # the types stand on the left, who keeps most alive on the right
OWNERS = {  # of all memory: name in the dump -> (colour, text)
    "areas": ("#4e79a7", "heap"), "vm_stack": ("#59a14f", "VM stack"), "scratch": ("#f28e2b", "compiler"),
    "interned": ("#b07aa1", "names"), "buffers": ("#edc948", "buffers of C code"), "vm": ("#9c755f", "VM structure"),
    "other": ("#a3a3a3", "other"),
}


def draw_summary(page, heap):
    stats = heap.dump.stats
    page.y += 6
    page.text(MARGIN, page.y, page.title, 19, bold=True)
    page.y += 22
    parts = ["%s of %s in use (%d%%)" % (size_text(stats["used"]), size_text(stats["total"]),
                                         100 * stats["used"] // max(stats["total"], 1)),
             "largest free run %s" % size_text(stats["largest"]), "at most %s in use" % size_text(stats["peak"]),
             "%s collection%s" % (number(stats["collections"]), "" if stats["collections"] == 1 else "s")]
    page.text(MARGIN, page.y, "Heap: " + "  \u00b7  ".join(parts), 12, FAINT)
    page.y += 12
    draw_outer(page, heap.dump)


def draw_outer(page, dump):
    """One bar for all memory, by owner."""
    total, used = dump.stats["outer_total"], dump.stats["outer_used"]
    whole = total if 8 * used > total else used
    page.text(MARGIN, page.y + 6, "All memory: %s of %s in use%s" % (
        size_text(used), size_text(total), "" if whole == total else " (the bar: what is in use)"), 12, FAINT)
    page.y += 16
    x, scale, legend = MARGIN, INNER / max(whole, 1), []
    page.rect(x, page.y, INNER, 14, layout.FREE.color)
    for name, n in dump.outer.items():
        color, text = OWNERS.get(name, ("#a3a3a3", name))
        if n:
            page.rect(x, page.y, n * scale, 14, color, "%s: %s bytes" % (text, number(n)))
            x += n * scale
            legend.append((color, "%s %s" % (text, size_text(n)), None))
    page.y += 14
    page.legend(legend + [(layout.FREE.color, "free %s" % size_text(total - used), None)])


def draw_types(page, heap, limit):
    rows = tables.types(heap)
    most = max((t.bytes for t in rows), default=1)
    colors = {}
    for node in heap.nodes.values():
        if node.owner is node and node.type not in colors:
            colors[node.type] = layout.category_of(heap, node.block).color
    page.heading("Types")
    page.y += LINE_HEIGHT - 4
    for x, text, anchor in ((0, "type", "start"), (160, "objects", "end"), (225, "size", "end")):
        page.text(MARGIN + x, page.y, text, 12, FAINT, anchor=anchor)
    for t in rows[:limit]:
        page.y += LINE_HEIGHT
        page.text(MARGIN, page.y, cut(t.name, 115))
        page.text(MARGIN + 160, page.y, number(t.count) if t.count else "", anchor="end")
        page.text(MARGIN + 225, page.y, size_text(t.bytes), anchor="end")
        page.rect(MARGIN + 233, page.y - 10, max(1, (TYPES_WIDTH - 233) * t.bytes / most), 12, colors.get(t.name, "#a3a3a3"))
    if len(rows) > limit:
        page.y += LINE_HEIGHT
        page.text(MARGIN, page.y, "%d more, %s" % (len(rows[limit:]), size_text(sum(t.bytes for t in rows[limit:]))), 12, FAINT)


def draw_holders(page, heap, limit):
    page.heading("Who keeps most alive", x=HOLDERS)
    rows = tables.holders(heap, limit)
    most = max((h.retained for h in rows if not h.rest), default=1)
    page.y += LINE_HEIGHT - 4
    for x, text, anchor in ((0, "type", "start"), (165, "keeps", "end"), (180, "path", "start")):
        page.text(HOLDERS + x, page.y, text, 12, FAINT, anchor=anchor)
    above = []
    for h in rows:
        page.y += LINE_HEIGHT
        indent = 180 + 10 * h.depth
        if h.rest:
            page.text(HOLDERS + 165, page.y, size_text(h.retained), 12, FAINT, anchor="end")
            page.text(HOLDERS + indent, page.y, "%s more" % number(h.rest), 12, FAINT)
            continue
        page.rect(HOLDERS, page.y - 13, 165 * h.retained / most, 16, SHADE)
        page.text(HOLDERS + 2, page.y, cut(h.type, 95))
        page.text(HOLDERS + 165, page.y, size_text(h.retained), anchor="end")
        many = "  " + tables.each([n.retained for n in h.members]) if len(h.members) > 1 else ""
        room = WIDTH - MARGIN - HOLDERS - indent - 7.4 * len(many)
        page.text(HOLDERS + indent, page.y, cut(tables.below(above, h.depth, h.path), room) + many)


def draw(heap, limit, title=None):
    page = Page(title or os.path.basename(heap.dump.name))
    draw_summary(page, heap)
    drawn = Map(page, heap)
    page.heading("Map of the heap", "%s bytes a row; in front of it: offset in bytes" % number(drawn.per_row))
    drawn.draw()
    drawn.legend()
    top = page.y
    draw_types(page, heap, limit)
    bottom, page.y = page.y, top
    draw_holders(page, heap, limit)
    page.y = max(bottom, page.y)
    return page.finish()
