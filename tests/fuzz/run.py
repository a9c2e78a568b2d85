#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs the fuzzers that are Python programs, and reduces what they find.

    run.py --variant asan [confusion] [--calls N] [--seed S] [--from N]
    run.py --variant unix [programs] [--programs N] [--seed S] [--from N]

Without a name: programs for the variant unix, confusion for all others, for as long as the suite may last.
The exit status is 1 if anything was found.
"""

import argparse
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path[:0] = [HERE, os.path.dirname(HERE)]
from harness import ROOT  # noqa: E402
from harness.build import BROKEN  # noqa: E402
from harness.process import SANITIZER_STATUS, describe, die_with_children, environment, execute, kill_group, running  # noqa: E402
from harness.program import ORACLE_LIMITS  # noqa: E402
import run32  # noqa: E402  tools/run32.py
import programs as generator  # noqa: E402

CONFUSION = os.path.join(HERE, "confusion.py")
CHUNK = 20480  # calls a process; a multiple of a round of confusion.py
MEMORY = "16m"
SUITE_CALLS = {"asan": 120000, "debug32": 20000}
SUITE_PROGRAMS = 2000
BEAT = re.compile(rb"^@ (\d+)(?: (.*))?$", re.M)
INTERRUPTED = re.compile(rb"^@interrupted (\d+)(?: (.*))?$", re.M)
SYSTEM_ERROR = re.compile(rb"^@SystemError (\d+)(?: (.*))?$", re.M)
DONE = re.compile(rb"^@done (\d+) (\d+)$", re.M)
# What names a failure: two failures of the same name are one finding.
SIGNATURES = (
    re.compile(rb"SUMMARY: \w+: (.*)"), re.compile(rb"(\S+:\d+:\d+: runtime error: [^\n]{0,80})"),
    re.compile(rb"^ouro: ([^\n]{0,120})", re.M), re.compile(rb"(\S+\.[ch]:\d+: [^\n]{0,100})"),
)
FRAME = re.compile(rb"^ +#\d+ 0x\w+ in (\w+) (\S+)", re.M)


class Finding:
    def __init__(self, number, kind, signature, text, label=""):
        self.number, self.kind, self.signature, self.text, self.label = number, kind, signature, text, label


def frames(text):
    """The functions of ours on the stack that a sanitizer printed."""
    return [m.group(1).decode() for m in FRAME.finditer(text) if b"/src/" in m.group(2) or b"/ports/" in m.group(2)]


def sign(kind, text, label):
    for pattern in SIGNATURES:
        match = pattern.search(text)
        if match:
            where = re.sub(r"\S*/(?=src/|ports/)|0x[0-9a-f]+ ?", "", match.group(1).decode("utf-8", "replace"))
            return "%s | %s" % (re.sub(r"-?\d{7,}", "N", where), " < ".join(frames(text)[:4]))
    return "%s in %s" % (kind, label)


class Process:
    """One run of confusion.py, watched: no sign of life for `patience` seconds brings Ctrl-C, three of them the end."""

    def __init__(self, confusion, first, count, trace=False):
        self.text, self.last, self.label, self.interrupts, self.hangs = b"", first, "", [], False
        self.patience, self.sent, self.head = confusion.patience, False, b""
        self.folder = tempfile.mkdtemp(prefix="ouro-fuzz-")
        command = run32.command(confusion.binary, "-X", "memory=" + MEMORY, CONFUSION, str(confusion.seed),
                                str(first), str(count))
        env = dict(environment(), UBSAN_OPTIONS="exitcode=%d:print_stacktrace=1:halt_on_error=1" % SANITIZER_STATUS)
        self.process = subprocess.Popen(command + ["trace"] * trace, cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        running.add(self.process)
        try:
            self.watch()
        finally:
            kill_group(self.process)
            self.process.wait()
            self.process.stderr.close()
            running.discard(self.process)
            shutil.rmtree(self.folder, ignore_errors=True)

    def watch(self):
        """Reads stderr to its end; keeps the last of it, and all signs of what was found."""
        pipe, heard, misses, kept = self.process.stderr.fileno(), time.monotonic(), 0, []
        while True:
            ready, _, _ = select.select([pipe], [], [], 0.25)
            data = os.read(pipe, 1 << 16) if ready else b""
            if ready and not data:
                break
            self.text = (self.text + data)[-(1 << 17):]
            if len(self.head) < 1 << 14:  # the head of a report, which may be long
                self.head += data if self.head else data[max(0, data.find(b"ERROR: AddressSanitizer")) :] if b"ERROR: Addr" in data else b""
            beats = BEAT.findall(data) or (BEAT.findall(self.text[-200:]) if data else [])
            kept += SYSTEM_ERROR.findall(data)
            self.interrupts += [found[1].decode("utf-8", "replace") for found in INTERRUPTED.findall(data)]
            if beats and (int(beats[-1][0]), beats[-1][1]) != (self.last, self.label):
                self.last, self.label = int(beats[-1][0]), beats[-1][1]
                heard, misses = time.monotonic(), 0
            elif INTERRUPTED.search(data):
                heard, misses = time.monotonic(), 0
            if time.monotonic() - heard > self.patience * (1 + 4 * misses):
                misses += 1
                if misses > 3:
                    self.hangs = True
                    return
                self.process.send_signal(signal.SIGINT)
                self.sent = True
                heard = time.monotonic()
        self.process.wait()
        self.system_errors = kept
        if self.label:
            self.label = self.label.decode("utf-8", "replace")

    def problem(self):
        """None, or what was wrong."""
        if self.hangs:
            return "a hang that Ctrl-C does not end"
        status = self.process.returncode
        if status == SANITIZER_STATUS or b"Sanitizer" in self.text or b"runtime error:" in self.text:
            return "a sanitizer's report"
        if status < 0:
            return "signal %d" % -status
        if self.system_errors:
            return "SystemError"
        if BROKEN.search(self.text):
            return "a check failed"
        if status in (128 + signal.SIGINT, -signal.SIGINT) and self.sent:  # it came between two calls
            return None
        if status != 0 and not DONE.search(self.text):
            return "exit status %d" % status
        return None


class Confusion:
    def __init__(self, options, binary):
        self.binary, self.seed, self.options = binary, options.seed, options
        self.patience = 4 if options.variant.startswith("debug") else 1
        self.lock, self.findings, self.calls, self.interrupts, self.early = threading.Lock(), {}, 0, [], 0

    def locate(self, first, reached):
        """(number, process): the call at which it fails, found by a traced run from the round's start on, or None."""
        for start in (max(reached - reached % 512, first), first):
            process = Process(self, start, reached - start + 513, trace=True)
            if process.problem():
                if process.hangs and isinstance(process.label, bytes):
                    process.label = process.label.decode("utf-8", "replace")
                return start, process.last, process
        return first, None, None

    def reduce(self, start, number):
        """The latest start from which the call at `number` still fails: the number itself, if all goes well."""
        for distance in (0, 1, 4, 16, 64, 256):
            if number - distance <= start:
                break
            process = Process(self, number - distance, distance + 1)
            if process.problem():
                return number - distance
        return start

    def chunk(self, first, count):
        """Runs `count` calls from `first` on, past every failure."""
        end = first + count
        while first < end:
            process = Process(self, first, end - first)
            problem = process.problem()
            with self.lock:
                self.interrupts += process.interrupts
            if not problem:
                done = DONE.search(process.text)
                if done:
                    self.count(end - first)
                    return
                with self.lock:
                    self.early += 1
                self.count(max(process.last - first, 0))
                first = max(process.last, first) + 128
                continue
            number = process.last
            if problem == "SystemError":
                number = int(process.system_errors[0][0])
            resume = self.failure(first, number, problem, process)
            self.count(resume - first)
            first = resume

    def failure(self, first, number, problem, process):
        """Keeps a finding, reduced if its kind is new; returns the number at which to go on."""
        label = process.system_errors[0][1].decode("utf-8", "replace") if problem == "SystemError" else ""
        signature = sign(problem, process.text, label.split(" ")[0])
        with self.lock:
            known = self.findings.get(signature) if not signature.startswith(("signal", "a hang")) else None
            if known:
                known.count += 1
                return number + 128 if problem != "SystemError" else number + 1
        start, where, traced = self.locate(first, number)
        if where is None:
            finding = Finding(number, problem + " (not again when run from %d on)" % first, signature, process.head or process.text[-6000:])
            start = first
        else:
            signature = sign(problem, traced.text, str(traced.label).split(",")[0])
            start, number = self.reduce(start, where), where
            finding = Finding(number, problem, signature, traced.head or traced.text[-6000:], traced.label)
        finding.start, finding.count = start, 1
        with self.lock:
            if signature in self.findings:
                self.findings[signature].count += 1
            else:
                self.findings[signature] = finding
                self.report(finding)
        return number + 1

    def report(self, finding):
        print("FAIL confusion %s: %s, call %d: %s" % (self.options.variant, finding.kind, finding.number, finding.label))
        print("    %s" % finding.signature)
        print("    again: %s -X memory=%s tests/fuzz/confusion.py %d %d %d trace" % (
            os.path.relpath(self.binary), MEMORY, self.seed, finding.start, finding.number - finding.start + 1))
        text = finding.text.decode("utf-8", "replace").strip().split("\n")
        text = [line for line in text if line[:12].strip() and not line.startswith("@")]
        first = next((i for i, line in enumerate(text) if "ERROR:" in line or "runtime error" in line), max(0, len(text) - 4))
        print("\n".join("      " + line[:160] for line in text[first : first + 12]), flush=True)

    def count(self, calls):
        with self.lock:
            self.calls += calls

    def run(self):
        total, start = self.options.calls, time.monotonic()
        begin = self.options.start - self.options.start % 512
        pending = [(begin + at, min(CHUNK, total - at)) for at in range(0, total, CHUNK)][::-1]
        work_in_threads(self.options.jobs, pending, lambda piece: self.chunk(*piece))
        seconds = time.monotonic() - start
        for finding in sorted(self.findings.values(), key=lambda f: -f.count):
            print("  %4d times: %s" % (finding.count, finding.signature[:160]))
        if self.options.verbose:
            print("\n".join("  ended by Ctrl-C: %s" % text[:120] for text in sorted(self.interrupts)))
        print("confusion %s: %d calls, %d findings, %d calls ended by Ctrl-C, %d processes that ended early (%.0f s, %d calls a second)" % (
            self.options.variant, self.calls, len(self.findings), len(self.interrupts), self.early, seconds, self.calls / max(seconds, 0.1)))
        return self.calls // 1000, len(self.findings)


