#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Packs the texts of exceptions of an image (OU_PACKED_TEXTS).

    packtexts.py IMAGE OUT.c            reads the messages off an image linked without them, and writes their tables
    packtexts.py --check IMAGE IMAGE2   the image linked with them has the same messages in the same places

The messages stand in the section .ou_text, which is no part of what is loaded: every 256 bytes one, the address of
the exception's type and the format of its text.  The code gives their address there, so its number, to
ou_raise_message (src/object/errors/message.c, which describes the tables, too).  Pairs of symbols that are frequent become
a symbol of their own, again and again (byte-pair encoding), and frequent symbols get short codes.

With --terse only the values of a text are left, in their quotes, and what stands for them: "'%T' object has no
attribute '%v'" is "'%T' '%v'".  A text without values is left out: the type of the exception has to do.  SyntaxErrors
keep theirs.
"""

import argparse
import collections
import itertools
import re
import struct
import sys

SLOT = 256  # OU_MESSAGE_SLOT
# Of message.c:
TEXT_MAX, DEPTH_MAX, GROUP, TYPE_BITS, NUMBER_BITS, SYMBOL_BITS = 192, 24, 4, 5, 12, 10
END = 0  # the symbol behind each text


class Image:
    """What is needed of an ELF file: little-endian, 32 bits."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.data = f.read()
        if self.data[:6] != b"\x7fELF\1\1":
            sys.exit("packtexts: %s is no 32-bit little-endian ELF file" % path)
        offset, = struct.unpack_from("<I", self.data, 32)
        size, count, names = struct.unpack_from("<HHH", self.data, 46)
        heads = [struct.unpack_from("<10I", self.data, offset + i * size) for i in range(count)]
        text = heads[names]
        self.sections = {self.string(text, head[0]): head for head in heads}
        self.heads = heads

    def string(self, table, at):
        start = table[4] + at
        return self.data[start : self.data.index(b"\0", start)].decode()

    def content(self, name):
        head = self.sections.get(name)
        return self.data[head[4] : head[4] + head[5]] if head else b""

    def globals(self):
        """address -> name, of what other files can refer to: also types of exceptions that the optimiser at link time
        made local, because nothing outside of what it saw referred to them"""
        head, found = self.sections[".symtab"], {}
        for at in range(head[4], head[4] + head[5], 16):
            name, value, _, info, _, _ = struct.unpack_from("<IIIBBH", self.data, at)
            if info & 15 != 1:
                continue
            text = self.string(self.heads[head[6]], name)
            if info >> 4 == 1 or re.fullmatch(r"ou_exc_\w+", text):
                found[value] = text
        return found


def messages(image):
    """(name of the type, format) of each"""
    content, names = image.content(".ou_text"), image.globals()
    found = []
    for at in range(0, len(content), SLOT):
        slot = content[at : at + SLOT]
        address, = struct.unpack_from("<I", slot)
        text = slot[4:].split(b"\0")[0]
        if slot[4 + len(text) :].strip(b"\0") or len(text) >= TEXT_MAX or any(c >= 128 for c in text):
            sys.exit("packtexts: a message is too long, not ASCII, or in the wrong place: %r" % slot)
        if address not in names:
            sys.exit("packtexts: the type of %r is local to its file: (ou_raise)(...) is for such" % text)
        found.append((names[address], text))
    return found


def terse(name, text):
    if name in ("ou_exc_SyntaxError", "ou_exc_IndentationError", "ou_exc_ImportError"):
        return text
    return b" ".join(re.findall(rb"'%z?[a-zA-Z]'|%z?[a-zA-Z%]", text))


def replace(sequence, pair, code):
    out, i = [], 0
    while i < len(sequence):
        if i + 1 < len(sequence) and (sequence[i], sequence[i + 1]) == pair:
            out.append(code)
            i += 2
        else:
            out.append(sequence[i])
            i += 1
    return out


def pack(texts):
    """(texts as lists of symbols, {symbol: pair}): a symbol below 128 is a character."""
    packed, pairs, depth = [list(t) for t in texts], {}, collections.Counter()
    count, where = collections.Counter(), collections.defaultdict(set)  # of each pair: how often; in which texts
    for i, sequence in enumerate(packed):
        for pair in zip(sequence, sequence[1:]):
            count[pair] += 1
            where[pair].add(i)
    while len(pairs) < (1 << SYMBOL_BITS) - 128:
        n, pair = max(((n, pair) for pair, n in count.items()
                       if n >= 4  # fewer: the pair itself takes as much as it saves
                       and max(depth[pair[0]], depth[pair[1]]) < DEPTH_MAX - 1), default=(0, None))
        if not n:
            break
        symbol = 128 + len(pairs)
        depth[symbol] = 1 + max(depth[pair[0]], depth[pair[1]])
        pairs[symbol] = pair
        for i in where.pop(pair):
            count.subtract(zip(packed[i], packed[i][1:]))
            packed[i] = replace(packed[i], pair, symbol)
            for new in zip(packed[i], packed[i][1:]):
                count[new] += 1
                where[new].add(i)
    return packed, pairs


