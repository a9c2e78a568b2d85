# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The files of a board without a host: in flash and in RAM, main.py, precompiled code that runs from flash; and frozen
modules."""

import os
import re
import subprocess

from on_board import Prompt
from harness import ROOT
from harness.suite import check
import figures  # tools/figures.py
import packfiles  # tools/packfiles.py

FILES = {
    b"main.py": b"""import helper, pkg.sub
try:
    print("seen", open("log.txt").read())
except FileNotFoundError:
    print("first")
print("main", helper.twice(21), pkg.sub.name, pkg.__file__, __name__)
""",
    b"helper.py": b"def twice(n):\n    return 2 * n\n",
    b"pkg/__init__.py": b"from . import sub\n",
    b"pkg/sub.py": b"name = __name__\n",
    b"pkg/data/table.bin": bytes(range(256)) * 20,
    b"empty.txt": b"",
}
# What is typed, and how the last line of what it says begins.
WORK = [
    ("f = open('/pkg/data/table.bin', 'rb')", ""),
    ("f.seek(-3, 2), f.read(), f.seek(513), f.read(2), f.tell(), f.read(0)",
     r"(5117, b'\xfd\xfe\xff', 513, b'\x01\x02', 515, b'')"),
    ("f.seek(9000), f.read(5), f.close()", "(9000, b'', None)"),
    ("open('empty.txt').read(), open('./helper.py').readline()", r"('', 'def twice(n):\n')"),
    ("open('helper.py', 'w')", "OSError: [Errno 30] Read-only file system: 'helper.py'"),
    ("open('helper.py', 'a')", "OSError: [Errno 30]"),
    ("open('helper.py', 'x')", "FileExistsError: [Errno 17]"),
    ("open('none.txt')", "FileNotFoundError: [Errno 2]"),
    ("open('pkg')", "IsADirectoryError: [Errno 21]"),
    ("open('new', 'w').write('x'), open('new/y', 'w')", "NotADirectoryError: [Errno 20]"),
    ("open('helper.py/y')", "NotADirectoryError: [Errno 20]"),
    ("open('pkg/', 'w')", "IsADirectoryError: [Errno 21]"),
    (r"w = open('log.txt', 'w+'); w.write('one\ntwo\n'), w.seek(0), w.read()", r"(8, 0, 'one\ntwo\n')"),
    ("w.close(); a = open('log.txt', 'a'); a.write('three'), a.close(), open('/log.txt').read()",
     r"(5, None, 'one\ntwo\nthree')"),
    ("r = open('log.txt', 'r+b'); r.seek(4), r.write(b'TWO'), r.seek(16), r.write(b'.'), r.close()",
     "(4, 3, 16, 1, None)"),
    ("open('log.txt', 'rb').read()", r"b'one\nTWO\nthree\x00\x00\x00.'"),
    ("m = open('lib/mine.py', 'w'); m.write('v = 5'), m.close()", "(5, None)"),
    ("import lib.mine", "ModuleNotFoundError: No module named 'lib'"),
    ("i = open('lib/__init__.py', 'w'); i.close(); import lib.mine; lib.mine.v, lib.mine.__file__",
     "(5, 'lib/mine.py')"),
    ("open('open.txt', 'w').write('closed by the soft reset'), open('log.txt', 'w').write('kept')", "(24, 4)"),
]


def files_of_the_board(board):
    """main.py runs at the start; files in flash are read, others are made in RAM and outlive a soft reset."""
    with Prompt(board, False, packfiles.pack(FILES)) as p:
        out = p.wait_for(b">>> ").decode()
        check(out.startswith("first\r\nmain 42 pkg.sub pkg/__init__.py __main__\r\n"), out)
        for line, want in WORK:
            got = p.says(line)
            check(got.rstrip("\n").rsplit("\n", 1)[-1].startswith(want), line, "want", want, "got", got)
        p.type(b"\x04")
        reset = p.wait_for(b">>> ").decode()
        check("not given back" not in reset and "seen kept\r\nmain 42" in reset, reset)
        check(p.says("open('open.txt').read()") == "'closed by the soft reset'\n", "what was open")
        p.type(b"exit(3)\r")  # a reset: QEMU ends (-no-reboot)
        check(p.status() == 0, "exit")


OS_WORK = [
    ("import os; os.getcwd(), os.listdir(), os.listdir('/pkg/'), os.listdir('pkg/data'), os.listdir(b'pkg/data')",
     "('/', ['empty.txt', 'helper.py', 'main.py', 'pkg'], ['__init__.py', 'data', 'sub.py'], ['table.bin'], [b'table.bin'])"),
    ("def w(name, n):\n  f = open(name, 'w'); f.write('x' * n); f.close()\n", ""),
    ("w('a.txt', 3); w('/pkg/own.txt', 4); w('lib/x', 5); w('lib/y', 6); w('lib/z/deep', 7)", ""),
    ("sorted(os.listdir('.')), sorted(os.listdir('pkg')), sorted(os.listdir('lib')), os.listdir('lib/z')",
     "(['a.txt', 'empty.txt', 'helper.py', 'lib', 'main.py', 'pkg'], ['__init__.py', 'data', 'own.txt', 'sub.py'], "
     "['x', 'y', 'z'], ['deep'])"),
    ("[(oct(os.stat(p).st_mode), os.stat(p)[6]) for p in ('/', 'pkg', 'lib/z', 'a.txt', 'pkg/data/table.bin')]",
     "[('0o40755', 0), ('0o40755', 0), ('0o40755', 0), ('0o100644', 3), ('0o100444', 5120)]"),
    ("os.rename('a.txt', 'lib/a much longer name'), os.stat('lib/a much longer name').st_size, os.listdir()",
     "(None, 3, ['empty.txt', 'helper.py', 'main.py', 'pkg', 'lib'])"),
    ("os.rename('lib/x', 'lib/y'), sorted(os.listdir('lib')), os.stat('lib/y').st_size",
     "(None, ['a much longer name', 'y', 'z'], 5)"),
    ("f = open('lib/y'); os.rename('lib/y', 'lib/v'); w('lib/y', 1); os.remove('lib/v'); os.unlink('lib/y'); f.read()",
     "'xxxxx'"),
    ("f.close(), sorted(os.listdir('lib'))", "(None, ['a much longer name', 'z'])"),
    ("os.remove('helper.py')", "OSError: [Errno 30] Read-only file system: 'helper.py'"),
    ("os.rename('helper.py', 'x')", "OSError: [Errno 30] Read-only file system: 'helper.py' -> 'x'"),
    ("os.rename('pkg/own.txt', 'pkg/sub.py')", "OSError: [Errno 30] Read-only file system: 'pkg/own.txt' -> 'pkg/sub.py'"),
    ("os.remove('pkg')", "IsADirectoryError: [Errno 21]"),
    ("os.rename('pkg', 'x')", "PermissionError: [Errno 1]"),
    ("os.rename('pkg/own.txt', 'lib')", "IsADirectoryError: [Errno 21]"),
    ("os.rename('pkg/own.txt', 'pkg/own.txt/x')", "NotADirectoryError: [Errno 20]"),
    ("os.rename('none', 'x')", "FileNotFoundError: [Errno 2] No such file or directory: 'none' -> 'x'"),
    ("os.remove('none')", "FileNotFoundError: [Errno 2] No such file or directory: 'none'"),
    ("os.stat('empty.txt/x')", "NotADirectoryError: [Errno 20]"),
    ("os.listdir('empty.txt')", "NotADirectoryError: [Errno 20]"),
    ("os.listdir('none')", "FileNotFoundError: [Errno 2]"),
    ("os.mkdir('new')", "PermissionError: [Errno 1] Operation not permitted: 'new'"),
    ("os.mkdir('lib')", "FileExistsError: [Errno 17]"),
    ("os.rmdir('lib')", "OSError: [Errno 39] Directory not empty: 'lib'"),
    ("os.rmdir('none')", "FileNotFoundError: [Errno 2]"),
    ("os.chdir('/'), os.chdir('.')", "(None, None)"),
    ("os.chdir('lib')", "PermissionError: [Errno 1]"),
    ("os.chdir('none')", "FileNotFoundError: [Errno 2]"),
    # more than the board's memory in all: it is given back, for what was open, too
    ("[(w('big', 1000000), os.remove('big')) for i in range(22)][-1]", "(None, None)"),
    ("def o():\n  f = open('big', 'wb'); os.remove('big'); f.write(bytes(1000000)); f.close()\n", ""),
    ("[o() for i in range(22)][-1], os.listdir().count('big')", "(None, 0)"),
    ("[os.remove(n) for n in ('lib/z/deep', 'lib/a much longer name', 'pkg/own.txt')]; os.listdir(), os.uname()[0]",
     "(['empty.txt', 'helper.py', 'main.py', 'pkg'], 'Ouro')"),
    ("o = open('gone', 'w'); o.write('x' * 3000); os.remove('gone')", ""),
]


def module_os_of_the_board(board):
    """Flash and RAM are one tree to os, and what is removed gives its memory back."""
    with Prompt(board, False, packfiles.pack(FILES)) as p:
        p.wait_for(b">>> ")
        for line, want in OS_WORK:
            for part in line.split("\n")[:-1]:
                p.says(part, b"... ")
            got = p.says(line.split("\n")[-1])
            check(got.rstrip("\n").rsplit("\n", 1)[-1].startswith(want), line, "want", want, "got", got)
        p.type(b"\x04")  # closes what was removed while it was open
        check(b"not given back" not in p.wait_for(b">>> "), "after a soft reset")
        check(p.says("import os; os.listdir()") == "['empty.txt', 'helper.py', 'main.py', 'pkg']\n", "after a soft reset")


def module_os_of_the_host(board):
    """With a host, os does what semihosting can."""
    board.write("os_host.py", """import os
