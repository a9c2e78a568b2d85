# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The programs of docs/embedding.md: examples/embed is copied to a folder outside of the tree, built there as a firmware
would build it, and each program must print what stands in its .out file."""

import os
import shutil
import tempfile
import threading

from harness import BUILD, ROOT
from harness.process import describe, execute
from harness.suite import check, equal

VARIANTS = (None,)
EMBED = os.path.join(ROOT, "examples", "embed")
HOST = os.path.join(BUILD, "unix", "ouro")


class Copy:
    """The folder, built once, when the first test asks for it."""

    def __init__(self):
        self.lock, self.folder, self.problem = threading.Lock(), None, None

    def built(self):
        with self.lock:
            if not self.folder:
                self.folder = tempfile.mkdtemp(prefix="ouro-embed-")
                self.problem = self.build()
            check(not self.problem, self.problem or "")
            return os.path.join(self.folder, "build")

    def build(self):
        for name in os.listdir(EMBED):
            shutil.copy(os.path.join(EMBED, name), self.folder)
        configure = ["cmake", "-G", "Ninja", "-S", ".", "-B", "build", "-DOURO=" + ROOT, "-DCMAKE_BUILD_TYPE=Release",
                     "-DCMAKE_C_FLAGS_RELEASE=-O1", "-DOU_DEBUG=1"]
        if os.path.exists(HOST):  # else the build makes one, to freeze modules
            configure.append("-DOURO_HOST=" + HOST)
        for command in configure, ["ninja", "-C", "build"]:
            status, out, _, _ = execute(command, self.folder, 1200, merged=True)
            if status != 0:
                return "%s: %s\n%s" % (" ".join(command), describe(status), out.decode("utf-8", "replace")[-3000:])
        return None

    def remove(self):
        if self.folder:
            shutil.rmtree(self.folder)


copy = Copy()


def run(name):
    folder = copy.built()
    with open(os.path.join(EMBED, name + ".out"), encoding="utf-8") as f:
        want = f.read()
    status, out, err, _ = execute([os.path.join(folder, name)], folder, 60)
    equal((status, out.decode()), (0, want))
    check(b"ouro: " not in err, err.decode())  # a broken invariant


def tests(build):
    programs = sorted(name[:-4] for name in os.listdir(EMBED) if name.endswith(".out"))
    return [(name, lambda _, name=name: run(name)) for name in programs]


def finish(results):
    copy.remove()