class Stream:
    def __init__(self):
        self.value, self.size = 0, 0

    def put(self, value, bits):
        assert value < 1 << bits
        self.value |= value << self.size
        self.size += bits

    def align(self):
        self.size = (self.size + 7) // 8 * 8
        return self.size // 8

    def bytes(self):
        return self.value.to_bytes((self.size + 7) // 8, "little")


def best_widths(frequencies):
    """The widths of the four classes of codes: frequencies falls."""
    before = [0] + list(itertools.accumulate(frequencies))
    best = None
    for widths in itertools.combinations_with_replacement(range(2, SYMBOL_BITS + 1), 4):
        start = bits = 0
        for width in widths:
            end = min(start + (1 << width), len(frequencies))
            bits += (2 + width) * (before[end] - before[start])
            start = end
        if start == len(frequencies) and (best is None or bits < best[0]):
            best = bits, widths
    return best[1]


def put_code(stream, widths, rank):
    for i, width in enumerate(widths):
        if rank < 1 << width:
            stream.put(i, 2)
            stream.put(rank, width)
            return
        rank -= 1 << width


def source(found):
    types = sorted({name for name, _ in found})
    distinct = list(dict.fromkeys(found))
    packed, pairs = pack([text for _, text in distinct])
    count = collections.Counter(itertools.chain([END] * len(packed), *pairs.values(), *packed))
    count.subtract(itertools.chain(*pairs.values()))  # there, but in no text
    symbols = [END] + [symbol for symbol, _ in count.most_common() if symbol != END]
    rank = {symbol: i for i, symbol in enumerate(symbols)}
    widths = best_widths([count[symbol] for symbol in symbols])
    texts, table, starts, first = Stream(), Stream(), [], {}
    for number, message in enumerate(found):
        if number % GROUP == 0:
            starts.append(texts.align())
        if message in first:
            texts.put(len(types), TYPE_BITS)
            texts.put(first[message], NUMBER_BITS)
            continue
        first[message] = number
        texts.put(types.index(message[0]), TYPE_BITS)
        for symbol in packed[distinct.index(message)] + [END]:
            put_code(texts, widths, rank[symbol])
    for symbol in symbols:
        left, right = pairs.get(symbol, (symbol, END))
        table.put(rank[left] if right else left, SYMBOL_BITS)
        table.put(rank[right], SYMBOL_BITS)
    if (starts[-1] > 0xFFFF or len(types) >= 1 << TYPE_BITS or len(found) > 1 << NUMBER_BITS or
            len(symbols) > 1 << SYMBOL_BITS):
        sys.exit("packtexts: too many messages")
    out = ["/* SPDX-License-Identifier: MIT\n * SPDX-FileCopyrightText: 2026 The Ouro authors\n *\n"
           " * Generated by tools/packtexts.py: %d messages, %d of them different, of %d bytes.\n */\n"
           "#include <ouro/ouro.h>\n\n" %
           (len(found), len(distinct), sum(len(text) + 1 for text in {text for _, text in found}))]
    numbers = lambda name, kind, values: (
        "extern const %s %s[];\nconst %s %s[] = {\n%s};\n" %
        (kind, name, kind, name, "".join("    " + "".join("%d, " % v for v in values[i : i + 16]).rstrip() + "\n"
                                         for i in range(0, len(values), 16))))
    out.append(numbers("ou_packed_texts", "uint8_t", list(texts.bytes()) + [0, 0]))
    out.append(numbers("ou_packed_symbols", "uint8_t", list(table.bytes()) + [0, 0]))
    out.append(numbers("ou_packed_starts", "uint16_t", starts))
    out.append(numbers("ou_packed_widths", "uint8_t", widths))
    out += ["extern const struct ou_type %s;\n" % name for name in types]
    out.append("extern const struct ou_type *const ou_packed_types[];\nconst struct ou_type *const ou_packed_types[] = {\n")
    out += ["    &%s,\n" % name for name in types]
    return "".join(out) + "    NULL};\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--terse", action="store_true", help="values without words")
    parser.add_argument("image")
    parser.add_argument("out")
    options = parser.parse_args()
    found = messages(Image(options.image))
    if options.terse:
        found = [(name, terse(name, text)) for name, text in found]
    if options.check:
        if messages(Image(options.out)) != messages(Image(options.image)):
            sys.exit("packtexts: the messages of %s are not those that were packed" % options.out)
        return
    with open(options.out, "w", encoding="ascii") as f:
        f.write(source(found))


if __name__ == "__main__":
    main()
