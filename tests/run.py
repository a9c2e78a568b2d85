#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs Python test programs with Ouro and compares them with what CPython does.

    tests/run.py --variant unix                    tests/py with build/unix/ouro
    tests/run.py --binary PATH --ouro-option=-X --ouro-option=memory=64k examples
    tests/run.py --board mps2-an385                the image of a board, under QEMU

A test passes if its standard output and its exit status are those of python3.  What python3 prints is
kept in build/expected, by the hash of all that it depends on.  Beside a test foo.py, a file foo.out
holds the expected output instead (for what CPython has not got; the exit status is then 0 unless the
header says otherwise).  Tests run in their own folder.

Lines at the top of a test may say:
    # needs: double        not run where a float is single precision
    # needs: files         uses open(); not run on a port without files
    # needs: sockets       uses modules socket or select; not run on a port without them
    # needs: names         characters by their names in strings; not run on a board
    # needs: words         looks into the words of errors; not run on an image without them
    # needs: bytes.title   not run where the build's level has no such thing (needs.py, which sees most of it by itself)
    # args: ...            arguments of the program
    # memory: 32k          runs with this much memory on 32 bits, twice as much on 64 (a quarter more where
                           checks are built in)
    # status: 1            exit status where there is a .out file
    # timeout: 60          seconds, for the release build
    # skip: stress, debug  not run with these variants, nor with stress32 and debug32; `asan` and `moves` stand for
                           asan-moves, too.  A reason may follow after "--".  "precompiled": not run with
                           --precompiled
On a board, `board` is a variant as well as the board's name, and `small` where there is little memory.  What such
a board has not got the memory or the C stack for must end in MemoryError or RecursionError, and is counted apart.

Files whose names start with "_", and files in folders that have an __init__.py or whose names start
with "_", are modules for tests to import, no tests; neither is what a CMakeLists.txt beside it builds in.
"""

import argparse
import fnmatch
import hashlib
import itertools
import json
import os
import re
import resource
import shlex
import signal
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, "tools"), os.path.join(ROOT, "tests")]
import qemu  # noqa: E402  tools/qemu.py
import run32  # noqa: E402  tools/run32.py
import needs  # noqa: E402  tests/needs.py

CACHE = os.path.join(ROOT, "build", "expected")
# Variants that are another's build with stress switches: a collection at every allocation; one that moves all it can;
# a unit of a collection in slices at every allocation; the same, and what may move does when a cycle ends.  Each for
# 64 bits and, with 32 in its name, for 32; the last two with the sanitizers, too.
OPTIONS = {"stress": ["-X", "gcstress=always"], "always": ["-X", "gcstress=always,move,poison"], "slices": ["-X", "gcstress=slices"],
           "moves": ["-X", "gcstress=slices,move,poison"]}
BUILDS = {name: "stress" for name in OPTIONS}
SLOWNESS = {"asan": 6, "debug": 12, "stress": 12, "always": 16, "slices": 6, "moves": 6}
for table in OPTIONS, BUILDS, SLOWNESS:
    table.update({name + "32": value for name, value in table.items()})
BUILDS.update({name: "stress32" for name in BUILDS if name.endswith("32")})
for name in "slices", "moves":
    OPTIONS["asan-" + name], BUILDS["asan-" + name], SLOWNESS["asan-" + name] = OPTIONS[name], "asan", 30
SANITIZER_STATUS = 99
# A test may ask CPython for far more than this machine has; processor seconds end what outlives this program.
# What boards have less memory than the tests take for granted.
SMALL_BOARDS = {"mps2-64k", "lm3s6965evb", "microbit"}
ORACLE_LIMITS = ((resource.RLIMIT_AS, 2 << 30), (resource.RLIMIT_CPU, 120))
# What a sanitizer prints, or the interpreter when a check of its own failed, be it that it goes on.
NO_MEMORY = "no memory"
ENDED_FOR_MEMORY = re.compile(rb"^(MemoryError|RecursionError).*\n\Z", re.M)
PORT_NEEDS = {"double", "files", "sockets", "names", "nothing", "words"}
BROKEN = re.compile(rb"AddressSanitizer|LeakSanitizer|runtime error:|^ouro: (?!-X |.* are too few)", re.M)


class Test:
    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, ROOT)
        with open(path, "rb") as f:
            self.source = f.read()
        self.needs, self.skip, self.args = set(), set(), []
        self.memory, self.timeout, self.status = None, 10, 0
        for line in self.source.decode("utf-8", "replace").split("\n")[:40]:
            match = re.match(r"#\s*(needs|args|memory|status|timeout|skip):\s*(.*?)\s*$", line)
            if match:
                self.header(match.group(1), match.group(2))
        self.reference = path[:-3] + ".out"
        self.has_reference = os.path.exists(self.reference)

    def header(self, key, text):
        if key == "needs":
            self.needs.update(re.split(r"[,\s]+", text))
        elif key == "skip":
            self.skip.update(re.split(r"[,\s]+", text.split("--")[0].strip()))
        elif key == "args":
            self.args = shlex.split(text)
        elif key == "memory":
            self.memory = text.split()[0]
        elif key == "timeout":
            self.timeout = float(text.split()[0])
        elif key == "status":
            self.status = int(text.split()[0])


def is_helper(path):
    folder, name = os.path.split(path)
    return (
        name.startswith("_")
        or name == "run.py"
        or os.path.basename(folder).startswith("_")
        or os.path.exists(os.path.join(folder, "__init__.py"))
        or os.path.exists(os.path.join(folder, "CMakeLists.txt"))
    )


def find(paths):
    found = []
    for path in paths:
        if path.endswith(".py"):
            found.append(os.path.abspath(path))
            continue
        for folder, subfolders, files in os.walk(os.path.abspath(path)):
            subfolders[:] = sorted(s for s in subfolders if s != "__pycache__")
            for name in sorted(files):
                full = os.path.join(folder, name)
                if name.endswith(".py") and not is_helper(full):
                    found.append(full)
    return found


def environment():
    env = dict(os.environ)
    for name in ("PYTHONPATH", "OUROPATH", "MICROPYPATH", "PYTHONSTARTUP"):
        env.pop(name, None)
    env["PYTHONHASHSEED"] = "0"
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    env["PYTHONIOENCODING"] = "utf-8"
    env["ASAN_OPTIONS"] = "exitcode=%d:detect_leaks=0" % SANITIZER_STATUS
    env["UBSAN_OPTIONS"] = "exitcode=%d:print_stacktrace=1" % SANITIZER_STATUS
    return env


running = set()  # the processes of this moment, each the leader of a group of its own


def kill_group(process):
    if process.returncode is None:  # else its number may be somebody else's by now
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def die_with_children():
    """From now on a signal that ends this program ends what it has started, too."""

    def handler(number, frame):
        for process in list(running):
            kill_group(process)
        os._exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handler)


def limit(process, limits):
    """Set from outside: no Python between fork and exec, where threads make that unsafe, and no shell in
    between whose time a benchmark would count.  Where the system cannot do it, only the clock is left."""
    for what, most in limits if hasattr(resource, "prlimit") else ():
        try:
            resource.prlimit(process.pid, what, (most, most))
        except ProcessLookupError:  # has ended
            return


def execute(command, folder, timeout, env=None, limits=()):
    """(status, stdout, stderr, seconds); status None: it had to be killed, with all its children."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=env or environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )
    running.add(process)
    try:
        limit(process, limits)
        out, err = process.communicate(timeout=timeout)
        status = process.returncode
    except subprocess.TimeoutExpired:
        kill_group(process)
        out, err = process.communicate()
        status = None
    finally:
        kill_group(process)  # an exception of another kind
        running.discard(process)
    return status, out, err, time.monotonic() - start


