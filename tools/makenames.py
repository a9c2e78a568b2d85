#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Collects the interned strings that the C sources name, and writes them as constant tables.

A source says OU_S(append) for the value of the interned string "append".  This tool finds every such
use and writes gen/ouro_names.h (one constant per name, and OU_S itself) and gen/ouro_names.c (texts,
hashes, and an open-addressing index; or, as OU_COMPACT_NAMES has it, texts and where they begin), so that names of builtins cost no RAM and no work at start.

    makenames.py --output BUILD/gen [--level core] [--parts "X;Y"] DIR_OR_FILE...

Ids: 0..127 are the one-character ASCII strings, 128 is the empty string, then all other names in ASCII
order of their text.  The same input gives the same output, and a file is rewritten only if it changed.

What a build leaves out (src/parts.txt) has no names either.  Files that are such a part are not read.  Of the
preprocessor's conditions those are evaluated that ask for nothing but OU_WITH_ macros; of any other both sides count.
OU_IF(X, ...) counts where X is there.

A text that is no identifier is spelled with escapes: a leading _lt_ is "<", a trailing _gt_ is ">",
and anywhere _dot_ is ".", _sp_ is " ", _dash_ is "-".
"""

import argparse
import os
import re
import sys

import makeparts  # tools/makeparts.py

USE = re.compile(r"\bOU_S\(\s*([A-Za-z0-9_]*)\s*\)")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+\w+\(([^)]*)\)((?:[^\n]*\\\n)*[^\n]*)", re.M)
OU_IF = re.compile(r"\bOU_IF\(\s*(\w+)\s*,")
FIRST_ID = 129

SPDX = "/* SPDX-License-Identifier: MIT\n * SPDX-FileCopyrightText: 2026 The Ouro authors\n"


def text_of(name):
    text = name
    head = tail = ""
    if text.startswith("_lt_"):
        head, text = "<", text[4:]
    if text.endswith("_gt_"):
        tail, text = ">", text[:-4]
    for escape, char in (("_dot_", "."), ("_sp_", " "), ("_dash_", "-")):
        text = text.replace(escape, char)
    return head + text + tail


def fnv1a(data):
    h = 2166136261
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h ^ (h >> 15)


def strip_macro_parameters(source):
    """OU_S(name) in the body of #define X(name) names the parameter, not a string."""

    def replace(match):
        parameters = {p.strip() for p in match.group(1).split(",")}
        body = USE.sub(lambda m: "" if m.group(1) in parameters else m.group(0), match.group(2))
        return "#define (" + match.group(1) + ")" + body

    return DEFINE.sub(replace, source)


def end_of_call(source, start):
    """Where the parenthesis is closed that is open at `start`: parentheses in strings and characters do not count."""
    depth, i = 1, start
    while i < len(source):
        if source[i] in "\"'":
            quote = source[i]
            i += 1
            while i < len(source) and source[i] != quote:
                i += 2 if source[i] == "\\" else 1
        elif source[i] in "()":
            depth += 1 if source[i] == "(" else -1
            if depth == 0:
                return i
        i += 1
    raise ValueError("OU_IF(: no closing parenthesis")


def without_absent_entries(source, there):
    """The source with OU_IF(X, ...) as its rest, or as nothing.  What stands in it is looked at in turn.  The macro's own
    definition, whose part is a parameter, stays."""
    at = 0
    while True:
        match = OU_IF.search(source, at)
        if not match:
            return source
        name = "OU_WITH_" + match.group(1)
        if name not in there:
            if match.group(1) != "part":
                raise ValueError("OU_IF(%s, ...): no such part" % match.group(1))
            at = match.end()
            continue
        end = end_of_call(source, match.end())
        source = source[: match.start()] + (source[match.end() : end] if there[name] else "") + source[end + 1 :]
        at = match.start()


def truth(condition, there):
    """of a condition on features alone: True or False; of any other: None"""
    words = re.findall(r"\w+|\S+?", condition)
    if not any(w in there for w in words) or not all(w in there or w in "!&|()" for w in words):
        return None
    text = re.sub(r"\w+", lambda m: str(there[m.group(0)]), condition)
    return bool(eval(text.replace("&&", " and ").replace("||", " or ").replace("!", " not ")))


