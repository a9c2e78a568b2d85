# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The map of the areas, to scale, as SVG."""

from heapviewer import layout
from heapviewer.layout import number, size_text
from heapviewer.page import FAINT, INNER, MARGIN

OFFSETS = 64  # pixels for what stands in front of the rows
LEFT, MAP_WIDTH = MARGIN + OFFSETS, INNER - OFFSETS
MOST_ROWS, ROW, GAP = 64, 14, 3
FOLDED = 4  # so many empty rows or more become one
MOST_RUNS = 12000  # beyond, cells of two pixels are drawn instead of runs
PINNED, LONG_LIVED = "#111111", "#3b3b3b"


def empty_rows(found, per_row):
    """Rows in which nothing lies, in long sequences: {first: count}."""
    gaps = {}
    for run in found:
        if run.category is None:
            first, last = -(-run.offset // per_row), (run.offset + run.size) // per_row
            if last - first >= FOLDED:
                gaps[first] = last - first
    return gaps


class Map:
    def __init__(self, page, heap, paint=layout.KINDS):
        self.page, self.heap, self.paint = page, heap, paint
        self.per_row = self.row_bytes()

    def row_bytes(self):
        """Bytes of a row: a power of two granules, so that there are not too many rows."""
        size = 64 * self.heap.dump.stats.get("granule", 16)
        while True:
            rows = 0
            for area in self.heap.dump.areas:
                gaps = empty_rows(layout.runs(self.heap, area, self.paint), size)
                rows += -(-area.size // size) - sum(count - 1 for count in gaps.values())
            if rows <= MOST_ROWS:
                return size
            size *= 2

    def draw(self):
        areas = self.heap.dump.areas
        for i, area in enumerate(areas):
            if len(areas) > 1:
                self.page.y += 16
                self.page.text(MARGIN, self.page.y, "area %d, %s" % (i + 1, size_text(area.size)), 12, FAINT)
            self.page.y += 6
            self.draw_area(area)

    def draw_area(self, area):
        found = layout.runs(self.heap, area, self.paint)
        gaps = empty_rows(found, self.per_row)
        if len(found) > MOST_RUNS:
            cell = self.per_row * 2 // MAP_WIDTH
            drawn = layout.cells(found, area.size, cell)
            found = [layout.Run(i * cell, min(cell, area.size - i * cell), *c[:3]) for i, c in enumerate(drawn)]
        places = self.place_rows(-(-area.size // self.per_row), gaps)
        labels = [(row, y) for row, y in enumerate(places) if y is not None]
        for i, (row, y) in enumerate(labels):
            if i % 4 == 0 or row in gaps:
                self.page.text(LEFT - 8, y + ROW - 3, number(row * self.per_row), 11, FAINT, anchor="end")
        for run in found:
            self.draw_run(places, run)
        for row, count in gaps.items():
            self.page.text(LEFT + MAP_WIDTH / 2, places[row] + ROW - 3, "\u22ee  %d rows, %s, free  \u22ee" % (
                count, size_text(count * self.per_row)), 11, FAINT, anchor="middle")

    def place_rows(self, rows, gaps):
        """The y of each row; rows of a gap have the one of the line that stands for them."""
        places, skip_to = [], 0
        for row in range(rows):
            if row < skip_to:
                places.append(None)
                continue
            places.append(self.page.y)
            skip_to = row + gaps.get(row, 0)
            self.page.y += ROW + GAP
        return places

    def draw_run(self, places, run):
        """A run may go over several rows."""
        scale = MAP_WIDTH / self.per_row
        category = self.paint.by_key[run.category]
        at, end = run.offset, run.offset + run.size
        tip = "%s, %s bytes at +%s%s%s" % (category.text, number(run.size), number(run.offset),
                                           ", long-lived" if run.long_lived else "", ", pinned" if run.pinned else "")
        while at < end:
            row, column = divmod(at, self.per_row)
            size = min(end - at, self.per_row - column)
            x, y, width = LEFT + column * scale, places[row], max(size * scale - 0.4, 0.4)
            at += size
            if y is None:
                continue
            self.page.rect(x, y, width, ROW, category.color, tip)
            if run.long_lived:
                self.page.rect(x, y + ROW - 2, width, 2, LONG_LIVED)
            if run.pinned:
                self.page.rect(x, y, max(width, 1.2), 3, PINNED)

    def legend(self):
        entries = [(c.color, "%s %s" % (c.text, size_text(size)), None)
                   for c, size in layout.category_bytes(self.heap, self.paint)]
        found = [run for area in self.heap.dump.areas for run in layout.runs(self.heap, area, self.paint)]
        if any(run.long_lived for run in found):
            entries.append(("#ffffff", "long-lived", (11, 2, LONG_LIVED)))
        if any(run.pinned for run in found):
            entries.append(("#ffffff", "pinned", (0, 3, PINNED)))
        self.page.legend(entries, LEFT)