# Differences that are known: what CPython prints, what Ouro prints, why.
KNOWN = [
    (r"cannot import name 'nope' from 'math'", r"cannot import name 'nope' from 'math'", "where a module of C code lies"),
    (r"MemoryError *$", r"MemoryError memory allocation failed, allocating \d+ bytes", "Ouro says how much was asked for"),
    (r"", r"MemoryError memory allocation failed, allocating \d{8,} bytes", "more than the memory that the programs have here"),
    (r"OverflowError .*too (long|large)$", r"MemoryError memory allocation failed", "a size that no memory has"),
    (r"ValueError __len__\(\) should return >= 0", r".*", "list() and others ask __len__ for a hint, Ouro asks for none"),
    (r"AttributeError\(__(set|del)item__\)", r"TypeError\('\w+' object doe", "CPython has one slot for __setitem__ and __delitem__"),
    (r"can only concatenate|can't concat", r"can only concatenate|can't concat", "Ouro names the built-in type behind a subclass"),
    (r"Unknown format code '.' for object of type", r"Unknown format code '.' for object of type", "the same"),
    (r"index out of range|cannot fit 'int' into|too large to convert to C (s?size|long)",
     r"cannot fit 'int' into|too large to convert to C ssize|%c arg not in range|not support item assignment", "which words are said of ints beyond 61 bits"),
    (r"argument should be integer or None, not '", r"object cannot be interpreted as an integer", "what is no number of characters"),
    (r"must be an iterable, not \w+", r"keywords must be strings", "which of two mistakes of a call is told"),
    (r"'<=' not supported between instances of 'int'", r"object cannot be interpreted as an integer", "random.sample is C code"),
    (r"Sample larger than population", r"object cannot be interpreted as an integer", "the same"),
    (r"", r"%\w format: a real number is required, not [ABC]", "a str with __float__ is no number to %d"),
    (r"real number is required", r"__index__ returned non-int", "which of two mistakes is told"),
    (r"slice indices must be", r"must be str, not", "the same"),
    (r"can assign only bytes, buffers", r"cannot convert '\w+' object to bytearray", "Ouro's is more exact"),
    (r"complex", r"cannot be raised to a fractional power", "complex numbers are missing"),
    (r"SyntaxError .*Perhaps you forgot a comma", r"SyntaxError", "which of several mistakes is told"),
    (r"", r"memoryview: invalid slice key", "a view of one dimension takes no tuple"),
    (r"'str_iterator' object", r"'str_ascii_iterator' object", "one type iterates over all strings"),
]
BATCH = 100
HEADER = re.compile(r"^===== (\d+) (\d+)$")


