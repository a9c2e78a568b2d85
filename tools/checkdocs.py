#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Checks what the documents say against the tree, as far as a program can (tools/lint.py calls it).

In every .md file: relative links and their anchors resolve; files and folders that are named exist; commands of ./dev
exist; options of ouro exist; functions and macros of C that are named exist; a block behind a line <!-- file: PATH -->
is that file, from its first #include on.  docs/README.md leads to every document.  docs/tests.md has each identifier
that tests bear, such as T2.6, and no other.  docs/api.md is up to date.
"""

import os
import re
import sys

import apidoc  # tools/apidoc.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = r"(?:src|include|tools|tests|docs|examples|ports|bench)"
PATH = re.compile(r"(?<![\w./<*-])(%s/[\w./*-]*[\w*/])" % TOP)
# Paths that leave out where they begin: those of src and of include.
INSIDE = re.compile(r"`((?:base|mem|gc|object|compiler|vm|inspect|modules|supervisor|ouro)/[\w/.*-]+\.[ch])`")
BARE = re.compile(r"`([a-z\d_-]+\.(?:c|h|py|cmake))`")
# Names of what is no file of the tree: examples, and what a build makes.
NO_FILES = {"main.py", "x.py", "a.py", "program.py", "board.h", "ouro_names.h", "foo.py", "swap.py", "mod_morse.c", "count.py", "NAME.cmake"}
DEV = re.compile(r"(?<![\w/])\./dev +([a-z][\w-]*)")
X_OPTION = re.compile(r"(?<![\w-])-X ([a-z]+)")
OPTIONS = re.compile(r"\bouro((?: -[\w-]+(?: [\w=]+)?)+)")
NAME = re.compile(r"`((?:ou|OU)_\w+)`")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
IDENTIFIER = re.compile(r"\bT(\d+\.\d+)\b|\bt(\d+)_(\d+)_")


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as f:
        return f.read()


def anchors(text):
    """Those that GitHub makes of headings."""
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M):
        found.add(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-"))
    return found


class Tree:
    def __init__(self, files):
        self.files = set(files)
        self.folders = {folder for f in files for folder in parents(f)}
        self.names = {os.path.basename(f) for f in files}
        self.commands = set(re.findall(r"^([a-z][\w-]*(?: \| [\w-]+)*)\)$", read("dev").split("case $command in")[1], re.M))
        self.commands = {word for words in self.commands for word in words.split(" | ")}
        self.options = set(re.findall(r"(?<![\w-])(?:-X [a-z]+|--?[\w-]+)", read("ports/unix/options.c").split("usage[]")[1].split(";\n")[0]))
        code = "\n".join(read(f) for f in files if f.endswith((".c", ".h", ".cmake", "CMakeLists.txt", ".in", ".py")))
        self.words = set(re.findall(r"\b(?:ou|OU)_\w+", code))

    def exists(self, path):
        path = path.rstrip("/.")
        if "*" in path:
            pattern = re.compile(re.escape(path).replace(r"\*", "[^/]*") + r"$")
            return any(pattern.match(f) for f in self.files | self.folders)
        return path in self.files or path in self.folders


def parents(path):
    while "/" in path:
        path = path.rsplit("/", 1)[0]
        yield path


def check_links(path, text, tree):
    plain = re.sub(r"^```.*?^```", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.M | re.S)
    for match in LINK.finditer(plain):
        target = match.group(1) or match.group(2)
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        file = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
        if not tree.exists(file):
            yield match.start(), "the link leads to no file: %s" % target
        elif anchor and file.endswith(".md") and anchor not in anchors(read(file)):
            yield match.start(), "the link leads to no heading: %s" % target


def check_names(path, text, tree):
    for match in PATH.finditer(text):
        if not tree.exists(match.group(1)) and os.path.basename(match.group(1)) not in NO_FILES:
            yield match.start(), "%s does not exist" % match.group(1)
    for match in INSIDE.finditer(text):
        if not tree.exists("src/" + match.group(1)) and not tree.exists("include/" + match.group(1)):
            yield match.start(), "%s does not exist in src or include" % match.group(1)
    for match in BARE.finditer(text):
        if match.group(1) not in tree.names | NO_FILES:
            yield match.start(), "there is no file %s" % match.group(1)
    for match in DEV.finditer(text):
        if match.group(1) not in tree.commands:
            yield match.start(), "there is no command ./dev %s" % match.group(1)
    for match in NAME.finditer(text):
        if match.group(1) not in tree.words:
            yield match.start(), "there is no %s" % match.group(1)
    named = [(m.start(), "-X " + m.group(1)) for m in X_OPTION.finditer(text)]
    named += [(m.start(), word) for m in OPTIONS.finditer(text) for word in re.findall(r" (-[\w-]+)", m.group(1))]
    for at, option in named:
        if option not in tree.options and option != "-X":
            yield at, "ouro has no option %s" % option


def check_blocks(path, text, tree):
    for match in re.finditer(r"<!-- file: (\S+) -->\n```\w*\n(.*?)^```$", text, re.M | re.S):
        name, block = match.groups()
        if name not in tree.files:
            yield match.start(), "%s does not exist" % name
            continue
        want = read(name)
        if name.endswith(".c"):
            want = want[want.index("#include") :]
        want = "".join(line for line in want.splitlines(True) if not line.startswith("# SPDX"))
        if block != want:
            yield match.start(), "the block is not what %s has" % name


def check_index(files):
    """docs/README.md leads to every document."""
    text = read("docs/README.md")
    for path in files:
        name = path[len("docs/"):]
        if re.match(r"docs/[^/]+\.md$", path) and name != "README.md" and "](%s)" % name not in text:
            yield "docs/README.md", 1, "no link to %s" % name


def identifiers(text):
    return {m.group(1) or "%s.%s" % (m.group(2), m.group(3)) for m in IDENTIFIER.finditer(text)}


def check_identifiers(files):
    """docs/tests.md has a row for each identifier of a test, and each row names a file that has it."""
    rows, text = {}, read("docs/tests.md")
    for match in re.finditer(r"^\| T(\d+\.\d+) \|.*\|(.*)\|$", text, re.M):
        rows[match.group(1)] = text[: match.start()].count("\n") + 1, re.findall(r"`([^`]+)`", match.group(2))
    seen = {}
    for path in files:
        if path.startswith("tests/") and not path.endswith(".out"):
            for name in identifiers(read(path) + "\n" + os.path.basename(path)):
                seen.setdefault(name, set()).add(path)
    for name in sorted(set(seen) - set(rows)):
        yield "docs/tests.md", 1, "no row for T%s of %s" % (name, min(seen[name]))
    for name, (line, named) in sorted(rows.items()):
        for path in named:
            if path not in seen.get(name, ()):
                yield "docs/tests.md", line, "%s does not speak of T%s" % (path, name)
        for path in seen.get(name, ()):
            if path not in named and not os.path.basename(path).startswith("_"):
                yield "docs/tests.md", line, "T%s is in %s, too" % (name, path)


def check(files):
    """(path, line, text) for each problem."""
    tree = Tree(files)
    for path in files:
        if not path.endswith(".md") or path == "docs/api.md":
            continue
        text = read(path)
        for check_one in (check_links, check_names, check_blocks):
            for at, problem in check_one(path, text, tree):
                yield path, text[:at].count("\n") + 1, problem
    yield from check_index(files)
    yield from check_identifiers(files)
    text, problems = apidoc.generate()
    for problem in problems + apidoc.check(text):
        name, _, what = problem.partition(": ")
        yield name, 1, what


if __name__ == "__main__":
    import lint  # tools/lint.py

    found = list(check(lint.tracked()))
    for problem in found:
        print("%s:%d: %s" % problem)
    sys.exit(1 if found else 0)
