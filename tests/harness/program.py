# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Tests that are Python programs, compared with what CPython does (CONTRIBUTING.md, "Tests")."""

import contextlib
import fcntl
import hashlib
import itertools
import json
import os
import re
import resource
import shlex
import sys
import threading

from . import BUILD, ROOT, parts
from .build import BROKEN
from .process import describe, environment, execute
from .results import run_on_threads
from .suite import matches

CACHE = os.path.join(BUILD, "expected")
# A test may ask CPython for far more than this machine has; processor seconds end what outlives this program.
ORACLE_LIMITS = ((resource.RLIMIT_AS, 2 << 30), (resource.RLIMIT_CPU, 120))
NO_MEMORY = "did not fit into memory"
SMALL_MEMORY = 1 << 20  # a board with less may end a program for want of it
ENDED_FOR_MEMORY = re.compile(rb"^(MemoryError|RecursionError).*\n\Z", re.M)
HEADER = re.compile(r"#\s*(needs|args|memory|status|timeout|skip):\s*(.*?)\s*$")


class Program:
    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, ROOT)
        with open(path, "rb") as f:
            self.source = f.read()
        self.needs, self.skip, self.args = set(), {}, []
        self.memory, self.timeout, self.status = None, 10, 0
        for line in self.source.decode("utf-8", "replace").split("\n"):
            match = HEADER.match(line)
            if match:
                self.header(match.group(1), match.group(2))
            elif not line.startswith("#"):
                break
        parts.check_words(self.needs, self.name)
        self.reference = path[:-3] + ".out"
        self.has_reference = os.path.exists(self.reference)

    def header(self, key, text):
        if key == "needs":
            self.needs.update(re.split(r",\s*", text))
        elif key == "skip":
            variants, dashes, reason = text.partition(" -- ")
            if not reason:
                sys.exit("%s: skip: says no reason (behind \" -- \")" % self.name)
            self.skip.update((variant, reason) for variant in re.split(r",\s*", variants))
        elif key == "args":
            self.args = shlex.split(text)
        elif key == "memory":
            self.memory = parts.size(text.split()[0])
        elif key == "timeout":
            self.timeout = float(text.split()[0])
        elif key == "status":
            self.status = int(text.split()[0])


def is_helper(path):
    folder, name = os.path.split(path)
    return (
        name.startswith("_")
        or name in ("run.py", "suite.py")
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
    """(status, stdout) of the oracle: kept in build/expected, by the hash of all that it depends on."""
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
    new = "%s.%d.%d" % (path, os.getpid(), threading.get_ident())
    with open(new, "w", encoding="utf-8") as f:
        json.dump({"test": test.name, "status": status, "stdout": out.decode("latin-1")}, f)
    os.replace(new, path)
    return status, out


@contextlib.contextmanager
def alone_with_files(test):
    """Tests write files beside themselves, which other runs of this program must not see."""
    if not test.needs & {"files", "host-folders", "os"}:
        yield
        return
    os.makedirs(BUILD, exist_ok=True)
    with open(os.path.join(BUILD, "files.lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def difference(want, got):
    want, got = want.decode("utf-8", "replace").split("\n"), got.decode("utf-8", "replace").split("\n")
    for i in range(max(len(want), len(got))):
        a = want[i] if i < len(want) else "(end)"
        b = got[i] if i < len(got) else "(end)"
        if a != b:
            return "    line %d\n      want %s\n      got  %s" % (i + 1, a[:200], b[:200])
    return ""


class Runner:
    """Runs programs with a build."""

    def __init__(self, build, results, precompiled=False):
        self.build, self.results = build, results
        self.is_small = build.board and parts.unmet({"memory=%d" % SMALL_MEMORY}, build)
        self.precompiled = None
        if precompiled:  # each program is compiled to a .oc file first, and that is run
            self.precompiled = os.path.join(BUILD, "precompiled", build.name)
            os.makedirs(self.precompiled, exist_ok=True)

    def reason_not_to_run(self, test):
        lacks = parts.unmet(test.needs, self.build)
        if lacks:
            return "needs " + lacks
        for name in sorted(self.build.names | ({"precompiled"} if self.precompiled else set())):
            if name in test.skip:
                return test.skip[name]
        return None

    def without_texts(self, want, got):
        """What is wanted of an image without the texts of errors: a line that has one may be any."""
        pairs = itertools.zip_longest(want.split(b"\n"), got.split(b"\n"), fillvalue=b"(end)")
        return b"\n".join(b if self.build.texts_left_out.search(a) else a for a, b in pairs)

    def run(self, test):
        reason = self.reason_not_to_run(test)
        if reason:
            self.results.skip(test.name, reason)
            return
        with alone_with_files(test):
            problem, seconds = self.problem(test)
        if problem == NO_MEMORY:
            self.results.skip(test.name, NO_MEMORY)
        elif problem:
            self.results.bad(test.name, problem)
        else:
            self.results.good(test.name, seconds)

    def words(self, test):
        """(words of the command line, problem)"""
        build, words = self.build, list(self.build.options)
        if test.memory:  # on 32 bits; twice as much on 64, a quarter more where checks are built in
            factor = (1 if build.bits == 32 else 2) * (1 if build.is_release else 1.25)
            words += ["-X", "memory=%d" % (test.memory * factor)]
        program = os.path.basename(test.path)
        if self.precompiled:
            program = os.path.join(self.precompiled, test.name[:-3].replace(os.sep, "-") + ".oc")
            command = build.command(["-o", program, test.path])
            status, _, err, _ = execute(command, os.path.dirname(test.path), 60 * build.slowness)
            if status != 0:
                return words, "    not compiled: %s\n      %s" % (describe(status), err.decode("utf-8", "replace")[-300:])
        return words + [program] + test.args, None

    def problem(self, test):
        """(text or None, seconds)"""
        try:
            want_status, want = expected(test)
        except RuntimeError as error:
            return "    oracle: %s" % error, 0
        words, problem = self.words(test)
        if problem:
            return problem, 0
        folder, env = os.path.dirname(test.path), environment()
        if self.precompiled:
            env["OUROPATH"] = folder  # what it imports lies beside the source
        status, got, err, seconds = execute(self.build.command(words, folder), folder,
                                            test.timeout * self.build.slowness, env=env)
        lines = []
        if status != want_status:
            lines.append("    %s, want %d" % (describe(status), want_status))
        if not self.build.says_errors:
            want = self.without_texts(want, got)
        if got != want:
            lines.append(difference(want, got))
        if BROKEN.search(err):
            lines.append("    a check failed")
        if lines and self.is_small and ENDED_FOR_MEMORY.search(err):
            return NO_MEMORY, seconds
        if lines and err:
            lines += ["      " + s[:200] for s in err.decode("utf-8", "replace").strip().split("\n")[-6:]]
        return "\n".join(lines) or None, seconds


def run(paths, build, results, only=(), jobs=2, precompiled=False):
    tests = [t for t in map(Program, find(paths)) if matches(t.name, only)]
    run_on_threads(tests, Runner(build, results, precompiled).run, jobs)