def masked(line):
    return re.sub(r"0x[0-9a-f]{3,}>", "0x...>", line)


def shape(line):
    """A line without its values, so that differences of one kind count as one."""
    line = re.sub(r"'[^']*'|\"[^\"]*\"", "''", line)
    line = re.sub(r"\b[ABCEKfgov]\d+\b", "N", line)
    return re.sub(r"-?\d+(\.\d+)?(e[-+]?\d+)?", "0", line)[:100]


class Programs:
    """Batches of random programs under python3 and under the interpreter."""

    def __init__(self, options, binary):
        self.options, self.binary = options, binary
        self.lock, self.findings, self.done, self.known = threading.Lock(), {}, 0, [0] * len(KNOWN)
        self.folder = tempfile.mkdtemp(prefix="ouro-programs-")

    def outputs(self, programs):
        """(of python3, of the interpreter): {(program, chunk): lines}, and what went wrong, if it did."""
        handle, path = tempfile.mkstemp(".py", dir=self.folder)
        with os.fdopen(handle, "w", encoding="utf-8") as f:
            f.write(generator.batch(programs))
        found, trouble = [], None
        for command in ([sys.executable, "-W", "ignore", path], run32.command(self.binary, "-X", "memory=64m", path)):
            status, out, err, _ = execute(command, self.folder, 30, limits=ORACLE_LIMITS)
            sections, lines = {}, []
            for line in out.decode("utf-8", "replace").split("\n"):
                match = HEADER.match(line)
                if match:
                    lines = sections[int(match.group(1)), int(match.group(2))] = []
                else:
                    lines.append(masked(line))
            found.append(sections)
            if status != 0 or BROKEN.search(err):
                trouble = "%s: %s" % (os.path.basename(command[0]), describe(status))
                trouble += "\n" + err.decode("utf-8", "replace")[-600:]
        os.remove(path)
        return found[0], found[1], trouble

    def differences(self, programs):
        """[(index of the program, chunk, wanted line, line)]: the first of each program that is not known."""
        want, got, trouble = self.outputs(programs)
        if trouble and len(programs) > 1:
            middle = len(programs) // 2
            right = [(i + middle, *rest) for i, *rest in self.differences(programs[middle:])]
            return self.differences(programs[:middle]) + right
        if trouble:
            return [(0, 0, "(an end without trouble)", trouble)]
        found = []
        for index, (number, chunks) in enumerate(programs):
            for at in range(len(chunks)):
                pair = self.first_difference(want.get((number, at), []), got.get((number, at), []))
                if pair:
                    found.append((index, at, *pair))
                    break
        return found

    def first_difference(self, want, got):
        for a, b in zip(want + ["(end)"] * len(got), got + ["(end)"] * len(want)):
            if a != b:
                for i, (of_a, of_b, _) in enumerate(KNOWN):
                    if re.search(of_a, a) and re.search(of_b, b):
                        self.known[i] += 1
                        break
                else:
                    return a, b
        return None

    def reduce(self, chunks, at, signature):
        """The least of the chunks, then of their lines, that still differ in the same way."""
        def differs(candidate):
            return [shape(want) + " | " + shape(got) for _, _, want, got in self.differences([(0, candidate)])] == [signature]

        chunks = chunks[: at + 1]
        if differs(chunks[-1:]):
            chunks = chunks[-1:]
        for i in range(len(chunks) - 2, -1, -1):
            if differs(chunks[:i] + chunks[i + 1:]):
                del chunks[i]
        for lines in chunks:
            size = max(1, len(lines) // 2)
            while size:
                for i in range(len(lines) - size, -1, -1):
                    removed = lines[i : i + size]
                    lines[i : i + size] = []
                    if not differs(chunks):
                        lines[i:i] = removed
                size //= 2
        return chunks

    def batch(self, first, count):
        programs = [(n, generator.program(self.options.seed, n)) for n in range(first, first + count)]
        for index, at, want, got in self.differences(programs):
            signature = shape(want) + " | " + shape(got)
            with self.lock:
                seen = self.findings.get(signature)
                self.findings[signature] = (seen or 0) + 1
            if not seen:
                self.report(programs[index], at, want, got)
        with self.lock:
            self.done += count

    def report(self, program, at, want, got):
        number, chunks = program
        chunks = self.reduce([list(chunk) for chunk in chunks], at, shape(want) + " | " + shape(got))
        with self.lock:
            print("FAIL programs %s: number %d, chunk %d\n    want %s\n    got  %s" % (
                self.options.variant, number, at, want[:300], got[:300]))
            print("\n".join("      " + line[:240] for chunk in chunks for line in chunk), flush=True)

    def run(self):
        start, total = time.monotonic(), self.options.programs
        pending = [(self.options.start + at, min(BATCH, total - at)) for at in range(0, total, BATCH)][::-1]
        work_in_threads(self.options.jobs, pending, lambda piece: self.batch(*piece))
        shutil.rmtree(self.folder, ignore_errors=True)
        for signature, count in sorted(self.findings.items(), key=lambda pair: -pair[1]):
            print("  %5d times: %s" % (count, signature))
        for count, (_, _, reason) in zip(self.known, KNOWN):
            print("  %5d known: %s" % (count, reason))
        print("programs %s: %d programs, %d differences (%.0f s)" % (
            self.options.variant, self.done, len(self.findings), time.monotonic() - start))
        return self.done - len(self.findings), len(self.findings)


def work_in_threads(jobs, pending, work):
    lock = threading.Lock()

    def loop():
        while True:
            with lock:
                if not pending:
                    return
                piece = pending.pop()
            work(piece)

    threads = [threading.Thread(target=loop) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", nargs="?", choices=("confusion", "programs"))
    parser.add_argument("--variant", default="asan")
    parser.add_argument("--binary")
    parser.add_argument("--calls", type=int)
    parser.add_argument("--programs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=0, help="the first call or program")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json")
    parser.add_argument("-v", "--verbose", action="store_true", help="names the calls that Ctrl-C ended")
    options = parser.parse_args()
    die_with_children()
    binary = os.path.abspath(options.binary or os.path.join(ROOT, "build", options.variant, "ouro"))
    options.calls = options.calls or SUITE_CALLS.get(options.variant, 100000)
    options.programs = options.programs or SUITE_PROGRAMS
    passed = failed = 0
    if options.what == "confusion" or (not options.what and options.variant != "unix"):
        good, bad = Confusion(options, binary).run()
        passed, failed = passed + good, failed + bad
    if options.what == "programs" or (not options.what and options.variant == "unix"):
        good, bad = Programs(options, binary).run()
        passed, failed = passed + good, failed + bad
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": passed, "failed": failed, "skipped": 0}, f)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
