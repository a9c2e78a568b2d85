# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Reads the text of a heap dump; docs/introspection.md describes the records."""

import re
from collections import namedtuple

VERSIONS = ("1", "2")
WORD = re.compile(r' (?:(\d+)(?:@([0-9a-f]+)(?:~"([^"]*)")?|\*([0-9a-f]+)|=(-?\d+)|"([^"]*)")|~"([^"]*)")')
ESCAPE = re.compile(r"\\x([0-9a-f]{2})")
QUOTED = re.compile(r'"([^"]*)"')

Area = namedtuple("Area", "address size")
Root = namedtuple("Root", "provider role address label")
Frame = namedtuple("Frame", "line file function")
Field = namedtuple("Field", "role label")
Edge = namedtuple("Edge", "role address label")


class BadDump(Exception):
    pass


class Block:
    """refs: (word, address) of blocks; the other words by number: types in ROM, ints, interned text.
    names: of the variables that words stand for."""

    __slots__ = ("address", "size", "kind", "flags", "refs", "rom", "ints", "texts", "names", "note", "by_word")

    def __init__(self, address, size, kind, flags):
        self.address, self.size, self.kind, self.flags = address, size, kind, flags
        self.refs, self.rom, self.ints, self.texts, self.names, self.note = [], {}, {}, {}, {}, []
        self.by_word = None

    def at(self, word):
        """The address that a word holds, or None."""
        if self.by_word is None:
            self.by_word = dict(self.refs)
        return self.by_word.get(word)


class Dump:
    def __init__(self, name):
        self.name = name
        self.stats, self.outer = {}, {}
        self.areas, self.frames, self.roots = [], [], []
        self.types, self.fields, self.like, self.edges = {}, {}, {}, {}
        self.blocks = {}
        self.in_order = None

    def addresses(self):
        """Of all blocks, in order."""
        if self.in_order is None:
            self.in_order = sorted(self.blocks)
        return self.in_order


def unescape(text):
    return ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), text) if "\\" in text else text


def texts_of(line):
    return [unescape(t) for t in QUOTED.findall(line)]


def read_block(dump, line):
    fields = line.split(" ", 4)
    block = Block(int(fields[1], 16), int(fields[2]), fields[3][0], fields[3][1:])
    for word, ref, name, rom, number, text, note in WORD.findall(" " + fields[4] if len(fields) > 4 else ""):
        if not word:
            block.note.append(unescape(note))
        elif ref:
            block.refs.append((int(word), int(ref, 16)))
            if name:
                block.names[int(word)] = unescape(name)
        elif rom:
            block.rom[int(word)] = int(rom, 16)
        elif number:
            block.ints[int(word)] = int(number)
        else:
            block.texts[int(word)] = unescape(text)
    dump.blocks[block.address] = block


def read_record(dump, kind, line):
    fields = line.split(" ")
    if kind == "stat":
        dump.stats[fields[1]] = int(fields[2])
    elif kind == "outer":
        dump.outer[fields[1]] = int(fields[2])
    elif kind == "area":
        dump.areas.append(Area(int(fields[1], 16), int(fields[2])))
    elif kind == "type":
        dump.types[int(fields[1], 16)] = texts_of(line)[0]
    elif kind == "like":
        dump.like[int(fields[1], 16)] = int(fields[2], 16)
    elif kind == "field":
        of_type = dump.fields.setdefault(int(fields[1], 16), {})
        of_type[int(fields[2])] = Field(fields[3], texts_of(line)[0])
    elif kind == "root":
        dump.roots.append(Root(fields[1], fields[2], int(fields[3], 16), texts_of(line)[0]))
    elif kind == "edge":
        edge = Edge(fields[2], int(fields[3], 16), texts_of(line)[0])
        dump.edges.setdefault(int(fields[1], 16), []).append(edge)
    elif kind == "frame":
        texts = texts_of(line)
        dump.frames.append(Frame(int(fields[2]), texts[0], ".".join(texts[1:])))
    else:
        raise BadDump("%s: what is a record '%s'?" % (dump.name, kind))


def read(path):
    with open(path, encoding="utf-8", errors="replace", newline="\n") as f:
        return parse(path, f)


def parse(name, lines):
    dump = Dump(name)
    lines = iter(lines)
    if next(lines, "").strip() not in ["ouro-heap " + v for v in VERSIONS]:
        raise BadDump("%s: this is no heap dump, or one of another version" % name)
    end = None
    try:
        for line in lines:
            line = line.rstrip("\n")
            kind = line.split(" ", 1)[0]
            if kind == "b":
                read_block(dump, line)
            elif kind == "end":
                end = int(line.split(" ")[2])
            elif kind:
                read_record(dump, kind, line)
    except (ValueError, IndexError) as error:
        raise BadDump("%s: %r: %s" % (name, line[:80], error)) from None
    if end != len(dump.blocks):
        raise BadDump("%s: the end is missing" % name)
    dump.areas.sort()
    return dump
