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

    def refused(self, *arguments, stdout=None):
        """What heapview.py says on the error output when it ends with status 1."""
        status, _, err, _ = execute([sys.executable, HEAPVIEW, *arguments], self.folder, 120, stdout=stdout)
        error = err.decode()
        check(status == 1 and error.startswith("heapview: "), status, error[-800:])
        check("Traceback" not in error and error.count("\n") == 1, error)
        return error

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

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
    each = 4 * ouro.word + ouro.rounded(100)  # header, and exactly 100 bytes
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
    for path in ("__main__.app", "__main__.app.window.rows[1]['big']", "__main__.table[('a', 1)]", "__main__.table[7]",
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
    assert (paths[1]["path"], paths[1]["new"]) == ("__main__.fresh['x']", True), paths
    assert paths[0]["grew"] >= 100 * 300, paths
    assert not any(p["path"].startswith(("__main__.log[", "__main__.steady")) for p in paths), paths


# Two dumps around a call of leak(); what grows in it is to be named.
AROUND = """\
import gc
%s
gc.collect()
gc.dump('a.dump')
leak()
gc.collect()
gc.dump('b.dump')
"""


def grown(ouro, source, *options):
    ouro.run(AROUND % source, *options)
    return ouro.tables("a.dump", "b.dump")["paths"]


def test_a_leak_is_named_by_the_deepest_place(ouro):
    """One program for each way in which programs leak; the first row is to name the place."""
    ouro.write("app.py", "cache = []\nnames = {'a': 1}\n")
    node = "class Node:\n    def __init__(self, next):\n        self.next = next\n        self.data = bytearray(20)\n"
    cases = {
        "app.cache": "import app\ndef leak():\n    for i in range(300):\n        app.cache.append(bytearray(50))\n",
        "__main__.boxes[1].table['rows']":
            "class Box:\n    def __init__(self):\n        self.table = {'rows': {}, 'n': 1}\nboxes = [Box(), Box(), Box()]\n"
            "def leak():\n    for i in range(300):\n        boxes[1].table['rows'][i] = 'row %d' % i\n",
        "__main__.Registry.cache":
            "class Registry:\n    cache = {}\nr = Registry()\ndef leak():\n    for i in range(300):\n"
            "        r.cache[i] = [i]\n",
        "__main__.add.<cell seen>":
            "def make():\n    seen = []\n    return lambda x: seen.append(x)\nadd = make()\n"
            "def leak():\n    for i in range(300):\n        add('item %d' % i)\n",
        "__main__.app.text":
            "class App:\n    def __init__(self):\n        self.text = ''\n        self.n = [1]\napp = App()\n"
            "def leak():\n    for i in range(300):\n        app.text += 'line %d' % i\n",
        "__main__.queue.head":
            node + "class Queue:\n    pass\nqueue = Queue()\nqueue.head = Node(None)\ndef leak():\n    for i in range(300):\n"
            "        queue.head = Node(queue.head)\n",
        "__main__.first":
            node + "last = first = Node(None)\ndel last\ndef leak():\n    last = first\n    for i in range(300):\n"
            "        last.next = Node(None)\n        last = last.next\n",
        "__main__.sessions[*].log":
            "class Session:\n    def __init__(self):\n        self.log, self.user = [], 'u'\n"
            "sessions = [Session() for i in range(20)]\ndef leak():\n    for s in sessions:\n        for i in range(30):\n"
            "            s.log.append('entry %d' % i)\n",
        "__main__.root":
            "root = {'left': {}, 'right': {}}\ndef leak():\n    at = root\n    for i in range(300):\n"
            "        at['left'] = {'left': {}}\n        at = at['left']\n",
    }
    for path, source in cases.items():
        rows = grown(ouro, source, "-X", "names")
        assert rows[0]["path"] == path, (path, rows[:3])
        assert rows[0]["grew"] >= 300 * 16 or path == "__main__.app.text", rows[0]
        assert rows[0]["depth"] == 0 and sum(r["grew"] for r in rows[1:] if not r["depth"]) < rows[0]["grew"] / 4, rows


def test_growth_that_several_share_is_told_of_their_holder(ouro):
    source = ("class App:\n    def __init__(self):\n        self.a, self.b, self.c = [], {}, 'c'\napp = App()\n"
              "def leak():\n    for i in range(200):\n        app.a.append(bytearray(50))\n        app.b[i] = bytearray(50)\n")
    rows = grown(ouro, source)
    assert (rows[0]["path"], rows[0]["depth"]) == ("__main__.app", 0), rows
    assert {(r["path"], r["depth"]) for r in rows[1:3]} == {("__main__.app.a", 1), ("__main__.app.b", 1)}, rows
    assert rows[0]["grew"] == rows[1]["grew"] + rows[2]["grew"], rows
    assert {"type": "bytearray", "count": 400, "bytes": row(rows[0]["of"], "type", "bytearray")["bytes"]} in rows[0]["of"]


def test_a_second_holder_of_what_leaks_is_told(ouro):
    source = ("items, index = [], {}\nclass Item:\n    pass\ndef leak():\n    for i in range(200):\n"
              "        x = Item()\n        items.append(x)\n        index['k%d' % i] = x\n")
    found = {r["path"]: r for r in grown(ouro, source)}
    assert found["__main__.items"]["also"] == "__main__.index", found["__main__.items"]
    assert row(found["__main__.items"]["of"], "type", "Item")["count"] == 200, found["__main__.items"]
    assert "also held by __main__.index" in ouro.view("a.dump", "b.dump")


def test_what_shrank_and_what_is_left_out_is_counted(ouro):
    source = ("gone = [bytearray(1000) for i in range(9)]\nlists = {'l%d' % i: [] for i in range(9)}\n"
              + "".join("l%d = lists['l%d']\n" % (i, i) for i in range(9)) +
              "def leak():\n    gone.clear()\n    for l in lists.values():\n        l.append(bytearray(300))\n")
    ouro.run(AROUND % source)
    found = ouro.tables("a.dump", "b.dump", "-n", "4")
    assert len(found["paths"]) == 4 and found["paths_left"]["count"] >= 5, found["paths_left"]
    assert found["shrank"]["count"] >= 1 and found["shrank"]["bytes"] >= 9000, found["shrank"]
    text = ouro.view("a.dump", "b.dump", "-n", "4")
    assert "%d more\n" % found["paths_left"]["count"] in text and "that shrank\n" in text, text
    left = ouro.tables("a.dump", "b.dump", "-n", "1")["types_left"]
    assert left["count"] >= 1, left
    assert re.search(r"^  %d more .* \%+d$" % (left["count"], left["bytes"]), ouro.view("a.dump", "b.dump", "-n", "1"), re.M)


NAMED = """\
import gc
class Slotted:
    __slots__ = ('buffer', 'name')
    def __init__(self):
        self.buffer = bytearray(900)
class Plain:
    def __init__(self):
        self.wide = bytearray(900)
def make():
    seen = bytearray(900)
    return lambda: seen
slotted, plain, closure = Slotted(), Plain(), make()
plain.late = bytearray(900)
def defaults(a, b=bytearray(900), *, c=bytearray(900)):
    pass
def generate(source):
    local = bytearray(900)
    yield local
    yield local
running = generate(0)
next(running)
table = {'key': bytearray(900), 5: bytearray(900), (1, 'a'): bytearray(900)}
nested = [0, (1, [bytearray(900)])]
long_key = {('a' * 40, 2): 1}
numbers = {'some text %d' % 1, 7}
walk = iter([bytearray(900)])
def inner(given):
    buffer = bytearray(900)
    captured = bytearray(900)
    def use():
        return captured
    gc.collect()
    gc.dump('heap.dump')
    return buffer, use
inner(bytearray(900))
"""


def test_variables_have_their_names(ouro):
    ouro.run(NAMED, "-X", "names")
    holders = ouro.tables("heap.dump", "-n", "99", "--type", "bytearray")["largest"]
    paths = {h["path"] for h in holders}
    wanted = ["slotted.buffer", "plain.wide", "plain.late", "closure.<cell seen>", "defaults.<default b>",
              "defaults.<default c>", "running.<local local>", "table['key']", "table[5]", "table[(1, 'a')]",
              "nested[1][1][0]", "walk.<list>[0]"]
    for path in ["__main__." + w for w in wanted] + ["inner(): " + w for w in ("given", "buffer", "captured")]:
        assert path in paths, (path, sorted(paths))
    assert "__main__.numbers.<item 'some text 1'>" in {
        h["path"] for h in ouro.tables("heap.dump", "-n", "99", "--type", "str")["largest"]}
    assert not [p for p in paths if re.search(r"\.\(\d|unit|register|\?", p)], sorted(paths)


def test_without_kept_names_types_stand_for_them(ouro):
    ouro.run(NAMED)
    text = ouro.view("heap.dump")
    assert "ouro -X names keeps all names" in text, text
    paths = {h["path"] for h in ouro.tables("heap.dump", "-n", "99", "--type", "bytearray")["largest"]}
    assert {"inner(): given", "inner(): <bytearray>", "__main__.running.<bytearray>",
            "__main__.defaults.<default b>"} <= paths, sorted(paths)
    ouro.run(NAMED, "-X", "names")
    assert "keeps all names" not in ouro.view("heap.dump")


def test_objects_are_found_by_name_address_and_type(ouro):
    ouro.write("app.py", "class Box:\n    shared = {'k': [1]}\nattr = [0, {'name': [Box()]}]\n")
    ouro.run(NAMED + "import app\ngc.dump('heap.dump')\n", "-X", "names")

    def last(what, *dump):
        return ouro.view("heap.dump", "--path", what).rstrip("\n").split("\n")[-1]

    for typed, path in (("__main__.table", "__main__.table"), ("table[\"key\"]", "__main__.table['key']"),
                        ("table[(1, 'a')]", "__main__.table[(1, 'a')]"), ("app.attr[1]['name'][0]", "app.attr[1]['name'][0]"),
                        ("app.Box.shared['k']", "app.Box.shared['k']"), ("closure.seen", "__main__.closure.<cell seen>"),
                        ("app.attr[1]['name'][0].shared", "app.Box.shared"), ("running.local", "__main__.running.<local local>"),
                        ("Slotted", "__main__.slotted"), ("__main__.Slotted", "__main__.Slotted")):
        assert last(typed).endswith(" " + path), (typed, last(typed))
    text = ouro.view("heap.dump", "-n", "99")
    shown = re.search(r"^ +dict .* (@\w+) +__main__\.table$", text, re.M)
    assert shown, text
    assert last(shown.group(1)).endswith(" __main__.table"), last(shown.group(1))
    address = re.search(r" at (\w+), keeps", ouro.view("heap.dump", "--path", "table")).group(1)
    assert address.endswith(shown.group(1)[1:]) and last(address).endswith(" __main__.table")
    assert last("0x" + address) == last("@" + address[-8:]) == last(address)
    answer = ouro.tables("heap.dump", "--path", "table[5]")
    assert answer["held_by"] == ["__main__.table"] and answer["chain"][-1]["path"] == "__main__.table[5]", answer
    assert "close to it: __main__.table" in ouro.refused("heap.dump", "--path", "tabel")
    assert "no address" in ouro.refused("heap.dump", "--path", "ffffffffff")


def test_a_long_chain_is_cut_in_the_middle(ouro):
    source = ("class Node:\n    pass\nfirst = at = Node()\nfor i in range(500):\n    at.next = Node()\n    at = at.next\n"
              "at.next = bytearray(700)\nat = None\n")
    ouro.run(source, "-X", "heapdump=heap.dump")
    lines = ouro.view("heap.dump", "--path", "bytearray").rstrip("\n").split("\n")
    assert lines[-1].endswith("__main__.first(.next)*501"), lines[-1]
    left = [int(m.group(1)) for m in (re.fullmatch(r" +(\d+) more", line) for line in lines) if m]
    assert len(left) == 1 and len(lines) < 30 and left[0] + sum("@" in line for line in lines) == 505, lines
    assert ouro.view("heap.dump", "--path", "first(.next)*501").rstrip("\n").split("\n")[-1] == lines[-1]
    text = ouro.view("heap.dump")
    assert text.count(".next") <= 3, text  # not a row for each node


def test_objects_of_a_type_are_counted_and_grouped(ouro):
    source = ("counters = [[i] for i in range(1024)]\nbig = list(range(5000))\nboth = {'same': big}\n"
              "few = {'a': [1], 'b': [2]}\n")
    ouro.run(source, "-X", "heapdump=heap.dump")
    answer = ouro.tables("heap.dump", "--type", "list")
    of_type = row(ouro.tables("heap.dump", "-n", "99")["types"], "type", "list")
    assert (answer["count"], answer["bytes"]) == (of_type["count"], of_type["bytes"]), (answer, of_type)
    place = row(answer["places"], "path", "__main__.counters[*]")
    size = place["bytes"] // 1024
    assert place["count"] == 1024 and place["each"] == "1,024 x %d B" % size, place
    assert row(answer["places"], "path", "__main__.few[*]")["count"] == 2, answer["places"]
    assert len(answer["largest"]) == 10 and answer["largest_left"] == answer["count"] - 10, answer
    assert answer["largest"][0]["path"] in ("__main__.counters", "__main__.big"), answer["largest"][0]
    assert set(row(answer["largest"], "path", "__main__.big")["held_by"]) == {"__main__", "__main__.both"}, answer["largest"]
    text = ouro.view("heap.dump", "--type", "list")
    for line in ("counters[*]  1,024 x %d B" % size, "also held by __main__.both", "%s more" % "{:,}".format(answer["largest_left"])):
        assert line in text, (line, text)
    assert "no object of type lst; there are: list" in ouro.refused("heap.dump", "--type", "lst")


def test_equal_holders_stand_in_one_row(ouro):
    source = "counters = [bytearray(20) for i in range(1024)]\nodd = [[i] for i in range(50)] + [[bytearray(9000)]]\n"
    ouro.run(source, "-X", "heapdump=heap.dump")
    holders = ouro.tables("heap.dump", "-n", "99")["holders"]
    group = row(holders, "path", "__main__.counters[*]")
    assert (group["members"], group["depth"], group["type"]) == (1024, 1, "bytearray"), group
    assert row(holders, "path", "__main__.odd[50]")["members"] == 1, holders  # too large to be one of many
    text = ouro.view("heap.dump")
    assert re.search(r"^ +bytearray .*  \[\*\]  1,024 x \d+ B$", text, re.M), text
    assert len(text.split("\n")) < 80, text
    left = ouro.tables("heap.dump", "-n", "2")["holders_left"]
    assert left and re.search(r"^ .* %d more$" % left, ouro.view("heap.dump", "-n", "2"), re.M), left


def test_text_fits_the_terminal(ouro):
    source = NAMED + "deep = {'%s' % ('k' * 60): [{'another_rather_long_key_%d' % i: bytearray(3000)} for i in range(9)]}\n"
    ouro.run(source + "gc.dump('a.dump')\ntable['new key'] = [bytearray(4000)]\ngc.dump('b.dump')\n")
    for width in (80, 100, 120):
        for question in (["b.dump", "-n", "60"], ["a.dump", "b.dump"], ["b.dump", "--type", "bytearray"],
                         ["b.dump", "--path", "bytearray"]):
            text = ouro.view(*question, "--width", str(width))
            assert "\x1b" not in text
            wide = [line for line in text.split("\n") if len(line) > width]
            assert not wide, (width, question, wide)


def test_dumps_of_version_1_can_be_read(ouro):
    ouro.run(NAMED)
    with open(ouro.path("heap.dump"), encoding="utf-8") as f:
        text = f.read()
    assert text.startswith("ouro-heap 2\n")
    ouro.write("old.dump", re.sub(r'(@\w+)~"[^"]*"', r"\1", text).replace("ouro-heap 2", "ouro-heap 1", 1))
    paths = {h["path"] for h in ouro.tables("old.dump", "-n", "99", "--type", "bytearray")["largest"]}
    assert {"__main__.closure.<cell>", "__main__.defaults.<bytearray>", "__main__.table[5]"} <= paths, sorted(paths)
    ouro.write("new.dump", text.replace("ouro-heap 2", "ouro-heap 3", 1))
    assert "another version" in ouro.refused("new.dump")


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
    size = ouro.rounded(20000)
    widths = 0
    for rect in tree.iter(ns + "rect"):
        tip = rect.find(ns + "title")
        if tip is not None and "pinned" in tip.text:
            assert "{:,} bytes".format(size) in tip.text, tip.text
            widths += float(rect.get("width")) + 0.4
    assert abs(widths - size * 768 / per_row) < 1, (widths, size, per_row)


def svg_text(ouro, name):
    return "\n".join(xml.etree.ElementTree.parse(ouro.path(name)).getroot().itertext())


def test_the_picture_has_a_legend_with_sizes(ouro):
    source = "import gc\nb = bytearray(20000)\np = gc.pin(b)\nt = ['%d' % i for i in range(400)]\n"
    ouro.run(source, "-X", "heapdump=heap.dump")
    ouro.view("heap.dump", "-o", "heap.svg", "--title", "A <heap>", "-n", "2")
    text = svg_text(ouro, "heap.svg")
    for pattern in (r"^A <heap>$", r"^bytes, bytearray, array [\d.,]+ KB$", r"^str [\d.,]+ K?B$", r"^free [\d.,]+ [KMG]?B$", r"^pinned$",
                    r"^__main__\.b$", r"^\d+ more", r"^All memory: [\d.,]+ KB of [\d.,]+ [KMG]?B in use"):
        assert re.search(pattern, text, re.M), (pattern, text)
    with open(ouro.path("heap.dump"), encoding="utf-8") as f:
        area = re.search(r"^area (\w+)", f.read(), re.M).group(1)
    assert area[:6] not in text  # the same heap gives the same picture wherever it lies


def test_the_picture_of_the_readme_can_be_made(ouro):
    examples = os.path.join(ROOT, "examples")
    source = ("import sys, gc\nsys.path.append(%r)\nimport qr\ncode, mask = qr.encode('Ouro')\ngc.collect()\ngc.dump('qr.dump')\n" % examples)
    pictures = []
    for name in ("first.svg", "second.svg"):
        ouro.run(source, "-X", "memory=64k")
        ouro.view("qr.dump", "-n", "10", "-o", name)
        with open(ouro.path(name), encoding="utf-8") as f:
            pictures.append(f.read())
    assert pictures[0] == pictures[1]
    assert len(pictures[0].encode()) < 60000
    text = svg_text(ouro, "first.svg")
    assert "__main__.code" in text and "qr.Code" in text and "bytes, bytearray, array" in text, text


def test_a_comparison_can_be_drawn(ouro):
    source = ("class App:\n    pass\napp = App()\napp.cache = []\nsteady = [bytearray(500) for i in range(20)]\n"
              "def leak():\n    for i in range(40):\n        app.cache.append(bytearray(900))\n")
    ouro.run(AROUND % source)
    ouro.view("a.dump", "b.dump", "-o", "x.svg")
    tree = xml.etree.ElementTree.parse(ouro.path("x.svg"))
    text = svg_text(ouro, "x.svg")
    rows = ouro.tables("a.dump", "b.dump")["paths"]
    assert rows[0]["path"] == "__main__.app.cache" and re.search(r"^__main__\.app\.cache$", text, re.M), text
    assert re.search(r"^list, more: 40 x bytearray$", text, re.M), text
    ns = "{http://www.w3.org/2000/svg}"
    tips = [(r.get("fill"), r.find(ns + "title").text) for r in tree.iter(ns + "rect") if r.find(ns + "title") is not None]
    colors = {fill for fill, tip in tips if tip.startswith("__main__.app.cache, ")}
    assert len(colors) == 1, tips
    per_row = int(re.search(r"([\d,]+) bytes a row", text).group(1).replace(",", ""))
    width = sum(float(r.get("width")) + 0.4 for r in tree.iter(ns + "rect") if r.find(ns + "title") is not None and
                r.find(ns + "title").text.startswith("__main__.app.cache, "))
    assert abs(width * per_row / 768 - rows[0]["retained"]) < 0.05 * rows[0]["retained"], (width, per_row, rows[0])


def test_impossible_outputs_are_refused(ouro):
    ouro.run("import gc\ngc.dump('a.dump')\ngc.dump('b.dump')\n")
    for arguments, why in (
            (["a.dump", "-o", "x.png"], "only .svg"), (["a.dump", "b.dump", "-o", "x.txt"], "only .svg"),
            (["a.dump", "--path", "gc", "-o", "x.svg"], "none of --path"), (["a.dump", "--type", "str", "-o", "x.svg"], "none of --path"),
            (["a.dump", "b.dump", "--type", "str"], "one dump"), (["a.dump", "--path", "x", "--type", "str"], "one at a time"),
            (["a.dump", "--json", "-o", "x.svg"], ".json"), (["a.dump", "--title", "T"], "pictures"),
            (["a.dump", "-o", "none/x.svg"], "cannot write none/x.svg: No such file"),
            (["a.dump", "b.dump", "-o", "none/x.svg"], "cannot write none/x.svg: No such file"),
            (["a.dump", "-o", "none/x.json"], "cannot write none/x.json: No such file"), (["no.dump"], "No such file")):
        assert why in ouro.refused(*arguments), (arguments, why, ouro.refused(*arguments))
    assert not [n for n in os.listdir(ouro.folder) if n.startswith("x.")], os.listdir(ouro.folder)
    with open("/dev/full", "w", encoding="utf-8") as full:
        assert "No space left" in ouro.refused("a.dump", stdout=full)
    assert ouro.view("a.dump", "-o", "x.json") == ""
    with open(ouro.path("x.json"), encoding="utf-8") as f:
        assert json.load(f) == ouro.tables("a.dump")


def test_help_has_examples(ouro):
    text = ouro.view("--help")
    for example in ("heapview.py before.dump after.dump -o x.svg", "--type dict", "--path app.rows[3]", "--path @"):
        assert example in text, text


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

