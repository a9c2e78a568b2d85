# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A build that is tested: where it is, how its programs are started, how slow it is, what it has."""

import os
import re
import sys

import packtexts  # tools/packtexts.py
import qemu  # tools/qemu.py
import run32  # tools/run32.py

from . import BUILD, ROOT

# Variants that are another's build with stress switches: a collection at every allocation; one that moves all it can;
# a unit of a collection in increments at every allocation; the same, and what may move does when a cycle ends.  Each for
# 64 bits and, with 32 in its name, for 32; the last two with the sanitizers, too.
OPTIONS = {"stress": ["-X", "gcstress=always"], "always": ["-X", "gcstress=always,move,poison"],
           "increments": ["-X", "gcstress=increments"], "moves": ["-X", "gcstress=increments,move,poison"]}
BUILDS = {name: "stress" for name in OPTIONS}
SLOWNESS = {"asan": 6, "debug": 12, "stress": 12, "always": 16, "increments": 6, "moves": 6}
for table in OPTIONS, BUILDS, SLOWNESS:
    table.update({name + "32": value for name, value in table.items()})
BUILDS.update({name: "stress32" for name in BUILDS if name.endswith("32")})
for name in "increments", "moves":
    OPTIONS["asan-" + name], BUILDS["asan-" + name], SLOWNESS["asan-" + name] = OPTIONS[name], "asan", 30
SLOWNESS_OF_QEMU = 4
# What a sanitizer prints, or the interpreter when a check of its own failed, be it that it goes on.
BROKEN = re.compile(rb"AddressSanitizer|LeakSanitizer|runtime error:|^ouro: (?!-X |.* are too few)", re.M)


def words_of_errors(image):
    """A pattern of the texts that an image with short texts (tools/packtexts.py --terse) does not say in full, or
    None: it says them all."""
    found = []
    for name, text in packtexts.messages(packtexts.Image(image)):
        if packtexts.terse(name, text) != text:
            parts = [re.escape(part) for part in re.split(rb"%%|%z?[a-zA-Z]", text)]
            if max(map(len, parts)) > 6:
                found.append(rb".*?".join(parts))
    return re.compile(b"|".join(found)) if found else None


def is_board(name):
    return os.path.exists(os.path.join(ROOT, "ports", "cortexm", "boards", name + ".cmake"))


class Build:
    def __init__(self, variant, binary=None, name=None, options=(), slowness=None):
        """variant: a variant of ./dev, or a board"""
        self.variant = variant
        self.board = variant if variant and is_board(variant) else None
        self.folder = os.path.join(BUILD, BUILDS.get(variant, variant)) if variant else os.path.dirname(os.path.abspath(binary))
        self.binary = os.path.abspath(binary) if binary else os.path.join(self.folder, "ouro")
        self.name = name or variant or os.path.basename(self.folder)
        self.options = OPTIONS.get(variant, []) + list(options)
        # the names by which a test excludes it
        self.names = {self.name, self.name[:-2] if self.name.endswith("32") else self.name, *self.name.split("-")}
        if self.board:
            self.names.add("board")
        self.bits = 32 if self.board or self.reads(5)[4:] == b"\1" else 64
        self.slowness = slowness or (SLOWNESS_OF_QEMU if self.board else SLOWNESS.get(self.name, 1)) * run32.slowness(self.binary)
        self.is_release = bool(self.board) or self.name in ("unix", "unix32")
        # on a board of the minimal level errors have values, but no texts
        is_terse = self.board and qemu.said(self.board, "BOARD_LEVEL") == ["minimal"]
        self.texts_left_out = words_of_errors(self.binary + "_unpacked") if is_terse else None
        self.says_errors = self.texts_left_out is None

    def reads(self, count):
        try:
            with open(self.binary, "rb") as f:
                return f.read(count)
        except OSError:
            sys.exit("run.py: there is no %s: ./dev build %s" % (self.binary, os.path.basename(self.folder)))

    def command(self, words, folder="."):
        """What starts it with these words after its name."""
        if self.board:
            return qemu.command(self.board, list(words), folder)
        return run32.command(self.binary, *words)

    def program(self, name, *words):
        """What starts another program of the build's folder."""
        return run32.command(os.path.join(self.folder, name), *words)
