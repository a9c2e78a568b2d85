# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The tree itself: lint, sizes of images, presets, the version, what CMake refuses."""

import json
import os
import re
import sys

from harness import BUILD, ROOT
from harness.process import execute
from harness.results import Skip
from harness.suite import check, equal

VARIANTS = (None,)
SIZED_BOARDS = ["mps2-an385", "mps2-8k", "lm3s6965evb", "microbit"]


def succeeds(*command, seconds=900):
    status, out, _, _ = execute(list(command), ROOT, seconds, merged=True)
    text = out.decode("utf-8", "replace")
    check(status == 0, "%s: status %s\n" % (" ".join(command), status) + text[-3000:])
    return text


def contents(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as f:
        return f.read()


def test_lint(_):
    succeeds(sys.executable, "tools/lint.py")


def test_sizes_of_images_beside_those_of_the_last_release(_):
    missing = [b for b in SIZED_BOARDS if not os.path.exists(os.path.join(BUILD, b, "ouro"))]
    if missing:
        raise Skip("not built: " + " ".join(missing))
    print(succeeds(sys.executable, "tools/sizes.py", "--check", *SIZED_BOARDS))


def test_freezing_with_inline_caches_is_refused(_):
    status, out, _, _ = execute(
        ["cmake", "-S", ROOT, "-B", os.path.join(BUILD, "frozen_refused"), "-DOURO_TESTS=OFF", "-DOU_INLINE_CACHE=1",
         "-DOURO_FROZEN=" + os.path.join(ROOT, "tests", "frozen", "_frozen_sample.py")], ROOT, 120, merged=True)
    check(status != 0 and b"inline caches would be written into it" in b" ".join(out.split()), out[-500:])


def test_every_board_has_a_preset(_):
    presets = {preset["name"] for preset in json.loads(contents("CMakePresets.json"))["configurePresets"]}
    boards = {name[:-len(".cmake")] for name in os.listdir(os.path.join(ROOT, "ports", "cortexm", "boards"))}
    equal(sorted(boards - presets), [])


def test_the_version_is_the_same_everywhere(_):
    version = re.search(r"^project\(ouro VERSION (\d+\.\d+\.\d+)", contents("CMakeLists.txt"), re.M).group(1)
    equal(re.search(r"^## (\S+)", contents("CHANGELOG.md"), re.M).group(1), version)
    ouro = os.path.join(BUILD, "unix", "ouro")
    check(succeeds(ouro, "--version").startswith("Ouro %s (Python 3.11" % version), succeeds(ouro, "--version"))
    program = "import sys; print('%d.%d.%d' % sys.implementation.version[:3], sys.version)"
    numbers, text = succeeds(ouro, "-c", program).rstrip("\n").split(" ", 1)
    equal(numbers, version)
    check("Ouro " + version in text, text)
