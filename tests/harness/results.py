# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Counting, printing and writing down what tests came to; running them on several threads."""

import json
import os
import threading
import time


SHOWN = 6  # names of tests that were skipped for one reason


class Skip(Exception):
    """Raised by a test that cannot be run, with the reason."""


class Results:
    """Of one suite with one build.  Its methods may be called from any thread."""

    def __init__(self, name, verbose=False):
        self.name, self.verbose = name, verbose
        self.lock = threading.Lock()
        self.start = time.monotonic()
        self.passed = self.failed = 0
        self.skipped = {}  # reason -> names of tests
        self.notes, self.times = [], []

    def good(self, name, seconds=0.0, count=1):
        with self.lock:
            self.passed += count
            self.times.append((seconds, name))
            if self.verbose:
                print("ok   %s %s (%.2f s)" % (self.name, name, seconds), flush=True)

    def bad(self, name, text, count=1):
        with self.lock:
            self.failed += count
            print("FAIL %s %s\n%s" % (self.name, name, text), flush=True)

    def skip(self, name, reason):
        with self.lock:
            self.skipped.setdefault(reason, []).append(name)

    def note(self, text):
        """A line for the summary."""
        with self.lock:
            self.notes.append(text)

    def count_skipped(self):
        return sum(len(names) for names in self.skipped.values())

    def print_summary(self):
        text = "%s: %d passed, %d failed" % (self.name, self.passed, self.failed)
        if self.skipped:
            text += ", %d skipped" % self.count_skipped()
        print("%s (%.0f s)" % (text, time.monotonic() - self.start))
        for note in sorted(self.notes):
            print("  " + note)
        for reason, names in sorted(self.skipped.items()):
            shown = sorted(names) if self.verbose else sorted(names)[:SHOWN]
            more = ", and %d more" % (len(names) - len(shown)) if len(names) > len(shown) else ""
            print("  skipped, %s: %s%s" % (reason, " ".join(os.path.basename(n) for n in shown), more))
        if self.verbose:
            for took, name in sorted(self.times, reverse=True)[:8]:
                print("  slow: %.2f s %s" % (took, name))

    def counts(self):
        return {"passed": self.passed, "failed": self.failed, "skipped": self.count_skipped()}


def write_counts(path, all_results):
    """The sum of them, as JSON."""
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for results in all_results:
        for key, count in results.counts().items():
            total[key] += count
    with open(path, "w", encoding="utf-8") as f:
        json.dump(total, f)


def run_on_threads(items, do, jobs):
    """do(item) for each, `jobs` at a time."""
    queue, lock, errors = list(reversed(items)), threading.Lock(), []

    def work():
        while not errors:
            with lock:
                if not queue:
                    return
                item = queue.pop()
            try:
                do(item)
            except BaseException as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(min(jobs, len(items)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