helpers_digest = {}
helpers_lock = threading.Lock()


def digest_of_helpers(folder):
    """A test may import or open anything beside it that is no test; *_test.txt is what tests write."""
    with helpers_lock:
        if folder not in helpers_digest:
            h = hashlib.sha256()
            for base, subfolders, files in os.walk(folder):
                subfolders[:] = sorted(s for s in subfolders if s != "__pycache__")
                for name in sorted(files):
                    full = os.path.join(base, name)
                    if name.endswith((".pyc", ".out", "_test.txt")) or (name.endswith(".py") and not is_helper(full)):
                        continue
                    with open(full, "rb") as f:
                        h.update(full.encode() + b"\0" + f.read())
            helpers_digest[folder] = h.hexdigest()
        return helpers_digest[folder]


def expected(test):
    """(status, stdout) of the oracle."""
    if test.has_reference:
        with open(test.reference, "rb") as f:
            return test.status, f.read()
    folder = os.path.dirname(test.path)
    key = hashlib.sha256(
        "\0".join([sys.version, test.name, digest_of_helpers(folder)] + test.args).encode() + test.source
    ).hexdigest()
    path = os.path.join(CACHE, key + ".json")
    try:
        with open(path, encoding="utf-8") as f:
            kept = json.load(f)
            return kept["status"], kept["stdout"].encode("latin-1")
    except (OSError, ValueError, KeyError):
        pass
    command = [sys.executable, os.path.basename(test.path)] + test.args
    status, out, err, _ = execute(command, folder, 60, limits=ORACLE_LIMITS)
    if status is None or status < 0:
        raise RuntimeError("python3 did not finish")
    os.makedirs(CACHE, exist_ok=True)
    with open("%s.%d" % (path, threading.get_ident()), "w", encoding="utf-8") as f:
        json.dump({"test": test.name, "status": status, "stdout": out.decode("latin-1")}, f)
    os.replace("%s.%d" % (path, threading.get_ident()), path)
    return status, out


