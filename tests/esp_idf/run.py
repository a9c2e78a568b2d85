#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The port to ESP-IDF, linked on this machine with functions of our own in the place of ESP-IDF's
(tests/esp_idf/CMakeLists.txt): main.py and the prompt, files, Ctrl-C, and memory that is shared with a system.

    run.py [--variant esp_idf] [--json FILE]
"""

import argparse
import json
import os
import re
import select
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import run32  # noqa: E402  tools/run32.py

RESERVE, BLOCK = 65536, 20480  # the defaults of Kconfig


class Failed(Exception):
    pass


def check(condition, *what):
    if not condition:
        raise Failed(" ".join(str(w) for w in what))


class Chip:
    """The application, from its start on, with these files in its file system."""

    def __init__(self, folder, files):
        self.flash = os.path.join(folder, "flash")
        shutil.rmtree(self.flash, ignore_errors=True)
        os.mkdir(self.flash)
        for name, text in files.items():
            with open(os.path.join(self.flash, name), "w", encoding="utf-8") as f:
                f.write(text)
        self.process = subprocess.Popen(run32.command(os.path.join(folder, "ouro_esp")), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.seen = ""

    def wait_for(self, text):
        end = time.monotonic() + 60
        while text not in self.seen:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            data = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            check(data, "waited for", repr(text), "got", repr(self.seen))
            self.seen += data.decode("utf-8", "replace")
        before, _, self.seen = self.seen.partition(text)
        return before

    def type(self, text):
        for i in range(0, len(text), 64):  # a UART's buffer is as long
            self.process.stdin.write(text[i : i + 64].encode())
            self.process.stdin.flush()
            time.sleep(0.05)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def leave(self, status=0):
        self.type("exit(%d)\r" % status)
        got = self.process.wait(timeout=60)
        check(got == status, "ended with", got, "want", status)


def main_then_prompt(folder):
    files = {"main.py": "import helper\nx = helper.double(21)\nprint('main', x, __name__)\n",
             "helper.py": "def double(n):\n    return 2 * n\n"}
    with Chip(folder, files) as chip:
        chip.wait_for("main 42 __main__\n")
        chip.wait_for(">>> ")
        chip.type("x + 1\r")  # what main.py leaves behind is there
        check("43" in chip.wait_for(">>> "), "main.py's globals at the prompt")
        chip.leave(3)


def an_error_in_main_leads_to_the_prompt(folder):
    for program, end in (("1/0\n", "ZeroDivisionError: division by zero"), ("import sys\nprint('out')\nsys.exit(5)\n", "out")):
        with Chip(folder, {"main.py": program}) as chip:
            chip.wait_for(end)
            chip.wait_for(">>> ")
            chip.leave()
    with Chip(folder, {}) as chip:
        chip.wait_for(">>> ")
        chip.leave()


def files(folder):
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
    with Chip(folder, {"main.py": program}) as chip:
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


def module_os(folder):
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
    with Chip(folder, {"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        want = ("['a.txt', 'd', 'main.py'] ['c.txt'] ['c.txt'] 15\n['0x4000', '0x4000', '0x8000'] linux None\n"
                "FileNotFoundError 2\nOSError 39\nFileExistsError 17\nNotADirectoryError 20\nPermissionError 1\n"
                "NotADirectoryError 20\nOSError 36\nFileNotFoundError 2\nOSError 36\n['main.py']\n")
        check(out.startswith(want), out)
        chip.leave()


def examples_print_what_cpython_prints(folder):
    for name in "qr.py", "lisp.py", "aes.py", "inflate.py", "forth.py":
        path = os.path.join(ROOT, "examples", name)
        want = subprocess.run([sys.executable, path], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True)
        with open(path, encoding="utf-8") as f:
            source = f.read()
        with Chip(folder, {"main.py": source + "\nprint('the end')\n"}) as chip:
            out = chip.wait_for("the end\n")
            check(out == want.stdout.decode(), name, repr(out[:2000]))
            chip.wait_for(">>> ")
            chip.leave()


def soft_resets_give_all_back(folder):
    files = {"main.py": "import gc\na = [bytes(3000) for i in range(40)]\nprint('main', gc.isenabled())\n"}
    with Chip(folder, files) as chip:
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


def ctrl_c(folder):
    with Chip(folder, {"main.py": "print('begins')\nwhile True:\n    pass\n"}) as chip:
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


def time_passes(folder):
    program = """import time, random
for s in 0, 0.0001, 0.004, 0.03, 0.3:
    a = time.ticks_us()
    time.sleep(s)
    took = time.ticks_diff(time.ticks_us(), a)
    print(s * 1e6 <= took)
print(time.time() > 1.7e9, len({random.getrandbits(32) for i in range(9)}))
"""
    with Chip(folder, {"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(out.startswith("True\n" * 5 + "True 9\n"), out)
        chip.leave()


def the_reserve_is_left_to_the_system(folder):
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
    with Chip(folder, {"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(re.match(r"full True .*\nTrue\nTrue\nTrue\n700\n", out), out)
        chip.leave()


def refusals_of_the_system_are_memory_errors(folder):
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
    with Chip(folder, {"main.py": program}) as chip:
        out = chip.wait_for(">>> ")
        check(out.startswith("9 True True 4501500\n"), out)
        chip.leave()


def deep_recursion_is_an_exception(folder):
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
    with Chip(folder, {"main.py": program}) as chip:
        check(chip.wait_for(">>> ").startswith("deep\n" * 6), "RecursionError")
        chip.leave()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--variant", default="esp_idf")
    parser.add_argument("--json")
    options = parser.parse_args()
    passed = failed = 0
    for test in (main_then_prompt, an_error_in_main_leads_to_the_prompt, files, module_os, examples_print_what_cpython_prints,
                 soft_resets_give_all_back, ctrl_c, time_passes, the_reserve_is_left_to_the_system,
                 refusals_of_the_system_are_memory_errors, deep_recursion_is_an_exception):
        try:
            test(os.path.join(ROOT, "build", options.variant))
            passed += 1
        except (Failed, OSError, ValueError, AttributeError, subprocess.SubprocessError) as error:
            failed += 1
            print("FAIL esp_idf %s: %s" % (test.__name__, error), flush=True)
    print("esp_idf: %d passed, %d failed" % (passed, failed))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": passed, "failed": failed, "skipped": 0}, f)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
