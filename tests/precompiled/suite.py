# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Precompiled files at the command line and in import: what is found, what messages say, what is refused."""

import os

import figures  # tools/figures.py
from harness.process import execute
from harness.suite import check, equal

VARIANTS = ("unix", "unix32", "debug")
NEEDS = {"precompiled"}


class Folder:
    """A temporary folder, and ouro run in it."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def ouro(self, *args):
        """(status, all that was printed)"""
        status, out, _, _ = execute(self.build.command(args), self.folder, 60 * self.build.slowness, merged=True)
        return status, out.decode("utf-8", "replace")

    def compile(self, name, text, keep=False, options=()):
        """Writes name.oc; the source goes."""
        self.write(name + ".py", text)
        status = self.ouro(*options, "-o", name + ".oc", name + ".py")
        equal(status, (0, ""))
        if not keep:
            os.remove(self.path(name + ".py"))


def fixture(build, folder):
    return Folder(build, folder)


def test_program_runs_with_arguments(folder):
    folder.compile("a", "import sys\nprint(__name__, sys.argv[1:], __file__[-4:])\nsys.exit(3)\n")
    equal(folder.ouro("a.oc", "x", "y"), (3, "__main__ ['x', 'y'] a.oc\n"))


def test_compiling_runs_nothing(folder):
    folder.compile("a", "print('ran')\n1/0\n")


def test_traceback_has_source_and_line(folder):
    folder.compile("a", "def f():\n    return 1 / 0\n\n\nf()\n")
    equal(folder.ouro("a.oc"), (1, 'Traceback (most recent call last):\n  File "a.py", line 5, in <module>\n'
                                   '  File "a.py", line 2, in f\nZeroDivisionError: division by zero\n'))


def test_import_without_source(folder):
    folder.compile("a", "x = 5\ndef f():\n    return x\n")
    equal(folder.ouro("-c", "import a; print(a.f(), a.__name__, a.__file__)"), (0, "5 a a.oc\n"))


def test_source_wins(folder):
    folder.compile("a", "x = 'precompiled'\n")
    folder.write("a.py", "x = 'source'\n")
    equal(folder.ouro("-c", "import a; print(a.x)"), (0, "source\n"))


def test_package(folder):
    folder.compile("p/__init__", "from . import b\nfrom .b import y\n")
    folder.compile("p/b", "y = __package__\n")
    equal(folder.ouro("-c", "import p.b; print(p.y, p.__path__, p.b.__file__)"), (0, "p ['p'] p/b.oc\n"))


def test_module_option(folder):
    folder.compile("a", "print(__name__)\n")
    equal(folder.ouro("-m", "a"), (0, "__main__\n"))


def test_heap_locked_while_statements_run(folder):
    folder.compile("a", "import micropython\nx = 0\nmicropython.heap_lock()\nx = 1\nx = x + 1\nmicropython.heap_unlock()\n"
                        "print(x)\n")
    equal(folder.ouro("a.oc"), (0, "2\n"))


def test_failing_module_is_not_left_behind(folder):
    folder.compile("a", "x = 1\nraise ValueError('no')\n")
    equal(folder.ouro("-c", "import sys\ntry:\n    import a\nexcept ValueError as e:\n    print(e, 'a' in sys.modules)"),
          (0, "no False\n"))


def refused(folder, data, text):
    with open(folder.path("a.oc"), "wb") as f:
        f.write(data)
    equal(folder.ouro("-c", "try:\n    import a\nexcept ImportError as e:\n    print(e)"), (0, text + "\n"))


def test_damaged_files_are_refused(folder):
    folder.compile("a", "print('ran')\n")
    with open(folder.path("a.oc"), "rb") as f:
        data = f.read()
    refused(folder, data[:-1], "a.oc: not valid: it ends too early")
    refused(folder, data[:7], "a.oc: not valid: it ends too early")
    refused(folder, b"", "a.oc: not valid: it ends too early")
    refused(folder, data[:-2] + bytes([data[-2] ^ 1]) + data[-1:], "a.oc: not valid: its checksum is wrong")
    refused(folder, b"print('a source')\n", "a.oc: not valid: this is no precompiled file")
    refused(folder, data[:4] + b"\x09" + data[5:], "a.oc: made by another version of Ouro")
    equal(folder.ouro("a.oc"), (1, "ImportError: %s: made by another version of Ouro\n" % os.path.realpath(folder.path("a.oc"))))


def test_errors_of_the_command(folder):
    folder.write("bad.py", "x = (\n")
    status, text = folder.ouro("-o", "bad.oc", "bad.py")
    equal((status, "SyntaxError" in text, os.path.exists(folder.path("bad.oc"))), (1, True, False))
    folder.write("good.py", "x = 1\n")
    equal(folder.ouro("-o", "missing/x.oc", "good.py")[0], 1)
    equal(folder.ouro("-o", "x.oc")[0], 2)
    equal(folder.ouro("-o", "x.oc", "missing.py")[0], 1)


def test_needs_less_memory_than_compiling(folder):
    folder.compile("a", figures.big_module(), keep=True)
    command = "import a; print(a.func_59(1, 2, 3))"

    def smallest():
        low, high = 2048, 1 << 20
        while high - low > 256:
            middle = (low + high) // 2
            if folder.ouro("-X", "memory=%d" % middle, "-c", command) == (0, "122\n"):
                high = middle
            else:
                low = middle
        return high

    source = smallest()
    os.remove(folder.path("a.py"))
    precompiled = smallest()
    check(precompiled < source, "from source", source, "precompiled", precompiled)