def what_is_there(source, there):
    """The source without what the preprocessor leaves out for a feature that is not there."""
    lines, stack = [], []  # of each open #if: the condition of the part that is being read, or None
    for line in source.split("\n"):
        match = re.match(r"\s*#\s*(if|ifdef|ifndef|elif|else|endif)\b(.*)", line)
        word, rest = match.groups() if match else (None, None)
        if word in ("if", "ifdef", "ifndef"):
            stack.append(truth(rest, there) if word == "if" else None)
        elif word == "elif":
            stack[-1] = None
        elif word == "else" and stack[-1] is not None:
            stack[-1] = not stack[-1]
        elif word == "endif":
            stack.pop()
        if False not in stack:
            lines.append(line)
    return "\n".join(lines)


def source_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, subfolders, files in os.walk(path):
            subfolders.sort()
            for name in sorted(files):
                if name.endswith((".c", ".h")):
                    yield os.path.join(folder, name)


def names_in(source, there):
    """Names in a text of C; there: dict of macro OU_WITH_X -> is the part in this build"""
    source = without_absent_entries(what_is_there(COMMENT.sub(" ", source), there), there)
    return set(USE.findall(strip_macro_parameters(source)))


def collect(paths, level="full", more=()):
    parts = makeparts.table()
    chosen = makeparts.chosen(parts, level, more)
    there = {"OU_WITH_" + name: name in chosen for name in parts}
    left_out = {os.path.join(makeparts.ROOT, path) for path in makeparts.files_left_out(parts, chosen)}
    names = set()
    for path in source_files(paths):
        if os.path.abspath(path) in left_out:
            continue
        with open(path, encoding="utf-8") as f:
            source = f.read()
        try:
            names |= names_in(source, there)
        except ValueError as error:
            sys.exit("makenames: %s: %s" % (path, error))
    names.discard("")
    return names


def assign(names, more=()):
    """(list of texts by id, dict of C name to id); more: texts whose C names are x_ and their bytes in hexadecimal"""
    texts = [chr(i) for i in range(128)] + [""]
    others = sorted({text_of(n) for n in names if len(text_of(n)) > 1} | {t for t in more if len(t) > 1})
    texts += others
    ids = {text: i for i, text in enumerate(texts)}
    constants = {n: ids[text_of(n)] for n in names}
    for char in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz":
        constants[char] = ord(char)
    constants[""] = 128
    constants.update({"x_" + text.encode().hex(): ids[text] for text in more})
    return texts, constants


def make_index(texts):
    size = 1
    while size < 1.5 * len(texts):
        size *= 2
    index = [0xFFFF] * size
    for i, text in enumerate(texts):
        slot = fnv1a(text.encode()) & (size - 1)
        while index[slot] != 0xFFFF:
            slot = (slot + 1) & (size - 1)
        index[slot] = i
    return index


