#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Writes docs/api.md, the reference of the C API, from the comments of include/ouro/*.h.

    apidoc.py            writes it
    apidoc.py --check    status 1 if it is not up to date, or if a function has no comment (tools/lint.py does this)

The headers are written in one form, which this depends on: a comment stands right above the declarations that it is
about, or behind the one; an empty line or the next comment ends the group; /* -- title -- */ begins a section.
"""

import argparse
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "include", "ouro")
OUTPUT = os.path.join(ROOT, "docs", "api.md")
PARTS = (
    ("Embedding", ("embed", "supervisor", "run", "memory", "figures", "inspect")),
    ("Modules and types in C", ("ouro", "value", "type", "types", "args", "objects", "protocol", "errors")),
    ("Built-in types", ("numbers", "text", "containers", "weakref")),
    ("Ports", ("port", "outer", "pool", "outer_libc")),
    ("Settings and small tools", ("config", "bits", "checksum")),
)
INTRO_ONLY = {"config"}  # what it has reads best where it stands
INTERNAL = re.compile(r"#\s*if\s+OU_PACKED_TEXTS\b")  # its first branch is no interface
SECTION = re.compile(r"/\* -- (.*?) -- \*/$")
FUNCTION = re.compile(r"^(?!#|extern|typedef|struct [^(]*\{|enum [^(]*\{)[\w\s*]*?\b(\w+)\([^;]*?\)[^;(]*(?:\([^;]*\))*\s*;", re.S)


class Group:
    """A comment and the declarations under it, or (title) the beginning of a section."""

    def __init__(self, comment="", title=None):
        self.comment, self.title, self.code = comment, title, []


def comment_text(lines):
    """The text of a block comment, without its frame."""
    text = "\n".join(lines).strip()
    inner = text[2:-2]
    return "\n".join(re.sub(r"^ \* ?", "", line) for line in inner.split("\n")).strip("\n").strip()


def markdown(text):
    """Paragraphs; what is indented stays as it is."""
    out = []
    for block in re.split(r"\n\s*\n", text):
        if all(line.startswith("  ") for line in block.split("\n")):
            out.append("```\n%s\n```" % re.sub(r"^  +", lambda m: m.group(0)[4:], block, flags=re.M))
        else:
            words = re.sub(r"\s+", " ", block).strip()
            parts = words.split("`")
            out.append("`".join(plain(part) if i % 2 == 0 else part for i, part in enumerate(parts)))
    return "\n\n".join(out)


def plain(text):
    """Words of the language as code; what Markdown would take for its own as it is."""
    text = re.sub(r"\b(?:ou|OU)_\w+|\b\w+/[\w./]+\.h\b|\b__\w+__\b", lambda m: "\0%s\0" % m.group(0), text)
    parts = text.split("\0")
    escape = {"<": "&lt;", "*": "\\*", "_": "\\_"}
    return "`".join("".join(escape.get(c, c) for c in part) if i % 2 == 0 else part for i, part in enumerate(parts))


def strip_bodies(code):
    """Prototypes for inline functions, the first line of long macros."""
    code = re.sub(r"^(static inline [^;{]*?)\s*\n?\{.*?(?:^\}|\}(?=\n|\Z))", lambda m: " ".join(m.group(1).split()) + ";",
                  code, flags=re.M | re.S)
    code = re.sub(r"^(?!#)(.*?)[ \t]*__attribute__\(\((?:always_inline|warn_unused_result)\)\)", r"\1", code, flags=re.M)

    def macro(match):
        head = re.match(r"#define \w+(?:\([^)]*\))?", match.group(0)).group(0)
        return match.group(0) if head.split("(")[0].endswith("_LIST") else head

    return re.sub(r"^#define .*\\\n(?:.*\\\n)*.*$", macro, code, flags=re.M)


def read(name):
    """(intro, groups) of a header."""
    with open(os.path.join(FOLDER, name + ".h"), encoding="utf-8") as f:
        text = f.read()
    intro = comment_text(text[: text.index("*/") + 2].split("\n")).split("\n")
    intro = "\n".join(line for line in intro if not line.startswith("SPDX")).strip()
    lines = text[text.index("*/") + 2 :].strip().split("\n")[2:-1]  # without the guard
    groups, group, i, depth = [], Group(), 0, 0
    hidden = 0  # in the branch of a condition that is not shown
    while i < len(lines):
        line = lines[i]
        if hidden or INTERNAL.match(line):
            hidden += bool(re.match(r"#\s*if", line)) - bool(re.match(r"#\s*endif", line))
            if hidden == 1 and re.match(r"#\s*else", line):
                hidden = 0
                lines[next(k for k in range(i, len(lines)) if re.match(r"#\s*endif", lines[k]))] = ""
            i += 1
            continue
        if depth == 0 and line.startswith("/*") and not line.startswith("/* clang-format"):
            start = i
            while "*/" not in lines[i]:
                i += 1
            section = SECTION.match(line)
            groups.append(group)
            group = Group(title=section.group(1)) if section else Group(comment_text(lines[start : i + 1]))
        elif depth == 0 and not line.strip():
            groups.append(group)
            group = Group()
        elif not re.match(r"#\s*(include|undef)|/\* clang-format", line):
            bare = re.sub(r"/\*.*?\*/", "", line)
            depth += bare.count("{") - bare.count("}") if not line.startswith("#") else 0
            group.code.append(line)
        i += 1
    return intro, [g for g in groups + [group] if g.code or g.title or g.comment]


def functions(group):
    """(name, has a comment of its own) for each function of the group."""
    code = strip_bodies("\n".join(group.code))
    code = re.sub(r"^#.*$", "", code, flags=re.M)
    code = re.sub(r"^(struct|enum|union|extern|typedef)\b[^;{(]*(\{.*?^\}[^;]*)?;", "", code, flags=re.M | re.S)
    found = []
    for statement in re.findall(r"[^;]+;[^\n]*", code):
        bare = re.sub(r"/\*.*?\*/", "", statement, flags=re.S).strip()
        match = FUNCTION.match(bare) if bare else None
        if match:
            found.append((match.group(1), "/*" in statement))
    return found


def document(name, problems, index):
    intro, groups = read(name)
    out = ["### ouro/%s.h" % name, markdown(intro)]
    for group in groups if name not in INTRO_ONLY else ():
        if group.title:
            out.append("**%s%s**" % (group.title[0].upper(), group.title[1:]))
        if group.comment:
            out.append(markdown(group.comment))
        if group.code:
            out.append("```c\n%s\n```" % strip_bodies("\n".join(group.code)).strip("\n"))
        for function, has_comment in functions(group):
            index[function] = name
            if not group.comment and not has_comment:
                problems.append("include/ouro/%s.h: %s has no comment" % (name, function))
    return "\n\n".join(out)


def anchor(name):
    return "ouro%sh" % name


def generate():
    problems, index, parts = [], {}, []
    known = [name for _, names in PARTS for name in names]
    there = sorted(name[:-2] for name in os.listdir(FOLDER) if name.endswith(".h"))
    problems += ["tools/apidoc.py: %s.h is in no part" % name for name in there if name not in known]
    contents = ["| part | headers |", "|---|---|"]
    for title, names in PARTS:
        names = [name for name in names if name in there]
        contents.append("| %s | %s |" % (title, ", ".join("[%s.h](#%s)" % (n, anchor(n)) for n in names)))
        parts.append("## %s" % title)
        parts += [document(name, problems, index) for name in names]
    index = ",\n".join("[`%s`](#%s)" % (name, anchor(index[name])) for name in sorted(index))
    text = "\n\n".join([
        "<!-- SPDX-License-Identifier: MIT -->\n<!-- SPDX-FileCopyrightText: 2026 The Ouro authors -->\n"
        "<!-- Made by tools/apidoc.py from include/ouro/*.h: change those, and run it. -->",
        "# The C API",
        "The reference of all that a module in C, a program that embeds Ouro, or a port may use. docs/embedding.md has "
        "complete programs; docs/porting.md is for ports. The rules that hold for all functions stand under "
        "[ouro.h](#%s)." % anchor("ouro"),
        "\n".join(contents), *parts, "## Index of functions", index]) + "\n"
    return text, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text, problems = generate()
    if options.check:
        problems += check(text)
    else:
        with open(OUTPUT, "w", encoding="utf-8") as f:
            f.write(text)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


def check(text):
    try:
        with open(OUTPUT, encoding="utf-8") as f:
            same = f.read() == text
    except OSError:
        same = False
    return [] if same else ["docs/api.md: not up to date; tools/apidoc.py writes it"]


if __name__ == "__main__":
    main()
