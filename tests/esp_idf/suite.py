# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The port to ESP-IDF, linked on this machine with functions of our own in the place of ESP-IDF's
(tests/esp_idf/CMakeLists.txt): main.py and the prompt, files, Ctrl-C, and memory that is shared with a system."""

import os
import re
import shutil
import subprocess
import sys
import time

import run32  # tools/run32.py
from harness import BUILD, ROOT
from harness.process import Dialogue
from harness.suite import check

VARIANTS = (None,)
JOBS = 1  # there is one file system
FOLDER = os.path.join(BUILD, "esp_idf")
RESERVE, BLOCK = 65536, 20480  # the defaults of Kconfig


class Chip(Dialogue):
    """The application, from its start on, with these files in its file system."""

    def __init__(self, files):
        self.flash = os.path.join(FOLDER, "flash")
        shutil.rmtree(self.flash, ignore_errors=True)
        os.mkdir(self.flash)
        for name, text in files.items():
            with open(os.path.join(self.flash, name), "w", encoding="utf-8") as f:
                f.write(text)
        program = os.path.join(FOLDER, "ouro_esp")
        super().__init__(run32.command(program), 60 * run32.slowness(program))

    def wait_for(self, text):
        return super().wait_for(text.encode()).decode("utf-8", "replace")

    def type(self, text):
        for i in range(0, len(text), 64):  # a UART's buffer is as long
            super().type(text[i : i + 64].encode())
            time.sleep(0.05)

    def leave(self, status=0):
        self.type("exit(%d)\r" % status)
        got = self.status()
        check(got == status, "ended with", got, "want", status)


def test_main_then_prompt(build):
    files = {"main.py": "import helper\nx = helper.double(21)\nprint('main', x, __name__)\n",
             "helper.py": "def double(n):\n    return 2 * n\n"}
    with Chip(files) as chip:
        chip.wait_for("main 42 __main__\n")
        chip.wait_for(">>> ")
        chip.type("x + 1\r")  # what main.py leaves behind is there
        check("43" in chip.wait_for(">>> "), "main.py's globals at the prompt")
        chip.leave(3)


def test_an_error_in_main_leads_to_the_prompt(build):
    for program, end in (("1/0\n", "ZeroDivisionError: division by zero"), ("import sys\nprint('out')\nsys.exit(5)\n", "out")):
        with Chip({"main.py": program}) as chip:
            chip.wait_for(end)
            chip.wait_for(">>> ")
            chip.leave()
    with Chip({}) as chip:
        chip.wait_for(">>> ")
        chip.leave()


def test_files(build):
    program = """import sys
with open("new.txt", "w") as f:
    print(f.write("one\\ntwo\\n"))
with open("./new.txt", "a") as f:
    f.write("three\\n")
with open("new.txt", "r+b") as f:
    print(f.read(), f.seek(-6, 2), f.read(), f.seek(0), f.write(b"ONE"))
for name, mode in ("none.txt", "r"), ("new.txt", "x"), (".", "w"), ("x" * 300, "r"):
    try:
        open(name, mode)
    except OSError as e:
        print(type(e).__name__, e.errno)
print(sys.stdin.readline())
"""
    with Chip({"main.py": program}) as chip:
        out = chip.wait_for("IsADirectoryError 21\n")
        want = "8\nb'one\\ntwo\\nthree\\n' 8 b'three\\n' 0 3\nFileNotFoundError 2\nFileExistsError 17\n"
        check(out == want, out)
        chip.wait_for("OSError 36\n")
        chip.type("typed\r")
        chip.wait_for("typed\n\n")
        chip.wait_for(">>> ")
        chip.leave()
        with open(os.path.join(chip.flash, "new.txt"), encoding="utf-8") as f:
            check(f.read() == "ONE\ntwo\nthree\n", "the file")


def test_module_os(build):
    program = """import os
for name in "a.txt", "b.txt":
    with open(name, "w") as f:
        f.write(name * 3)
os.mkdir("d")
os.rename("b.txt", "d/c.txt")
print(sorted(os.listdir()), os.listdir("/%s/d" % os.getcwd().strip("/")), os.listdir("./d"), os.stat("d/c.txt").st_size)
print([hex(os.stat(p).st_mode & 0o170000) for p in (".", "d", "a.txt")], os.uname().machine, os.chdir("."))
for f, *args in ((os.remove, "none"), (os.rmdir, "d"), (os.mkdir, "d"), (os.listdir, "a.txt"), (os.chdir, "d"), (os.chdir, "a.txt"),
                 (os.stat, "x" * 300), (os.rename, "none", "x"), (os.rename, "a.txt", "x" * 300)):
    try:
        f(*args)
    except OSError as e:
        print(type(e).__name__, e.errno)
