#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Makes constant C data of precompiled files, for modules whose code runs in place from ROM.

    freeze.py --folder FOLDER --c OUT.c --names OUT.txt [a.oc package/__init__.oc package/b.oc ...]

Writes OUT.txt (the names that the modules use, one a line in hexadecimal, for makenames.py, so that they are interned
strings in ROM) and OUT.c (src/object/code/frozen.h says what is in it).  The files, whose paths in FOLDER say the names of the
modules, are to be made with `ouro -o`, and docs/precompiled.md describes them.  tools/freeze.cmake does all that.
"""

import argparse
import os
import struct
import sys
import zlib

from makenames import SPDX, fnv1a, write_if_changed


class Reader:
    def __init__(self, path):
        self.path = path
        with open(path, "rb") as f:
            self.data = f.read()
        head = self.data[:16]
        size, checksum = struct.unpack("<II", head[8:16]) if len(head) == 16 else (0, 0)
        if head[:4] != b"\x93OC\n" or head[4] != 2 or head[7] or len(self.data) != 16 + size:
            sys.exit("freeze: %s is no precompiled file of this version" % path)
        if zlib.crc32(self.data[16:]) != checksum:
            sys.exit("freeze: %s is damaged" % path)
        self.at = 16

    def take(self, n):
        self.at += n
        return self.data[self.at - n : self.at]

    def size(self):
        n = shift = 0
        while True:
            byte = self.take(1)[0]
            n |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return n

    def align(self):
        self.at += -self.at % 8

    def code(self):
        size = self.size()
        self.align()
        return self.take(size)

    def value(self):
        """(letter, contents)"""
        tag = chr(self.take(1)[0])
        if tag == "C":
            return tag, self.code()
        if tag in "NSB":
            return tag, self.take(self.size())
        if tag == "I":
            negative, n = self.take(1)[0], self.size()
            value = int.from_bytes(self.take(4 * n), "little")
            return tag, -value if negative else value
        if tag == "F":
            return tag, struct.unpack("<d", self.take(8))[0]
        if tag in "TR":
            return tag, [self.value() for _ in range(self.size())]
        if tag in "ntfe":
            return tag, None
        sys.exit("freeze: %s: a constant %r" % (self.path, tag))

    def pool(self):
        return [self.value() for _ in range(self.size())]

    def statements(self):
        self.align()
        while True:
            tag = self.take(1)
            if tag == b"Z":
                return
            pool = self.pool()
            yield pool, self.code()


def is_rom_name(data):
    if max(data, default=0) < 128:
        return True
    if data.decode().isidentifier():
        sys.exit("freeze: the name %s: only ASCII names can be frozen" % data.decode())
    return False


def name_constant(data):
    return "OU_NAME_x_" + data.hex() if data else "OU_NAME_"


def rotate(bits, width):
    mask = (1 << width) - 1
    return (((bits << 3) | (bits >> (width - 3))) + 1) & mask


class Writer:
    """Each method gives the C expression of a value; what it refers to has been written before."""

    def __init__(self):
        self.out, self.count, self.names = [], 0, set()

    def object(self, fields, values, width=None):
        """width: on machines of this word size only"""
        self.count += 1
        text = "OU_ROM_ALIGN static const struct {\n    ou_val type;\n    %s\n} c%d = {%s};\n" % (
            fields, self.count, values)
        self.out.append("#if OU_WORD_BITS == %d\n%s#endif\n" % (width, text) if width else text)
        return "OU_ROM(&c%d)" % self.count

    @staticmethod
    def bytes(data):
        lines = [", ".join("%d" % b for b in data[i : i + 24]) for i in range(0, len(data), 24)]
        return ",\n    ".join(lines)

    def text(self, type_name, data, flag):
        size = "uint32_t size;\n#if OU_WORD_BITS == 64\n    uint32_t hash;\n#endif\n    uint8_t data[%d];" % max(len(data), 1)
        return self.object(size, "OU_ROM(&%s), %s,\n#if OU_WORD_BITS == 64\n    %uu,\n#endif\n    {%s}" %
                           (type_name, "%uu" % (len(data) | flag), fnv1a(data) or 1, self.bytes(data) or "0"))

    def choice(self, wide, narrow):
        if wide == narrow:
            return wide
        self.count += 1
        self.out.append("#if OU_WORD_BITS == 64\n#define C%d %s\n#else\n#define C%d %s\n#endif\n" %
                        (self.count, wide, self.count, narrow))
        return "C%d" % self.count

    def big(self, value, width=None):
        digits, rest = [], abs(value)
        while rest:
            digits.append("0x%xu" % (rest & 0xFFFFFFFF))
            rest >>= 32
        return self.object("int32_t size;\n    uint32_t digits[%d];" % len(digits), "OU_ROM(&ou_type_int), %d, {%s}" %
                           (len(digits) if value > 0 else -len(digits), ", ".join(digits)), width)

    def int(self, value):
        if -(1 << 29) <= value < 1 << 29:
            return "OU_SMALL_CONST(%d)" % value
        wide = "OU_SMALL_CONST(%dLL)" % value if -(1 << 61) <= value < 1 << 61 else None
        big = self.big(value, 32 if wide else None)
        return self.choice(wide or big, big)

    def float(self, value):
        words = []
        for width, letters, c_type in ((64, "dQ", "double"), (32, "fI", "float")):
            try:
                data = struct.pack("<" + letters[0], value)
            except OverflowError:
                data = struct.pack("<f", float("inf") if value > 0 else float("-inf"))
            word = rotate(struct.unpack("<" + letters[1], data)[0], width)
            if word & 2:
                words.append("(ou_val)0x%x%s" % (word, "ull" if width == 64 else "u"))
                continue
            bits = struct.unpack("<" + letters[1], data)[0]
            integer = "uint64_t" if width == 64 else "uint32_t"
            words.append(self.object(integer + " bits; /* of a %s */" % c_type, "OU_ROM(&ou_type_float), 0x%x%s" %
                                     (bits, "ull" if width == 64 else "u"), width))
        return self.choice(words[0], words[1])

    def tuple(self, items):
        values = [self.value(item) for item in items]
        self.count += 1
        self.out.append("OU_ROM_ALIGN static const ou_val c%d[] = {OU_ROM(&ou_type_tuple), %s};\n" %
                        (self.count, ", ".join(["OU_SMALL_CONST(%d)" % len(items)] + values)))
        return "OU_ROM(c%d)" % self.count

    def code(self, data):
        self.count += 1
        self.out.append("OU_ROM_ALIGN static const uint8_t c%d[] = {\n    %s};\n" % (self.count, self.bytes(data)))
        return "OU_ROM(c%d)" % self.count

    def value(self, entry):
        tag, v = entry
        if tag == "N" and is_rom_name(v):
            self.names.add(v)
            return "OU_INTERNED(%s)" % name_constant(v)
        if tag in "NS":
            return self.text("ou_type_str", v, 0x80000000 if max(v) < 128 else 0)
        if tag == "B":
            return self.text("ou_type_bytes", v, 0)
        if tag in "TR":  # a frozenset stands only after `in`, where a tuple gives the same answer
            return self.tuple(v)
        simple = {"n": "OU_NONE", "t": "OU_TRUE", "f": "OU_FALSE", "e": "OU_ELLIPSIS"}
        return simple[tag] if tag in simple else {"I": self.int, "F": self.float, "C": self.code}[tag](v)

    def pool(self, entries):
        values = [self.value(e) for e in entries]
        self.count += 1
        self.out.append("OU_ROM_ALIGN static const ou_val c%d[] = {\n    %s};\n" %
                        (self.count, ",\n    ".join(values) or "OU_NONE"))
        return "c%d" % self.count

    def module(self, folder, path):
        """path, in the folder: the name of the module, with slashes"""
        reader = Reader(os.path.join(folder, path))
        filename = self.value(reader.value())
        entries = list(reader.pool())
        code_bytes = sum(len(v) + 12 for tag, v in entries if tag == "C")  # 12: the function
        pool = self.pool(entries)
        statements = []
        for own, code in reader.statements():
            own = self.pool(own)
            statements.append("{%s, %s}" % (own, self.code(code)))
        self.count += 1
        self.out.append("static const struct ou_frozen_statement c%d[] = {\n    %s};\n" %
                        (self.count, ",\n    ".join(statements) or "{0, 0}"))
        parts = path[:-3].split("/")
        package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if package else parts)
        if not all(part.isidentifier() and part.isascii() for part in name.split(".")):
            sys.exit("freeze: %s cannot be the name of a module" % path)
        return '{"%s", %s, %s, c%d, %d, %d, %d}' % (name, filename, pool, self.count, len(statements), code_bytes, package)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folder", required=True)
    parser.add_argument("--c", required=True)
    parser.add_argument("--names", required=True)
    parser.add_argument("--stamp", help="a file to touch when done")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    writer = Writer()
    modules = [writer.module(options.folder, path) for path in sorted(options.files)]
    out = [SPDX, " *\n * Generated by tools/freeze.py.  Modules whose code lies in ROM.\n */\n",
           '#include "object/code/frozen.h"\n#include "object/core/object.h"\n#include "ouro_names.h"\n\n']
    out += writer.out
    out.append("static const struct ou_frozen_module table[] = {\n    %s\n};\n" % ",\n    ".join(modules + ["{0}"]))
    out.append("const struct ou_frozen_module *const ou_frozen_modules = table;\n")
    write_if_changed(options.c, "".join(out))
    write_if_changed(options.names, "".join(sorted(n.hex() + "\n" for n in writer.names if n)))
    if options.stamp:
        with open(options.stamp, "w"):
            pass


if __name__ == "__main__":
    main()
