# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Heap dumps, what tools/heapview.py makes of them, and memory profiles: of programs of which is known what they
allocate."""

import json
import os
import re
import sys
import xml.etree.ElementTree

from harness import ROOT
from harness.process import execute
from harness.suite import check

VARIANTS = ("unix", "unix32", "debug", "asan")
NEEDS = {"heap-view"}
HEAPVIEW = os.path.join(ROOT, "tools", "heapview.py")
BROKEN = re.compile(rb"AddressSanitizer|runtime error:|^ouro: ", re.M)


class Ouro:
    """Runs programs in a folder of its own."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        self.word = build.bits // 8
        self.granule = 2 * self.word

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, source, *options):
        with open(self.path("program.py"), "w", encoding="utf-8") as f:
            f.write(source)
        command = self.build.command([*options, "program.py"])
        status, out, err, _ = execute(command, self.folder, 20 * self.build.slowness + 100)
        check(status == 0 and not BROKEN.search(err), err.decode()[-800:])
        return out.decode()

    def view(self, *arguments):
        status, out, err, _ = execute([sys.executable, HEAPVIEW, *arguments], self.folder, 120)
        check(status == 0, err.decode()[-800:])
        return out.decode()

    def tables(self, *arguments):
        return json.loads(self.view("--json", *arguments))

    def rounded(self, size):
        return -(-size // self.granule) * self.granule

    def profile(self, source):
        """line number -> (bytes, blocks, alive bytes, alive blocks)"""
        self.run(source, "-X", "memprofile=profile.txt")
        with open(self.path("profile.txt"), encoding="utf-8") as f:
            text = f.read()
        rows = re.findall(r"^ *(\d+) +(\d+) +(\d+) +(\d+)  program\.py:(\d+)  (.*)$", text, re.M)
        lines = source.split("\n")
        assert rows, text
        for row in rows:
            assert lines[int(row[4]) - 1].strip()[:100] == row[5], row
        by_size = [int(row[0]) for row in rows]
        assert by_size == sorted(by_size, reverse=True), by_size
        return {int(row[4]): tuple(map(int, row[:4])) for row in rows}, text


def fixture(build, folder):
    return Ouro(build, folder)


def row(rows, key, value):
    found = [r for r in rows if r[key] == value]
    assert len(found) == 1, "%d rows with %s %s of %s" % (len(found), key, value, [r[key] for r in rows])
    return found[0]


# -- dumps --


def test_a_global_list_is_the_top_holder(ouro):
    ouro.run("cache = []\nfor i in range(1000):\n    cache.append(bytearray(100))\n", "-X", "heapdump=heap.dump")
    top = ouro.tables("heap.dump")["holders"][0]
    assert (top["path"], top["type"], top["count"]) == ("__main__.cache", "list", 1001), top
    each = 4 * ouro.word + ouro.rounded(112)  # header, and 100 bytes with an eighth to spare
    assert top["retained"] - top["bytes"] == 1000 * each, top
    assert top["bytes"] >= 1004 * ouro.word, top


def test_counts_and_bytes_of_types_are_exact(ouro):
    source = ("import gc\nclass Point:\n    def __init__(self, x):\n        self.x = x\n        self.y = x\nkeep = []\n"
              "gc.collect()\ngc.dump('before.dump')\nkeep += [Point(i) for i in range(200)]\n"
              "keep += [(i, i, i) for i in range(50)]\ngc.collect()\ngc.dump('after.dump')\n")
    ouro.run(source)
    types = ouro.tables("before.dump", "after.dump", "-n", "99")["types"]
    point, pair = row(types, "type", "Point"), row(types, "type", "tuple")
    assert (point["count"], point["bytes"]) == (200, 200 * ouro.rounded(4 * ouro.word)), point
    assert (pair["count"], pair["bytes"]) == (50, 50 * ouro.rounded(5 * ouro.word)), pair


def test_items_that_look_like_objects_are_none(ouro):
    """The items of [list, 1, 2, x] have the words of a list; bytes may hold anything."""
    source = ("import gc\nkeep = [None] * 200\ngc.collect()\ngc.dump('before.dump')\n"
              "for i in range(100):\n    keep[i] = [list, 1, 2, [5]]\n    keep[100 + i] = [str, dict, 3, 4]\n"
              "gc.collect()\ngc.dump('after.dump')\n")
    ouro.run(source)
    types = {r["type"]: r["count"] for r in ouro.tables("before.dump", "after.dump", "-n", "99")["types"]}
    assert types.get("list") == 300, types
    assert not types.get("dict"), types


def test_paths_follow_attributes_keys_and_items(ouro):
    source = ("class Box:\n    pass\nclass Stack(list):\n    pass\n"
              "app = Box()\napp.window = Box()\napp.window.rows = [0, {'big': bytearray(5000)}]\n"
              "table = {('a', 1): bytearray(6000), 7: bytearray(7000)}\n"
              "stack = Stack()\nstack.append(bytearray(8000))\nstack.name = bytearray(4000)\n"
              "def outer():\n    held = bytearray(3000)\n    return lambda: held\nclosure = outer()\n")
    ouro.run(source, "-X", "heapdump=heap.dump")
    holders = ouro.tables("heap.dump", "-n", "40")["holders"]
    for path in ("__main__.app", "__main__.app.window.rows[1]['big']", "__main__.table[<tuple>]", "__main__.table[7]",
                 "__main__.stack", "__main__.stack[0]", "__main__.stack.name"):
        row(holders, "path", path)
    assert row(holders, "path", "__main__.stack")["type"] == "Stack"
    assert any(h["path"].startswith("__main__.closure.") and h["type"] == "bytearray" for h in holders), holders


def test_a_full_heap_can_be_dumped(ouro):
    """All within one function: compiling the next statement would need memory."""
    source = ("import gc\ndef fill():\n    global keep, spare\n    n = 0\n    try:\n        while True:\n"
              "            keep = (keep, b'')\n            n += 1\n    except MemoryError:\n        gc.dump('full.dump')\n"
              "    keep = spare = None\n    return n\nkeep = None\nspare = bytearray(4000)\nprint(fill())\n")
    memory = 52 * 1024 * ouro.word // 4
    count = int(ouro.run(source, "-X", "memory=%d" % memory))
    tables = ouro.tables("full.dump")
    stats = tables["stats"]
    assert stats["total"] - stats["used"] < 1024, stats
    assert row(tables["types"], "type", "tuple")["count"] >= count > 1000, (count, tables["types"])
    assert tables["holders"][0]["path"] == "__main__.keep", tables["holders"][0]


def test_garbage_is_told_from_what_is_reached(ouro):
    source = ("import gc\ngc.collect()\ngc.disable()\nfor i in range(100):\n    x = bytearray(1000)\nx = None\n"
              "gc.dump('with.dump')\ngc.collect()\ngc.dump('without.dump')\n")
    ouro.run(source)
    dirty, clean = ouro.tables("with.dump")["unreached"], ouro.tables("without.dump")["unreached"]
    assert dirty["bytes"] - clean["bytes"] >= 99 * 1000, (dirty, clean)
    assert clean["bytes"] < 3000, clean


def test_functions_that_run_and_their_variables_are_roots(ouro):
    source = ("import gc\ndef inner(values):\n    gc.dump('heap.dump')\n    return values\n"
              "class C:\n    def method(self):\n        return inner([bytearray(9000)])\nC().method()\n")
    ouro.run(source)
    tables = ouro.tables("heap.dump")
    frames = [(f["function"], f["line"]) for f in tables["frames"]]
    assert frames == [("inner", 3), ("C.method", 7), ("<module>", 8)], frames
    assert tables["holders"][0]["path"] == "inner(): values", tables["holders"][0]


def test_what_keeps_a_block_is_told(ouro):
    ouro.run("import gc\nd = {'k': [0, (1, bytearray(50))]}\n", "-X", "heapdump=heap.dump")
    holders = ouro.tables("heap.dump", "-n", "99")["holders"]
    assert row(holders, "path", "__main__.d")["count"] == 4, holders
    with open(ouro.path("heap.dump"), encoding="utf-8") as f:
        text = f.read()
    array = re.search(r'^type (\w+) "bytearray"', text, re.M).group(1)
    address = re.search(r"^b (\w+) \d+ \w+ 0\*%s " % array, text, re.M).group(1)
    lines = ouro.view("heap.dump", "--path", address).strip().split("\n")
    assert lines[-1].endswith("__main__.d['k'][1][1]"), lines
    assert "list" in lines[-3] and "__main__.d['k']" in lines[-3], lines


def test_what_grew_is_found_by_path(ouro):
    source = ("import gc\nlog = []\nsteady = [bytearray(500) for i in range(20)]\ngc.collect()\ngc.dump('a.dump')\n"
              "log += [bytearray(300) for i in range(100)]\nfresh = {'x': bytearray(2000)}\ngc.collect()\ngc.dump('b.dump')\n")
    ouro.run(source)
    paths = ouro.tables("a.dump", "b.dump")["paths"]
    assert (paths[0]["path"], paths[0]["new"]) == ("__main__.log", False), paths
    assert (paths[1]["path"], paths[1]["new"]) == ("__main__.fresh", True), paths
    assert paths[0]["grew"] >= 100 * 300, paths
    assert not any(p["path"].startswith(("__main__.log[", "__main__.fresh[", "__main__.steady")) for p in paths), paths


def test_the_map_shows_pins_and_long_lived_blocks(ouro):
    source = ("import gc\nb = bytearray(4000)\np = gc.pin(b)\ndef f(x):\n" + 90 * "    x += f(x)\n" +
              "t = ['%d' % i for i in range(400)]\ngc.dump('heap.dump')\n")
    ouro.run(source)
    text = ouro.view("heap.dump", "--width", "80", "--color", "never")
    drawn = text[text.index("map,") : text.index("dicts")]
    for mark in ("****", "s", ".", "CC"):
        assert mark in drawn, "no %s in\n%s" % (mark, drawn)
    assert "\x1b[48;5;" in ouro.view("heap.dump", "--color", "always")


def test_the_picture_is_to_scale(ouro):
    source = ("import gc\nb = bytearray(20000)\np = gc.pin(b)\nt = ['%d' % i for i in range(400)]\n")
    ouro.run(source, "-X", "heapdump=heap.dump")
    ouro.view("heap.dump", "-o", "heap.svg")
    tree = xml.etree.ElementTree.parse(ouro.path("heap.svg"))
    ns = "{http://www.w3.org/2000/svg}"
    per_row = int(re.search(r"([\d,]+) bytes a row", "".join(tree.getroot().itertext())).group(1).replace(",", ""))
    size = ouro.rounded(20000 + 2500)
    widths = 0
    for rect in tree.iter(ns + "rect"):
        tip = rect.find(ns + "title")
        if tip is not None and "pinned" in tip.text:
            assert "{:,} bytes".format(size) in tip.text, tip.text
            widths += float(rect.get("width")) + 0.4
    assert abs(widths - size * 1024 / per_row) < 1, (widths, size, per_row)


def test_a_file_that_is_no_dump_is_refused(ouro):
    with open(ouro.path("bad"), "w", encoding="utf-8") as f:
        f.write("ouro-heap 1\nstat total 5\n")
    status, _, err, _ = execute([sys.executable, HEAPVIEW, "bad"], ouro.folder, 120)
    check(status == 1 and b"the end is missing" in err, err)


# -- profiles --

PROFILED = """\
import gc
keep = [None] * 40
def fill():
    for i in range(40):
        keep[i] = bytes(1000)
def drop():
    for i in range(30):
        x = bytes(500)
    x = None
fill()
gc.compact()
drop()
gc.compact()
"""


def test_a_profile_counts_exactly(ouro):
    rows, _ = ouro.profile(PROFILED)
    header = 8 if ouro.word == 4 else 16
    large, small = ouro.rounded(header + 1000), ouro.rounded(header + 500)
    assert rows[5] == (40 * large, 40, 40 * large, 40), rows[5]
    assert rows[8] == (30 * small, 30, 0, 0), rows[8]
    function = ouro.rounded(3 * ouro.word)  # its code was made by the compiler
    assert rows[3] == (function, 1, function, 1), rows[3]


def test_a_profile_leaves_the_program_its_memory(ouro):
    source = ("import gc\nkeep = [{'k': [i]} for i in range(300)]\nfor i in range(2000):\n    x = [i, str(i)]\n"
              "s = gc.stats()\nprint(s['outer_peak'], s['outer_total'], s['peak'])\n")
    memory = "memory=%dk" % (12 * ouro.word)
    plain = ouro.run(source, "-X", memory)
    profiled = ouro.run(source, "-X", memory, "-X", "memprofile=profile.txt")
    plain, profiled = [list(map(int, out.split())) for out in (plain, profiled)]
    assert plain[1] == profiled[1], (plain, profiled)
    # Only the moments at which collections are due may be a few allocations off.
    assert all(abs(a - b) < a // 50 for a, b in zip(plain, profiled)), (plain, profiled)


def test_a_profile_adds_up(ouro):
    with open(os.path.join(ROOT, "examples", "life.py"), encoding="utf-8") as f:
        _, text = ouro.profile(f.read())
    sums = [0] * 4
    for found in re.findall(r"^ *(\d+) +(\d+) +(\d+) +(\d+)  \S", text, re.M):
        sums = [a + int(b) for a, b in zip(sums, found)]
    head = re.match(r"allocated: (\d+) bytes in (\d+) blocks; alive at the end: (\d+) bytes in (\d+) blocks", text)
    assert list(map(int, head.groups())) == sums, (head.groups(), sums)

