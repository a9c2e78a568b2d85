# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Builds of the Unix port with chosen parts, without CMake and quickly: what was compiled once is not compiled again.

What a file is compiled to depends on itself, on the headers that it includes, on the options, and of the parts on those
alone that it or such a header names.  So a build with one part more compiles the files anew that name it, and takes all
others as they are, from build/parts.  For that all builds have the same names (gen/ouro_names.h): those of a build that
has everything.  That each build has the names that it uses, the builds of the levels show.
"""

import concurrent.futures
import hashlib
import os
import re
import subprocess

import makenames  # tools/makenames.py
import makeopcodes
import makeparts
import makeversion
import makeunicodenames
from harness import BUILD, ROOT
from harness.suite import check

PROGRAM = "print(sum([n * n for n in range(10)]), '%s'.upper(), {'a': 1}, sorted('ba'))"
PRINTED = "285 %S {'a': 1} ['a', 'b']\n"
FLAGS = ["-std=gnu11", "-g0", "-ffunction-sections", "-fdata-sections", "-fno-strict-aliasing", "-ffp-contract=off",
         "-DOU_DEBUG=0", "-DOU_UNICODE_NAMES=0"]
OPTIMISE = ["-O0", "-Os"]
FOLDER = os.path.join(BUILD, "parts")
GEN = os.path.join(FOLDER, "gen")
PLACES = [os.path.join(ROOT, "src"), os.path.join(ROOT, "include"), GEN]
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)
NAMED = re.compile(r"\bOU_(?:WITH_|IF\()(\w+)|\b(OU_LEVEL)\b")


class Sources:
    """The files of the Unix port, and what each of them depends on."""

    def __init__(self):
        self.parts = makeparts.table()
        self.seen = {}
        folders = [os.path.join(ROOT, f) for f in ("src", "ports/unix", "include/ouro")]
        texts, constants = makenames.assign(makenames.collect(folders))
        index = makenames.make_index(texts)
        makeversion.make(GEN)
        makeparts.write_if_changed(os.path.join(GEN, "ouro_names.h"), makenames.header(texts, constants, index))
        makeparts.write_if_changed(os.path.join(GEN, "ouro_names.c"), makenames.source(texts, index))
        makeopcodes.make(os.path.join(ROOT, "src/object/code/opcodes.h"), GEN)
        makeunicodenames.make(GEN)
        self.files = [f for f in makenames.source_files(folders[:2]) if f.endswith(".c")] + [os.path.join(GEN, "ouro_names.c")]

    def direct(self, path):
        """(hash of the text, words of the parts that it names, paths that it includes)"""
        if path not in self.seen:
            with open(path, encoding="utf-8") as f:
                text = f.read()
            words = {a or b for a, b in NAMED.findall(text)} if not path.endswith("/config.h") else set()
            included = set()
            for name in INCLUDE.findall(text):
                for place in [os.path.dirname(path)] + PLACES:
                    if os.path.exists(os.path.join(place, name)):
                        included.add(os.path.join(place, name))
                        break
            self.seen[path] = hashlib.sha256(text.encode()).hexdigest(), words, included
        return self.seen[path]

    def depends(self, path):
        """The same of the file with all that it includes."""
        found, left = {}, [path]
        while left:
            one = left.pop()
            if one not in found:
                found[one] = self.direct(one)
                left += found[one][2]
        return "".join(found[p][0] for p in sorted(found)), set().union(*(d[1] for d in found.values()))


def compile_file(sources, path, level, there, flags, parts_folder):
    """The object file."""
    text, words = sources.depends(path)
    values = ["%s=%d" % (w, w in there) for w in sorted(words) if w in sources.parts] + [level if "OU_LEVEL" in words else ""]
    key = hashlib.sha256("\n".join([path, text] + values + flags).encode()).hexdigest()
    out = os.path.join(FOLDER, "objects", key[:2], key + ".o")
    if not os.path.exists(out):
        os.makedirs(os.path.dirname(out), exist_ok=True)
        include = ["-I" + parts_folder, "-I" + GEN, "-I" + os.path.join(ROOT, "include"), "-I" + os.path.join(ROOT, "src")]
        fresh = "%s.%d" % (out, os.getpid())
        done = subprocess.run(["gcc", *flags, *include, "-c", path, "-o", fresh], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        check(done.returncode == 0, "%s: %s" % (os.path.relpath(path, ROOT), done.stdout[-1500:]))
        os.rename(fresh, out)
    return out


def build(sources, level, more, optimise):
    """Builds, and runs a program."""
    there = makeparts.chosen(sources.parts, level, more)
    name = "-".join([level, *more]) + optimise
    parts_folder = os.path.join(FOLDER, "gen-" + "-".join([level, *more]))
    makeparts.write_if_changed(os.path.join(parts_folder, "ouro_parts.h"), makeparts.header(sources.parts, level, there))
    left_out = {os.path.join(ROOT, f) for f in makeparts.files_left_out(sources.parts, there)}
    files = [f for f in sources.files if f not in left_out]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        objects = list(pool.map(lambda f: compile_file(sources, f, level, there, FLAGS + [optimise], parts_folder), files))
    ouro = os.path.join(FOLDER, "ouro-" + name)
    done = subprocess.run(["gcc", *objects, "-o", ouro, "-Wl,--gc-sections", "-lm", "-lpthread"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    check(done.returncode == 0, "%s does not link: %s" % (name, "\n".join(
        line for line in done.stdout.split("\n") if "undefined" in line or "multiple" in line) or done.stdout)[:1500])
    ran = subprocess.run([ouro, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
    os.remove(ouro)
    check(ran.stdout == PRINTED, "%s prints %r" % (name, ran.stdout[-500:]))


def tests():
    sources = []

    def one(level, more, optimise):
        def test(_):
            if not sources:
                sources.append(Sources())
            build(sources[0], level, more, optimise)
        return "-".join([level, *more]).lower() + " " + optimise, test

    names = list(makeparts.table())
    return [one(level, [], o) for level in makeparts.LEVELS for o in OPTIMISE] + \
        [one("minimal", [name], o) for name in names for o in OPTIMISE]


def tests_of_levels():
    """The levels with -O0; with -Os there are images of boards."""
    return [t for t in tests()[:len(makeparts.LEVELS) * len(OPTIMISE)] if t[0].endswith("-O0")]