os.remove("d/c.txt"); os.rmdir("d"); os.unlink("/%s/a.txt" % os.getcwd().strip("/"))
print(os.listdir())
"""
    with Chip({"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        want = ("['a.txt', 'd', 'main.py'] ['c.txt'] ['c.txt'] 15\n['0x4000', '0x4000', '0x8000'] linux None\n"
                "FileNotFoundError 2\nOSError 39\nFileExistsError 17\nNotADirectoryError 20\nPermissionError 1\n"
                "NotADirectoryError 20\nOSError 36\nFileNotFoundError 2\nOSError 36\n['main.py']\n")
        check(out.startswith(want), out)
        chip.leave()


def test_examples_print_what_cpython_prints(build):
    for name in "qr.py", "lisp.py", "aes.py", "inflate.py", "forth.py":
        path = os.path.join(ROOT, "examples", name)
        want = subprocess.run([sys.executable, path], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True)
        with open(path, encoding="utf-8") as f:
            source = f.read()
        with Chip({"main.py": source + "\nprint('the end')\n"}) as chip:
            out = chip.wait_for("the end\n")
            check(out == want.stdout.decode(), name, repr(out[:2000]))
            chip.wait_for(">>> ")
            chip.leave()


def test_soft_resets_give_all_back(build):
    files = {"main.py": "import gc\na = [bytes(3000) for i in range(40)]\nprint('main', gc.isenabled())\n"}
    with Chip(files) as chip:
        free = []
        for i in range(6):
            chip.wait_for("main True\n")
            chip.wait_for(">>> ")
            if i % 2:
                chip.type("f = open('x', 'w'); f.write('not closed'); b = [bytes(900) for i in range(100)]; 'ready'\r")
                chip.wait_for("'ready'\r\n")
                chip.wait_for(">>> ")
            chip.type("\x04")
            free.append(re.search(r"soft reset: (.*)\n", chip.wait_for("free\n") + "free\n").group(1))
        check(len(set(free)) == 1 and "not given back" not in free[0], free)
        chip.wait_for(">>> ")
        chip.leave()
        with open(os.path.join(chip.flash, "x"), encoding="utf-8") as f:
            check(f.read() == "not closed", "a file that was open")


def test_ctrl_c(build):
    with Chip({"main.py": "print('begins')\nwhile True:\n    pass\n"}) as chip:
        chip.wait_for("begins\n")
        chip.type("\x03")
        chip.wait_for("KeyboardInterrupt\n")
        chip.wait_for(">>> ")
        chip.type("import time; print('sle' + 'eps'); time.sleep(1000)\r")
        chip.wait_for("sleeps\n")
        chip.type("\x03")
        chip.wait_for("KeyboardInterrupt\n")
        chip.wait_for(">>> ")
        chip.leave()


def test_time_passes(build):
    program = """import time, random
for s in 0, 0.0001, 0.004, 0.03, 0.3:
    a = time.ticks_us()
    time.sleep(s)
    took = time.ticks_diff(time.ticks_us(), a)
    print(s * 1e6 <= took)
print(time.time() > 1.7e9, len({random.getrandbits(32) for i in range(9)}))
"""
    with Chip({"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(out.startswith("True\n" * 5 + "True 9\n"), out)
        chip.leave()


def test_the_reserve_is_left_to_the_system(build):
    """Filled to the last byte in both memories, Wi-Fi gets its reserve, and what Python frees comes back."""
    program = """import wifi, gc
a = []
try:
    while True:
        a.append(bytes(3000))
except MemoryError as e:
    print('full', len(a) > 700, e)
print(wifi.free() >= %d)
p = wifi.take(%d)
print(p is not None)
a = None
gc.collect()
print(wifi.free() > 150000)
wifi.give(p)
a = [bytes(3000) for i in range(700)]
print(len(a))
""" % (RESERVE, BLOCK)
    with Chip({"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(re.match(r"full True .*\nTrue\nTrue\nTrue\n700\n", out), out)
        chip.leave()


def test_refusals_of_the_system_are_memory_errors(build):
    """Every nth request to the system fails: the program goes on, or gets a MemoryError."""
    program = """import wifi
def work():
    d = {}
    for i in range(3000):
        d['key %d' % i] = [i] * 20
    return len(d) + sum(d['key %d' % i][3] for i in range(3000))
done = failed = 0
for n in 1, 2, 3, 4, 5, 7, 9, 11, 13:
    wifi.fail(n)
    try:
        if work() != 4501500:
            print('wrong', n)
        done += 1
    except MemoryError:
        failed += 1
    wifi.fail(0)
print(done + failed, done > 3, failed > 0, work())
"""
    with Chip({"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(out.startswith("9 True True 4501500\n"), out)
        chip.leave()


def test_deep_recursion_is_an_exception(build):
    program = """class R:
    def __repr__(self):
        return repr(self)
def f():
    f()
for i in range(3):
    for g in f, lambda: repr(R()):
        try:
            g()
        except RecursionError as e:
            print('deep')
"""
    with Chip({"main.py": program}) as chip:
        check(chip.wait_for(">>> ").startswith("deep\n" * 6), "RecursionError")
        chip.leave()
