#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Writes src/object/unicode/unicode_tables.h from Python's own Unicode database.

Run by hand when Unicode changes.  Unassigned code points count as whatever makes the tables shortest.
Everything beyond U+FFFF is kept as an offset from 0x10000, so that all entries have 16 bits; the
ideographs of planes 2 and 3 are a rule in unicode.c.
"""

import os
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src", "object", "unicode_tables.h")


def ranges(predicate, low, high):
    found, current = [], None
    for code in range(low, high):
        char = chr(code)
        if unicodedata.category(char) in ("Cn", "Cs"):
            continue
        if predicate(char):
            if current:
                current[1] = code
            else:
                current = [code, code]
        elif current:
            found.append(current)
            current = None
    if current:
        found.append(current)
    return found


def case_runs(low, high):
    """Lowercase mappings as (first, last, step, delta)."""
    runs = []
    for code in range(low, high):
        char = chr(code)
        lower = char.lower()
        if len(lower) != 1 or lower == char:
            continue
        delta = ord(lower) - code
        if runs:
            first, last, step, d = runs[-1]
            if d == delta and ((step == 0 and code - last <= 2) or code - last == step):
                runs[-1] = (first, code, code - last, d)
                continue
        runs.append((code, code, 0, delta))
    return runs


def upper_exceptions(low, high):
    """Uppercase mappings that are no lowercase mapping read backwards."""
    runs = []
    for code in range(low, high):
        char = chr(code)
        upper = char.upper()
        if len(upper) != 1 or upper == char or upper.lower() == char:
            continue
        runs.append((code, ord(upper)))
    return runs


def emit(out, name, items, comment):
    out.append("/* %s */\nstatic const uint16_t %s[] = {" % (comment, name))
    line = "\n   "
    for item in items:
        text = " 0x%x," % (item & 0xFFFF)
        if len(line) + len(text) > 105:
            out.append(line)
            line = "\n   "
        line += text
    out.append(line + "\n};\n")


def flat(pairs, base=0):
    return [x - base for pair in pairs for x in pair]


def main():
    out = [
        "/* SPDX-License-Identifier: MIT\n * SPDX-FileCopyrightText: 2026 The Ouro authors\n *\n"
        " * Made by tools/makeunicode.py (Unicode %s); unicode.c says what the tables mean.\n */\n"
        "#ifndef OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_TABLES_H\n#define OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_TABLES_H\n\n"
        "#include <stdint.h>\n\n" % unicodedata.unidata_version
    ]

    def number(c):
        return c.isnumeric() and not c.isdecimal() and not c.isalpha()

    def digit(c):
        return c.isdigit() and not c.isdecimal()

    def lower_only(c):
        return c.islower() and (c.upper() == c or len(c.upper()) > 1)

    def upper_only(c):
        return c.isupper() and c.lower() == c

    def mark(c):
        return ("a" + c).isidentifier() and not c.isalpha() and not c.isdecimal()

    emit(out, "alpha_ranges", flat(ranges(str.isalpha, 128, 0x10000)), "first, last")
    emit(out, "alpha_ranges_astral", flat(ranges(str.isalpha, 0x10000, 0x20000), 0x10000), "first, last")
    emit(out, "mark_ranges", flat(ranges(mark, 128, 0x10000)), "first, last: not letters, but may go on an identifier")
    zeros = [a for first, last in ranges(str.isdecimal, 128, 0x10000) for a in range(first, last, 10)]
    emit(out, "decimal_zeros", zeros, "the digits 0; 1 to 9 follow each")
    emit(out, "digit_ranges", flat(ranges(digit, 128, 0x10000)), "first, last: isdigit, not isdecimal")
    emit(out, "number_ranges", flat(ranges(number, 128, 0x10000)), "first, last: isnumeric, neither isdecimal nor isalpha")
    emit(out, "hidden_ranges", flat(ranges(lambda c: not c.isprintable(), 128, 0x10000)), "first, last: not printable")
    emit(out, "lower_ranges", flat(ranges(lower_only, 128, 0x10000)), "first, last: lower case without an upper")
    emit(out, "upper_ranges", flat(ranges(upper_only, 128, 0x10000)), "first, last: upper case without a lower")
    runs = []
    for first, last, step, delta in case_runs(128, 0x10000):
        runs += [first, ((last - first) // (step or 1) + 1) << 2 | (step or 1), delta]
    emit(out, "case_runs", runs, "first upper case letter, count << 2 | step, distance of the lower one")
    runs = []
    for first, last, step, delta in case_runs(0x10000, 0x20000):
        runs += [first - 0x10000, ((last - first) // (step or 1) + 1) << 2 | (step or 1), delta]
    emit(out, "case_runs_astral", runs, "the same")
    emit(out, "upper_exceptions", flat(upper_exceptions(128, 0x10000)), "letter, its upper case")
    out.append("\n#endif /* OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_TABLES_H */\n")
    with open(OUT, "w", encoding="utf-8") as file:
        file.write("".join(out))


if __name__ == "__main__":
    main()
