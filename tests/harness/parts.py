# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What a build has, and the words by which a test says what it needs of it.

The words are the parts of src/parts.txt in small letters, BIG_INT as big-int, and those of OTHERS.
What a build has of them, the compiler says that made it, with the definitions of that build.
"""

import functools
import json
import os
import re
import shlex
import subprocess

import makeparts  # tools/makeparts.py
import qemu  # tools/qemu.py

from . import ROOT

OTHERS = {
    "32-bit": "a 32-bit build",
    "64-bit": "a 64-bit build",
    "double": "floats of 64 bits",
    "error-texts": "errors with their texts",
    "host-folders": "the folders of the host",
    "unicode-names": "names of characters in strings",
}
NOT_ON_BOARDS = {"host-folders", "sockets"}
CONFIG = "#include <ouro/config.h>\n"


def word_of(macro):
    return macro[len("OU_WITH_"):].lower().replace("_", "-")


def compiler_of(folder):
    """The words that preprocess standard input as the build preprocesses its sources."""
    with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as f:
        commands = [c for c in json.load(f) if c["file"].startswith(os.path.join(ROOT, "src", ""))]
    words, kept = shlex.split(commands[0]["command"]), []
    while words:
        word = words.pop(0)
        if word in ("-o", "-c"):
            words.pop(0)
        else:
            kept.append(word)
    return kept + ["-E", "-P", "-x", "c"], commands[0]["directory"]


def preprocess(folder, text, *options):
    command, where = compiler_of(folder)
    done = subprocess.run(command + [*options, "-"], cwd=where, input=text, stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout


@functools.lru_cache(None)
def all_parts():
    """Words of the parts of src/parts.txt."""
    return frozenset(word_of("OU_WITH_" + name) for name in makeparts.table())


@functools.lru_cache(None)
def in_build(folder):
    """The words of what the build in this folder has; without one that says so, all there is."""
    if not os.path.exists(os.path.join(folder, "compile_commands.json")):
        return all_parts() | {"unicode-names"}
    macros = ["OU_WITH_" + word.upper().replace("-", "_") for word in all_parts()] + ["OU_UNICODE_NAMES"]
    asked = CONFIG + "".join("#if %s\nhas %s\n#endif\n" % (m, "'%s'" % m) for m in macros)
    found = set(re.findall(r"^has '(\w+)'$", preprocess(folder, asked), re.M))
    return frozenset("unicode-names" if m == "OU_UNICODE_NAMES" else word_of(m) for m in found)


def size(text):
    """Bytes of a size such as 64k or 4M."""
    found = re.match(r"(\d+)([kKmM]?)$", text)
    if not found:
        raise ValueError("%s: a size is such as 4096, 64k or 4m" % text)
    return int(found.group(1)) << {"": 0, "k": 10, "m": 20}[found.group(2).lower()]


def check_words(needs, where):
    """A word that nobody knows is an error, not a test that never runs."""
    for need in needs:
        if need not in OTHERS and need not in all_parts() and not re.match(r"memory=\d+[kKmM]?$", need):
            raise SystemExit("%s: needs: %s: no such need; the words are the parts of src/parts.txt, %s and memory=SIZE"
                             % (where, need, ", ".join(sorted(OTHERS))))


def unmet(needs, build):
    """The first need that the build does not meet, or None."""
    for need in sorted(needs):
        if need.startswith("memory="):
            have = build.board and qemu.said(build.board, "BOARD_RAM_SIZE")
            met = not have or size(have[0]) >= size(need[len("memory="):])
        elif need in ("32-bit", "64-bit"):
            met = build.bits == int(need[:2])
        elif need == "double":
            met = build.bits == 64
        elif need == "error-texts":
            met = build.says_errors
        elif need in NOT_ON_BOARDS and build.board:
            met = False
        else:
            met = need == "host-folders" or need in in_build(build.folder)
        if not met:
            return need
    return None
