#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Writes the names of characters, for \\N{...}, as tables: gen/ouro_unicode_names.h.

    makeunicodenames.py --output BUILD/gen [--stamp FILE]
    makeunicodenames.py --aliases         rewrites unicode_aliases.txt (CPython 3.11 or 3.12)

The names are those of the Python that builds, current the small tables of makeunicode.py, which stand in
the tree: a megabyte of text that nobody reads is a bad thing to keep, and Unicode promises that a name
once given never changes, so another Python can at most know characters that 3.11 does not.  Aliases, which
Python cannot list, do stand in the tree, as of Unicode 14.

Three kinds of names need no table: Hangul syllables (src/object/unicode/unicode_names.c), and what is a prefix
and the code point in hexadecimal, as two lists of ranges: the unified ideographs, where CPython wants
capitals and takes a leading zero, and the rest, where it does neither.

All others are sorted and cut into blocks of BLOCK names.  In a block a name is the distance of its code
point from that of the name before (a signed number in groups of 7 bits), what it does not share with that
name, and the length of what the next one shares.  Letters and lengths are symbols of one byte; the
symbols left over stand for pairs of symbols, the most frequent pair first (byte pair encoding), a pair
within one name only.  That takes about 6 bytes for a name, and some 400 bytes are read to find one.
"""

import argparse
import collections
import hashlib
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ALIASES = os.path.join(HERE, "unicode_aliases.txt")
UNIFIED = "CJK UNIFIED IDEOGRAPH-"
HANGUL = "HANGUL SYLLABLE "
BLOCK = 64
MAX_DEPTH = 32  # of pairs in pairs; the stack of the reader
LITERAL, END = 0, 1  # first half of the entry of a symbol that is no pair


def read_aliases():
    with open(ALIASES, encoding="ascii") as file:
        for line in file:
            if not line.startswith("#"):
                code, name = line.rstrip("\n").split(";")
                yield int(code, 16), name


def write_aliases():
    """CPython keeps them at private code points, and only its C interface names those."""
    import ctypes

    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    interface = get(unicodedata._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI")
    function = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    name_of = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(function)
    out = ["# SPDX-License-Identifier: MIT\n# SPDX-FileCopyrightText: 2026 The Ouro authors\n#\n"
           "# Made by tools/makeunicodenames.py --aliases (Unicode %s): other names of characters.\n"
           % unicodedata.unidata_version]
    for code in range(0xF0000, 0xF0200):
        buffer = ctypes.create_string_buffer(300)
        if name_of(code, buffer, len(buffer), 1):
            name = buffer.value.decode()
            out.append("%04X;%s\n" % (ord(unicodedata.lookup(name)), name))
    with open(ALIASES, "w", encoding="ascii") as file:
        file.write("".join(out))


def add_range(ranges, prefix, code):
    if ranges and ranges[-1][0] == prefix and ranges[-1][2] == code - 1:
        ranges[-1][2] = code
    else:
        ranges.append([prefix, code, code])


def collect():
    """({name: code}, ranges of the unified ideographs, ranges of other names by rule)"""
    names, unified, others = {}, [], []
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), None)
        if name is None or name.startswith(HANGUL):
            continue
        digits = "%04X" % code
        if name == UNIFIED + digits:
            add_range(unified, UNIFIED, code)
        elif name.endswith("-" + digits):
            add_range(others, name[: -len(digits)], code)
        else:
            names[name] = code
    for code, name in read_aliases():
        if names.setdefault(name, code) != code:
            sys.exit("makeunicodenames: %s is both U+%04X and U+%04X" % (name, code, names[name]))
    return names, unified, others


def shared(a, b):
    return len(os.path.commonprefix((a, b)))


def to_entries(names):
    """One list for each name: letters as numbers, and at the end (END, what the next name shares)."""
    entries = []
    for i, name in enumerate(names):
        start = shared(names[i - 1], name) if i % BLOCK else 0
        following = shared(name, names[i + 1]) if (i + 1) % BLOCK and i + 1 < len(names) else 0
        entries.append([(LITERAL, ord(c)) for c in name[start:]] + [(END, following)])
    return entries


def pair_up(entries):
    """Replaces symbols by bytes, and pairs by a byte as long as there are any; returns the table of bytes."""
    table = sorted({symbol for entry in entries for symbol in entry})
    number = {symbol: i for i, symbol in enumerate(table)}
    count = collections.Counter(tuple(number[s] for s in entry) for entry in entries)
    current = {entry: list(entry) for entry in count}
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for entry, times in count.items():
        for pair in zip(entry, entry[1:]):
            pairs[pair] += times
            where[pair].add(entry)
    depth = [0] * len(table)
    while len(table) < 256:
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        for entry in where.pop(best):
            times, old, new, i = count[entry], current[entry], [], 0
            while i < len(old):
                if tuple(old[i : i + 2]) == best:
                    new.append(len(table))
                    i += 2
                else:
                    new.append(old[i])
                    i += 1
            for pair in zip(old, old[1:]):
                pairs[pair] -= times
            for pair in zip(new, new[1:]):
                pairs[pair] += times
                where[pair].add(entry)
            current[entry] = new
        del pairs[best]
        depth.append(1 + max(depth[best[0]], depth[best[1]]))
        table.append(best)
    plain = len(table) - sum(d > 0 for d in depth)
    # The bytes 0 and 1 are LITERAL and END in the table, so no pair may begin with them: they are lengths,
    # and a length ends a name.
    order = sorted(range(plain), key=lambda i: table[i][0] != END) + list(range(plain, 256))
    place = {old: new for new, old in enumerate(order)}
    if max(depth) > MAX_DEPTH or plain >= 200 or table[order[1]][0] != END:
        sys.exit("makeunicodenames: other symbols than the format has room for")
    symbols = [table[old] if depth[old] == 0 else tuple(place[half] for half in table[old]) for old in order]
    packed = {entry: bytes(place[s] for s in new) for entry, new in current.items()}
    return symbols, [packed[tuple(number[s] for s in entry)] for entry in entries]


def number_bytes(value):
    value = value << 1 if value >= 0 else (-value << 1) - 1
    out = []
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out + [value])


def pack(names):
    ordered = sorted(names)
    symbols, texts = pair_up(to_entries(ordered))
    data, blocks, code = bytearray(), [], 0
    for i, name in enumerate(ordered):
        if i % BLOCK == 0:
            blocks.append(len(data))
            code = 0
        data += number_bytes(names[name] - code) + texts[i]
        code = names[name]
    return symbols, blocks, data


def numbers(items):
    text, line = [], "   "
    for item in items:
        word = " %s," % item
        if len(line) + len(word) > 110:
            text.append(line)
            line = "   "
        line += word
    return "\n".join(text + [line])


def ranges_text(name, ranges):
    return "static const struct name_range %s[] = {\n%s};\n\n" % (
        name, "".join('    {"%s", 0x%x, 0x%x},\n' % tuple(r) for r in ranges))


def header(key):
    names, unified, others = collect()
    symbols, blocks, data = pack(names)
    size = len(data) + 4 * len(blocks) + 512
    return "".join([
        "/* SPDX-License-Identifier: MIT\n * SPDX-FileCopyrightText: 2026 The Ouro authors\n *\n"
        " * Generated by tools/makeunicodenames.py, which explains the format (Unicode %s, key %s): %d names\n"
        " * in %d bytes.\n */\n" % (unicodedata.unidata_version, key, len(names), size),
        "#ifndef OURO_INCLUDED_GEN_OURO_UNICODE_NAMES_H\n#define OURO_INCLUDED_GEN_OURO_UNICODE_NAMES_H\n\n"
        "#include <stdint.h>\n\n"
        "#define NAME_MAX_SIZE %d\n#define NAMES_IN_BLOCK %d\n#define NAME_COUNT %d\n#define NAME_BLOCK_COUNT %d\n"
        "#define NAME_PAIR_DEPTH %d\n\n" % (max(map(len, names)), BLOCK, len(names), len(blocks), MAX_DEPTH),
        "struct name_range {\n    char prefix[32];\n    uint32_t first, last;\n};\n\n",
        ranges_text("name_unified", unified), ranges_text("name_ranges", others),
        "static const uint8_t name_symbols[256][2] = {\n%s\n};\n\n" % numbers("{%d, %d}" % s for s in symbols),
        "static const uint32_t name_blocks[NAME_BLOCK_COUNT] = {\n%s\n};\n\n" % numbers(blocks),
        "static const uint8_t name_data[] = {\n%s\n};\n\n" % numbers(data),
        "#endif /* OURO_INCLUDED_GEN_OURO_UNICODE_NAMES_H */\n",
    ])


def make(folder):
    """Writes the header unless what is there was made from the same things."""
    path = os.path.join(folder, "ouro_unicode_names.h")
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for source in (os.path.abspath(__file__), ALIASES):
        with open(source, "rb") as file:
            digest.update(file.read())
    key = digest.hexdigest()[:16]
    try:
        with open(path, encoding="ascii") as file:
            if re.search(r"key %s\b" % key, file.read(1000)):
                return
    except OSError:
        pass
    os.makedirs(folder, exist_ok=True)
    with open("%s.%d" % (path, os.getpid()), "w", encoding="ascii") as file:
        file.write(header(key))
    os.replace("%s.%d" % (path, os.getpid()), path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", help="folder of the header")
    parser.add_argument("--stamp", help="touch this file afterwards")
    parser.add_argument("--aliases", action="store_true", help="rewrite tools/unicode_aliases.txt instead")
    options = parser.parse_args()
    if options.aliases:
        write_aliases()
    elif options.output:
        make(options.output)
        if options.stamp:
            with open(options.stamp, "w"):
                pass
    else:
        parser.error("--output or --aliases is needed")


if __name__ == "__main__":
    main()
