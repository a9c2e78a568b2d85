# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The tree itself: lint, sizes of images, presets, the version, what CMake refuses."""

import json
import os
import re
import sys

import makenames  # tools/makenames.py
import makeparts  # tools/makeparts.py
from harness import BUILD, ROOT, TESTS
from harness.process import execute
from harness.results import Skip
from harness.suite import check, equal

sys.path.append(os.path.join(TESTS, "parts"))
import alone  # tests/parts/alone.py

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


def test_levels_build_without_optimisation(_):
    """Each part alone: ./dev test parts."""
    for name, test in alone.tests_of_levels():
        try:
            test(None)
        except AssertionError as error:
            raise AssertionError("%s: %s" % (name, error)) from None


def test_a_part_comes_with_what_it_needs(_):
    parts = makeparts.parse("A core 10 - a\n    src/a.c\nB core =A A b\n    without src/no_b.c\nC full ? B,A c\n    src/c.c\n")
    equal(makeparts.chosen(parts, "minimal"), set())
    equal(makeparts.chosen(parts, "minimal", ["C"]), {"A", "B", "C"})
    equal(makeparts.chosen(parts, "core"), {"A", "B"})
    equal(makeparts.dependents(parts, "A"), {"A", "B", "C"})
    equal(makeparts.files_left_out(parts, {"A"}), ["src/c.c"])
    equal(makeparts.files_left_out(parts, {"A", "B", "C"}), ["src/no_b.c"])


def test_the_table_of_parts_is_checked(_):
    for text, words in (("A core 10 B a\n", "A names B, which is no part"), ("A core 10 B a\nB full 1 - b\n", "only a higher level"),
                        ("A great 10 - a\n", "parts.txt:1"), ("A core 1 - a\nA core 1 - a\n", "parts.txt:2")):
        try:
            makeparts.parse(text)
        except makeparts.Unknown as error:
            check(words in str(error), str(error))
        else:
            check(False, "no error for " + repr(text))


def test_an_unknown_part_is_refused(_):
    status, out, _, _ = execute(
        ["cmake", "-S", ROOT, "-B", os.path.join(BUILD, "part_refused"), "-DOURO_TESTS=OFF", "-DOURO_LEVEL=minimal",
         "-DOURO_PARTS=SET;FLAOT"], ROOT, 120, merged=True)
    text = b" ".join(out.split())
    check(status != 0 and b"FLAOT is no part; the parts are ARRAY" in text and b" FLOAT " in text, out[-800:])


def test_names_of_absent_parts_are_not_collected(_):
    source = """
        OU_IF(SET, {OU_S(a), f(")")}, OU_IF(FLOAT, {OU_S(b), ')'},) {OU_S(c)},) {OU_S(d)},
        OU_IF(FLOAT,
              {OU_S(e)},
              OU_IF(SET, OU_S(f)))
        OU_S(g)
        #if OU_WITH_SET && !OU_WITH_FLOAT
        OU_S(h) OU_IF(FLOAT, OU_S(i))
        #else
        OU_S(j)
        #endif
        #define OU_IF(part, ...) OU_IF_VALUE(OU_WITH_##part)(__VA_ARGS__)"""
    for with_set, with_float, names in ((0, 0, "dgj"), (1, 0, "acdgh"), (0, 1, "degj"), (1, 1, "abcdefgj")):
        there = {"OU_WITH_SET": bool(with_set), "OU_WITH_FLOAT": bool(with_float)}
        equal("".join(sorted(makenames.names_in(source, there))), names)
    try:
        makenames.names_in("OU_IF(SEET, OU_S(a))", there)
    except ValueError as error:
        check("SEET" in str(error), str(error))
    else:
        check(False, "no error for a part that there is not")


def test_every_board_has_a_preset(_):
    presets = {preset["name"] for preset in json.loads(contents("CMakePresets.json"))["configurePresets"]}
    boards = {name[:-len(".cmake")] for name in os.listdir(os.path.join(ROOT, "ports", "cortexm", "boards"))}
    equal(sorted(boards - presets), [])


def test_the_version_is_the_same_everywhere(_):
    version = re.search(r"^project\(ouro VERSION (\d+\.\d+\.\d+)", contents("CMakeLists.txt"), re.M).group(1)
    equal(re.search(r"^## (\d+\.\d+\.\d+)", contents("CHANGELOG.md"), re.M).group(1), version)
    ouro = os.path.join(BUILD, "unix", "ouro")
    check(succeeds(ouro, "--version").startswith("Ouro %s (Python 3.11" % version), succeeds(ouro, "--version"))
    program = "import sys; print('%d.%d.%d' % sys.implementation.version[:3], sys.version)"
    numbers, text = succeeds(ouro, "-c", program).rstrip("\n").split(" ", 1)
    equal(numbers, version)
    check("Ouro " + version in text, text)
