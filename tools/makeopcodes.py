#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Writes ouro_opcode_sizes.h: the size in bytes of each instruction, from the table of instructions.

    makeopcodes.py OPCODES.H --output FOLDER --stamp FILE

A size is one byte, and what the operands take (src/object/code/opcodes.h says what the letters
mean).  The dispatch loop joins the sizes to names of labels, so they must be literals, which no enum gives.
"""

import argparse
import os
import re

import makenames  # tools/makenames.py

ROW = re.compile(r'^X\(\s*(\w+),\s*"(\w*)",', re.M)
WIDE = "wkj"


def header(table):
    lines = ["/* SPDX-License-Identifier: MIT", " * SPDX-FileCopyrightText: 2026 The Ouro authors", " *",
             " * Made by tools/makeopcodes.py. */", "#ifndef OURO_INCLUDED_OURO_OPCODE_SIZES_H",
             "#define OURO_INCLUDED_OURO_OPCODE_SIZES_H", ""]
    for name, operands in ROW.findall(table):
        size = 1 + sum(2 if letter in WIDE else 1 for letter in operands)
        lines.append("#define OU_SIZE_%s %d" % (name, size))
    lines += ["", "#endif /* OURO_INCLUDED_OURO_OPCODE_SIZES_H */", ""]
    return "\n".join(lines)


def make(path, folder):
    with open(path, encoding="utf-8") as f:
        table = f.read()
    os.makedirs(folder, exist_ok=True)
    makenames.write_if_changed(os.path.join(folder, "ouro_opcode_sizes.h"), header(table))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("table")
    parser.add_argument("--output", required=True)
    parser.add_argument("--stamp", required=True)
    options = parser.parse_args()
    make(options.table, options.output)
    with open(options.stamp, "w", encoding="utf-8"):
        pass


if __name__ == "__main__":
    main()
