# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""ouro/version.h as CMake makes it, for what compiles files of the core without CMake."""

import os
import re

import makenames  # tools/makenames.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


def make(folder):
    """Writes folder/ouro/version.h."""
    version = re.search(r"^project\(ouro VERSION ((\d+)\.(\d+)\.(\d+))", read("CMakeLists.txt"), re.M).groups()
    values = dict(zip(("", "_MAJOR", "_MINOR", "_PATCH"), version))
    os.makedirs(os.path.join(folder, "ouro"), exist_ok=True)
    makenames.write_if_changed(os.path.join(folder, "ouro", "version.h"),
                               re.sub(r"@ouro_VERSION(\w*)@", lambda m: values[m.group(1)], read("include/ouro/version.h.in")))