def header(texts, constants, index):
    out = [SPDX]
    out.append(" *\n * Generated by tools/makenames.py.  The interned strings that lie in ROM.\n */\n")
    out.append("#ifndef OURO_INCLUDED_GEN_OURO_NAMES_H\n#define OURO_INCLUDED_GEN_OURO_NAMES_H\n\n")
    out.append("#include <ouro/config.h>\n#include <ouro/value.h>\n\n")
    out.append("#define OU_NAMES_COUNT %d\n" % len(texts))
    out.append("#define OU_NAMES_SORTED %d /* from this id on in the order of their bytes */\n\n" % FIRST_ID)
    out.append("#if OU_COMPACT_NAMES\n/* All texts one behind the other, and where each begins. */\n")
    out.append("extern const uint8_t ou_rom_texts[];\nextern const uint16_t ou_rom_starts[OU_NAMES_COUNT + 1];\n#else\n")
    out.append("/* hash is 32-bit FNV-1a of the bytes, then h ^= h >> 15, as ou_hash_bytes has it. */\n")
    out.append("struct ou_rom_name {\n    const char *text;\n    uint32_t hash;\n    uint16_t len;\n};\n")
    out.append("/* A power of two; linear probing from hash & (size - 1); 0xffff is an empty slot. */\n")
    out.append("#define OU_ROM_INDEX_SIZE %d\n\n" % len(index))
    out.append("extern const struct ou_rom_name ou_rom_names[OU_NAMES_COUNT];\n")
    out.append("extern const uint16_t ou_rom_names_index[OU_ROM_INDEX_SIZE];\n#endif\n\n")
    out.append("/* The value of an interned string in ROM; OU_S() is the empty string. */\n")
    out.append("#define OU_S(name) OU_INTERNED(OU_NAME_##name)\n\n")
    out.append("enum ou_name {\n")
    for name, number in sorted(constants.items(), key=lambda item: (item[1], item[0])):
        out.append("    OU_NAME_%s = %d,\n" % (name, number))
    out.append("};\n\n#endif /* OURO_INCLUDED_GEN_OURO_NAMES_H */\n")
    return "".join(out)


def c_string(text):
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\?' else "\\%03o" % ord(c) for c in text) + '"'


def source(texts, index):
    out = [SPDX]
    out.append(" *\n * Generated by tools/makenames.py.  The interned strings that lie in ROM.\n */\n")
    out.append('#include "ouro_names.h"\n\n')
    out.append("#if OU_COMPACT_NAMES\n\nconst uint8_t ou_rom_texts[] =\n")
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text.encode()))
    if starts[-1] > 0xFFFF:
        sys.exit("makenames: the names are too long")
    out.append("\n".join("    %s" % c_string(text) for text in texts))
    out.append(";\nconst uint16_t ou_rom_starts[OU_NAMES_COUNT + 1] = {\n")
    for i in range(0, len(starts), 12):
        out.append("    " + ", ".join(str(n) for n in starts[i : i + 12]) + ",\n")
    out.append("};\n\n#else\n\n")
    out.append("const struct ou_rom_name ou_rom_names[OU_NAMES_COUNT] = {\n")
    for text in texts:
        data = text.encode()
        out.append("    {%s, 0x%08xu, %d},\n" % (c_string(text), fnv1a(data), len(data)))
    out.append("};\n\nconst uint16_t ou_rom_names_index[OU_ROM_INDEX_SIZE] = {\n")
    for i in range(0, len(index), 12):
        out.append("    " + ", ".join(str(n) for n in index[i : i + 12]) + ",\n")
    out.append("};\n\n#endif /* OU_COMPACT_NAMES */\n")
    return "".join(out)


def write_if_changed(path, text):
    try:
        with open(path, encoding="utf-8") as f:
            if f.read() == text:
                return
    except OSError:
        pass
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", required=True, help="folder for ouro_names.h and ouro_names.c")
    parser.add_argument("--stamp", help="a file to touch when done")
    parser.add_argument("--more", action="append", default=[], help="a file with more texts, one a line, in hexadecimal")
    parser.add_argument("--level", default="full", help="OURO_LEVEL of the build")
    parser.add_argument("--parts", default="", help="OURO_PARTS of the build, separated by commas")
    parser.add_argument("paths", nargs="+", help="folders and files to scan")
    options = parser.parse_args()
    more = set()
    for path in options.more:
        with open(path, encoding="ascii") as f:
            more.update(bytes.fromhex(line).decode() for line in f.read().split())
    texts, constants = assign(collect(options.paths, options.level, [n for n in re.split(r"[;,\s]+", options.parts) if n]), more)
    if len(texts) >= 0xFFFF:
        sys.exit("makenames: too many names")
    index = make_index(texts)
    os.makedirs(options.output, exist_ok=True)
    write_if_changed(os.path.join(options.output, "ouro_names.h"), header(texts, constants, index))
    write_if_changed(os.path.join(options.output, "ouro_names.c"), source(texts, index))
    if options.stamp:
        with open(options.stamp, "w"):
            pass


if __name__ == "__main__":
    main()