def scaled_memory(text, factor):
    match = re.match(r"(\d+)([kKmM]?)$", text)
    return "%d" % (int(match.group(1)) * {"": 1, "k": 1024, "m": 1 << 20}[match.group(2).lower()] * factor)


def describe(status):
    if status is None:
        return "killed after its time was up"
    if status < 0:
        return "died of signal %d" % -status
    return "exit status %d" % status


def difference(want, got):
    want, got = want.decode("utf-8", "replace").split("\n"), got.decode("utf-8", "replace").split("\n")
    for i in range(max(len(want), len(got))):
        a = want[i] if i < len(want) else "(end)"
        b = got[i] if i < len(got) else "(end)"
        if a != b:
            return "    line %d\n      want %s\n      got  %s" % (i + 1, a[:200], b[:200])
    return ""


class Run:
    def __init__(self, options):
        self.board = options.board
        self.name = options.name
        self.options = options.ouro_option
        self.binary = os.path.abspath(options.binary)
        with open(self.binary, "rb") as f:
            self.bits = 32 if f.read(5)[4:] == b"\1" else 64
        self.names = {self.name, self.name[:-2] if self.name.endswith("32") else self.name, *self.name.split("-")}
        self.slowness = options.slowness or (4 if self.board else SLOWNESS.get(self.name, 1) * run32.slowness(self.binary))  # QEMU
        self.is_release = self.board or self.name in ("unix", "unix32")
        self.verbose = options.verbose
        self.precompiled = None
        if options.precompiled:
            self.precompiled = os.path.join(ROOT, "build", "precompiled", self.name)
            os.makedirs(self.precompiled, exist_ok=True)
        self.missing, self.words = set(), None
        self.lock = threading.Lock()
        self.passed, self.failed, self.not_run, self.times = [], [], {}, []
        self.too_large = []

    def ask(self, tests):
        """Finds out what of all that the tests need this build has not got."""
        for test in tests:
            test.needs |= needs.of_program(test.path)
        wanted = set().union(*(test.needs for test in tests)) - PORT_NEEDS
        path = os.path.join(ROOT, "build", "probe-%s.py" % self.name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(needs.probe(wanted))
        words = [os.path.basename(path)]
        command = qemu.command(self.board, words, os.path.dirname(path)) if self.board else run32.command(self.binary, *words)
        status, out, err, _ = execute(command, os.path.dirname(path), 60 * self.slowness)
        if status != 0:
            sys.exit("run.py: the build does not say what it has: %s\n%s" % (describe(status), err.decode("utf-8", "replace")))
        level, *there = out.decode().split("\n")
        if level != "full":
            self.missing = wanted - set(there)
        if self.board and level == "minimal":  # its errors have values, but no words
            self.words = needs.words_of_errors(self.binary + "_unpacked")

    def reason_not_to_run(self, test):
        if "double" in test.needs and self.bits == 32:
            return "needs double"
        for what in ("sockets", "names") if self.board else ():
            if what in test.needs:
                return "needs " + what
        if self.words and "words" in test.needs:
            return "looks into the words of errors"
        if test.needs & self.missing:
            return "not at this level: " + min(test.needs & self.missing)
        if test.skip & self.names or test.skip & {self.board and "board", self.board in SMALL_BOARDS and "small"}:
            return "says so itself"
        if self.precompiled and "precompiled" in test.skip:
            return "says so itself"
        return None

    def without_words(self, want, got):
        """What is wanted of an image without the words of errors: a line that has some may be any."""
        wanted, lines = want.split(b"\n"), got.split(b"\n")
        return b"\n".join(b if self.words.search(a) else a for a, b in itertools.zip_longest(wanted, lines, fillvalue=b"(end)"))

    def run(self, test):
        reason = self.reason_not_to_run(test)
        if reason:
            with self.lock:
                self.not_run.setdefault(reason, []).append(test.name)
            return
        problem, seconds = self.problem(test)
        with self.lock:
            self.times.append((seconds, test.name))
            if problem == NO_MEMORY:
                self.too_large.append(test.name)
            elif problem:
                self.failed.append(test.name)
                print("FAIL %s %s\n%s" % (self.name, test.name, problem), flush=True)
            else:
                self.passed.append(test.name)
                if self.verbose:
                    print("ok   %s %s %.2f s" % (self.name, test.name, seconds), flush=True)

    def problem(self, test):
        try:
            want_status, want = expected(test)
        except RuntimeError as error:
            return "    oracle: %s" % error, 0
        words = list(self.options)
        if test.memory:
            factor = (1 if self.bits == 32 else 2) * (1 if self.is_release else 1.25)
            words += ["-X", "memory=" + scaled_memory(test.memory, factor)]
        program, env, folder = os.path.basename(test.path), environment(), os.path.dirname(test.path)
        if self.precompiled:
            program = os.path.join(self.precompiled, os.path.relpath(test.path, ROOT)[:-3].replace(os.sep, "-") + ".oc")
            env["OUROPATH"] = folder  # what it imports lies beside the source
            status, got, err, seconds = execute(run32.command(self.binary, "-o", program, test.path), folder, 60 * self.slowness)
            if status != 0:
                return "    not compiled: %s\n      %s" % (describe(status), err.decode("utf-8", "replace")[-300:]), seconds
        words += [program] + test.args
        command = qemu.command(self.board, words, folder) if self.board else run32.command(self.binary, *words)
        status, got, err, seconds = execute(command, folder, test.timeout * self.slowness, env=env)
        lines = []
        if status != want_status:
            lines.append("    %s, want %d" % (describe(status), want_status))
        if self.words:
            want = self.without_words(want, got)
        if got != want:
            lines.append(difference(want, got))
        if BROKEN.search(err):
            lines.append("    a check failed")
        if lines and self.board in SMALL_BOARDS and ENDED_FOR_MEMORY.search(err):
            return NO_MEMORY, seconds
        if lines and err:
            lines += ["      " + s[:200] for s in err.decode("utf-8", "replace").strip().split("\n")[-6:]]
        return "\n".join(lines), seconds


def summary(run, seconds):
    text = "%s: %d passed, %d failed" % (run.name, len(run.passed), len(run.failed))
    count = sum(len(names) for names in run.not_run.values())
    if run.too_large:
        text += ", %d did not fit into memory" % len(run.too_large)
    if count:
        text += ", %d skipped" % count
    print("%s (%.0f s)" % (text, seconds))
    for reason, names in sorted(run.not_run.items()):
        print("  not run, %s: %s" % (reason, " ".join(os.path.basename(n) for n in sorted(names))))
    if run.too_large:
        print("  did not fit: %s" % " ".join(os.path.basename(n) for n in sorted(run.too_large)))
    if run.verbose:
        for took, name in sorted(run.times, reverse=True)[:8]:
            print("  slow: %.2f s %s" % (took, name))


def main():
    parser = argparse.ArgumentParser(description="Runs Python tests with Ouro against CPython.")
    parser.add_argument("--variant", help="build/VARIANT/ouro with the options of that variant")
    parser.add_argument("--binary")
    parser.add_argument("--board", help="the image in build/BOARD, under QEMU")
    parser.add_argument("--name", help="name of the variant in messages and skip lines")
    parser.add_argument("--ouro-option", action="append", default=[])
    parser.add_argument("--only", action="append", default=[], help="glob on the test's path or a part of it; may be repeated")
    parser.add_argument("--precompiled", action="store_true",
                        help="each program is compiled to a .oc file first, and that is run")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--slowness", type=float, help="factor on all time limits")
    parser.add_argument("--json", help="write the counts to this file")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("paths", nargs="*", help="tests/py unless told otherwise; on a board examples, too")
    options = parser.parse_args()
    if not options.paths:
        options.paths = [os.path.join(ROOT, *part) for part in (("tests", "py"), ("examples",))[: 2 if options.board else 1]]
    die_with_children()
    if options.board:
        options.binary = os.path.join(ROOT, "build", options.board, "ouro")
        options.name = options.name or options.board
    if options.variant:
        options.binary = options.binary or os.path.join(
            ROOT, "build", BUILDS.get(options.variant, options.variant), "ouro")
        options.name = options.name or options.variant
        options.ouro_option = OPTIONS.get(options.variant, []) + options.ouro_option
    if not options.binary:
        parser.error("--variant, --board or --binary is needed")
    options.name = options.name or os.path.basename(os.path.dirname(os.path.abspath(options.binary)))

    tests = [Test(path) for path in find(options.paths)]
    if options.only:
        patterns = [p if "*" in p else "*%s*" % p for p in options.only]
        tests = [t for t in tests if any(fnmatch.fnmatch(name, p) for p in patterns
                                         for name in [t.name] + t.name.split(os.sep))]
    if not tests:
        parser.error("no test matches")
    run = Run(options)
    run.ask(tests)
    start = time.monotonic()
    queue = list(reversed(tests))

    def work():
        while True:
            with run.lock:
                if not queue:
                    return
                test = queue.pop()
            run.run(test)

    threads = [threading.Thread(target=work) for _ in range(options.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    summary(run, time.monotonic() - start)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": len(run.passed), "failed": len(run.failed),
                       "skipped": sum(len(n) for n in run.not_run.values()) + len(run.too_large)}, f)
    sys.exit(1 if run.failed else 0)


if __name__ == "__main__":
    main()
