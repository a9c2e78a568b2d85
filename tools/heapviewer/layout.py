# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What a map of the heap shows: each area as a row of runs, coloured by what lies there."""

from bisect import bisect_left
from collections import Counter, namedtuple

Category = namedtuple("Category", "key letter color text")
# offset and size in bytes within the area; category None: free
Run = namedtuple("Run", "offset size category long_lived pinned")

CATEGORIES = [
    Category("dict", "d", "#4e79a7", "dicts"),
    Category("sequence", "l", "#69b3a2", "lists, tuples, sets"),
    Category("instance", "i", "#59a14f", "instances of classes"),
    Category("text", "s", "#edc948", "str"),
    Category("buffer", "b", "#f28e2b", "bytes, bytearray, array"),
    Category("code", "c", "#b07aa1", "functions and code"),
    Category("class", "k", "#9c755f", "classes and modules"),
    Category("other", "o", "#8cb0d9", "other objects"),
    Category("internal", "n", "#a3a3a3", "constants, interned strings, tables"),
    Category("lost", "x", "#e15759", "garbage"),
]
BY_KEY = {c.key: c for c in CATEGORIES}
FREE = Category(None, ".", "#f1f0ec", "free")

OF_TYPE = {
    "dict": "dict", "list": "sequence", "tuple": "sequence", "set": "sequence", "frozenset": "sequence",
    "str": "text", "bytes": "buffer", "bytearray": "buffer", "array": "buffer", "memoryview": "buffer",
    "function": "code", "(code)": "code", "generator": "code", "type": "class", "module": "class",
    "(constants)": "internal", "(interned strings)": "internal", "(lookup cache)": "internal", "(compiler)": "internal",
    "(other)": "internal",
}


def category_of(heap, block):
    node = heap.nodes.get(block.address)
    if node is None:
        return BY_KEY["lost"]
    owner = node.owner
    if owner.type in OF_TYPE:
        return BY_KEY[OF_TYPE[owner.type]]
    made_in_python = owner.role == "object" and heap.type_address(owner.block) not in heap.dump.types
    return BY_KEY["instance" if made_in_python else "other"]


class Paint:
    """Which block gets which colour: the categories, and a function that says which of their keys a block has."""

    def __init__(self, categories, key_of):
        self.categories, self.key_of = categories, key_of
        self.by_key = {c.key: c for c in categories + [FREE]}


KINDS = Paint(CATEGORIES, lambda heap, block: category_of(heap, block).key)


def runs(heap, area, paint=KINDS):
    """All of an area, neighbours of one kind melted together."""
    if (area, paint) not in heap.runs:
        heap.runs[area, paint] = find_runs(heap, area, paint)
    return heap.runs[area, paint]


def find_runs(heap, area, paint):
    pinned = {root.address for root in heap.dump.roots if root.provider == "pins"}
    end = area.address + area.size
    found, at = [], area.address

    def add(offset, size, category, long_lived, is_pinned):
        last = found[-1] if found else None
        if last and last[2:] == (category, long_lived, is_pinned):
            found[-1] = last._replace(size=last.size + size)
        else:
            found.append(Run(offset, size, category, long_lived, is_pinned))

    addresses = heap.dump.addresses()
    for address in addresses[bisect_left(addresses, at) : bisect_left(addresses, end)]:
        block = heap.dump.blocks[address]
        if block.address > at:
            add(at - area.address, block.address - at, None, False, False)
        add(block.address - area.address, block.size, paint.key_of(heap, block), "L" in block.flags,
            "P" in block.flags or block.address in pinned)
        at = block.address + block.size
    if at < end:
        add(at - area.address, end - at, None, False, False)
    return found


def cells(found, size, cell):
    """The runs of an area of `size` bytes as cells: (category with most bytes or None, long-lived, pinned, bytes
    in use)."""
    count = -(-size // cell)
    uses = [Counter() for _ in range(count)]
    long_lived, pinned = [0] * count, [False] * count
    for run in found:
        if run.category is None:
            continue
        at, end = run.offset, run.offset + run.size
        while at < end:
            index = at // cell
            part = min(end, (index + 1) * cell) - at
            uses[index][run.category] += part
            long_lived[index] += part if run.long_lived else 0
            pinned[index] |= run.pinned
            at += part
    drawn = []
    for i, use in enumerate(uses):
        used = sum(use.values())
        drawn.append((use.most_common(1)[0][0] if use else None, 2 * long_lived[i] > used, pinned[i], used))
    return drawn


def number(n):
    return "{:,}".format(n)


def size_text(n):
    """With its unit, for where a figure need not be exact."""
    for unit in ("B", "KB", "MB", "GB"):
        if n < (10000 if unit == "B" else 1000) or unit == "GB":
            return "%s %s" % (number(n) if isinstance(n, int) else "%.1f" % n, unit)
        n /= 1024


def category_bytes(heap, paint=KINDS):
    """(Category, bytes) of what there is, in the order of the categories, and what is free."""
    sizes = Counter()
    for area in heap.dump.areas:
        for run in runs(heap, area, paint):
            sizes[run.category] += run.size
    return [(c, sizes[c.key]) for c in paint.categories + [FREE] if sizes[c.key]]