with open("a.txt", "w") as f:
    f.write("abc")
os.rename("a.txt", "b.txt")
print(os.stat("b.txt").st_size, oct(os.stat("b.txt").st_mode), oct(os.stat(".").st_mode), os.remove("b.txt"))
for f, *args in (os.remove, "b.txt"), (os.rename, "b.txt", "c"), (os.stat, "b.txt"), (os.listdir,), (os.mkdir, "d"), (os.getcwd,):
    try:
        f(*args)
    except OSError as e:
        print(type(e).__name__, e.errno)
""")
    got = board.run("os_host.py")
    check(got == (0, "3 0o100644 0o40755 None\n" + "FileNotFoundError 2\n" * 3 + "OSError 95\n" * 3, ""), got)


FILL = """def fill():
  n = gc.mem_free() - 200000
  x = [bytes(1000) for i in range(n // 1020)]
  f = open('big', 'wb', 0)
  k = 0
  try:
    while True: k += f.write(b'0123456789' * 50)
  except OSError as e: print('full', k > 50000, e.errno)
  f.close()
  x = None
  gc.collect()
  d = open('big', 'rb').read()
  return d == (b'0123456789' * (k // 10 + 1))[:k]
"""


def files_in_ram_end_where_memory_ends(board):
    with Prompt(board, False, packfiles.pack({})) as p:
        p.wait_for(b">>> ")
        p.says("import gc")
        for line in FILL.splitlines():
            p.says(line, b"... ")
        p.says("")
        got = p.says("fill()")
        check(got == "full True 28\nTrue\n", got)
        p.type(b"\x04")
        check(b"not given back" not in p.wait_for(b">>> "), "after a soft reset")


def main_may_fail(board):
    for program, want in (
        (b"def f():\n    return 1 / 0\nf()\n", b'File "main.py", line 2, in f\r\nZeroDivisionError: division by zero\r\n'),
        (b"import sys\nprint('out')\nsys.exit(3)\n", b"out\r\n"),
        (b"def f(:\n", b"SyntaxError: "),
    ):
        with Prompt(board, False, packfiles.pack({b"main.py": program})) as p:
            check(want in p.wait_for(b">>> "), program)
            check(p.says("6 * 7") == "42\n", "the prompt after", program)
    with Prompt(board, False, packfiles.pack({b"main.py": b"print('begins')\nwhile True:\n    pass\n"})) as p:
        p.wait_for(b"begins")
        p.type(b"\x03")
        check(b"KeyboardInterrupt" in p.wait_for(b">>> "), "Ctrl-C in main.py")


def damaged_files(board):
    """What is damaged is told and gives an error; the board starts all the same.  (tests/unit/test_board_files.c does
    it to every byte.)"""
    image = packfiles.pack(FILES)
    for at, want in ((0, None), (11, "there are no files in flash: they do not fit into it"),
                     (40, "there are no files in flash: the list of them is damaged")):
        bad = bytearray(image)
        bad[at] ^= 0x80
        with Prompt(board, False, bytes(bad)) as p:
            out = p.wait_for(b">>> ").decode()
            check("main" not in out and (want in out if want else "no files" not in out), at, out)
            check("Errno 2" in p.says("open('helper.py')"), at)
    bad = bytearray(image)
    bad[image.index(b"return 2 * n")] ^= 0x20
    with Prompt(board, False, bytes(bad)) as p:
        check(b"OSError: [Errno 5] Input/output error: 'helper.py'" in p.wait_for(b">>> "), "main.py")
        check("b''" in p.says("open('empty.txt', 'rb').read()"), "the others")


def precompile(board, source):
    """What this machine makes of it."""
    board.write("bigmodule.py", source)
    host = os.path.join(ROOT, "build", "unix", "ouro")
    subprocess.run([host, "-o", "bigmodule.oc", "bigmodule.py"], cwd=board.folder, check=True)
    with open(os.path.join(board.folder, "bigmodule.oc"), "rb") as f:
        return f.read()


def bytes_of_import(p):
    """Of objects and interned strings, after importing bigmodule at the prompt."""
    p.wait_for(b">>> ")
    p.says("import gc; gc.collect(); a = gc.mem_alloc()")
    p.says("import bigmodule; gc.collect(); b = gc.mem_alloc()")
    kept = int(p.says("b - a"))
    check(p.says("bigmodule.func_59(1, 2, 3), bigmodule.Big().method_39(7)") == "(122, 7)\n", "what the module does")
    return kept


def precompiled_code_runs_from_flash(board):
    """What is left in RAM of the module of ./dev figures, imported from its source and from a .oc file in flash."""
    source = figures.big_module()
    kept = []
    for name, data in (b"bigmodule.py", source.encode()), (b"bigmodule.oc", precompile(board, source)):
        with Prompt(board, False, packfiles.pack({name: data})) as p:
            kept.append(bytes_of_import(p))
    print("      objects after importing bigmodule: from its source %d bytes, precompiled in flash %d" % tuple(kept))
    check(kept[1] < kept[0] - 2000, kept)


FROZEN = os.path.join(ROOT, "build", "mps2-frozen", "ouro")


def frozen_modules_and_files_of_the_image(board):
    """What -DOURO_FROZEN and -DOURO_FILES put into an image (tests/cortexm/frozen and flash): a frozen main, which
    imports from a frozen package and from a file."""
    with Prompt(board, False, image=FROZEN) as p:
        out = p.wait_for(b">>> ")
        check(out.startswith(b"frozen main __main__ main.py *-*-*- a board\r\n"), out)
        got = p.says("drivers.__doc__, drivers.__file__, drivers.led.__name__, settings.__file__")
        check(got == "('Drivers, frozen.', 'drivers/__init__.py', 'drivers.led', 'settings.py')\n", got)
        got = p.says("drivers.led.fail()")
        check('File "drivers/led.py", line 8, in fail\nZeroDivisionError' in got, got)
        check("No module named 'drivers.none'" in p.says("import drivers.none"), "a module that is not there")
        p.type(b"\x04")
        reset = p.wait_for(b">>> ")
        check(b"not given back" not in reset and b"frozen main" in reset, reset)


def what_a_frozen_module_takes(board):
    """RAM that the 10.9 KB module of ./dev figures takes when it is imported frozen."""
    use = "; print(bigmodule.func_59(1, 2, 3), bigmodule.Big().method_39(7))"
    sums = []
    for code, want in ("import gc; gc.collect()", ""), ("import bigmodule, gc; gc.collect()", ""), ("import bigmodule" + use, "122 7\n"):
        status, out, err = board.run("--mem", "-c", code, image=FROZEN)
        found = dict(re.findall(r"^ +(objects|interned strings) +([\d ]+)$", err, re.M))
        check(status == 0 and out == want and "objects" in found, status, out, err)
        sums.append(sum(int(n.replace(" ", "")) for n in found.values()))
    print("      RAM after importing bigmodule frozen, objects and interned strings: %d bytes" % (sums[1] - sums[0]))
    check(sums[1] - sums[0] <= 3072, sums)


def main_of_a_small_board(board):
    """At the minimal level files in flash can be imported, and main.py runs, after a soft reset again."""
    program = b"import helper, pkg.sub\nprint('main', helper.twice(21), pkg.sub.name, pkg.__file__, __name__)\n"
    want = b"main 42 pkg.sub pkg/__init__.py __main__\r\n"
    modules = {name: program if name == b"main.py" else text for name, text in FILES.items() if name.endswith(b".py")}
    with Prompt(board, False, packfiles.pack(modules)) as p:
        out = p.wait_for(b">>> ")
        check(want in out, out)
        check(p.says("import pkg.sub; pkg.sub.name") == "'pkg.sub'\n", "imported by main.py, too")
        p.type(b"\x04")
        check(want in p.wait_for(b">>> "), "after a soft reset")
    with Prompt(board, False, packfiles.pack({b"main.py": b"def f():\n    return 1 // 0\nf()\n"})) as p:
        check(b'File "main.py", line 2, in f\r\nZeroDivisionError\r\n' in p.wait_for(b">>> "), "where it failed")
        check(p.says("6 * 7") == "42\n", "the prompt afterwards")


TESTS = [files_of_the_board, module_os_of_the_board, module_os_of_the_host, files_in_ram_end_where_memory_ends, main_may_fail, damaged_files,
         precompiled_code_runs_from_flash, frozen_modules_and_files_of_the_image, what_a_frozen_module_takes]
