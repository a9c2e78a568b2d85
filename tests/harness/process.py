# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Processes: run to their end with limits, or talked to line by line."""

import os
import pty
import resource
import select
import signal
import subprocess
import time

SANITIZER_STATUS = 99
OUTPUT_LIMIT = 64 << 20
running = set()  # the processes of this moment, each the leader of a group of its own


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


def gather(process, end):
    """(stdout, stderr, whether it ended in time); what prints without end is ended at OUTPUT_LIMIT."""
    texts = {stream: bytearray() for stream in (process.stdout, process.stderr) if stream}
    open_ones = set(texts)
    while open_ones:
        ready, _, _ = select.select(list(open_ones), [], [], max(0, end - time.monotonic()))
        for stream in ready:
            data = os.read(stream.fileno(), 65536)
            texts[stream] += data
            if not data:
                open_ones.discard(stream)
        if not ready or sum(map(len, texts.values())) > OUTPUT_LIMIT:
            break
    else:
        try:
            process.wait(timeout=max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
    return bytes(texts.get(process.stdout, b"")), bytes(texts.get(process.stderr, b"")), process.returncode is not None


def execute(command, folder, timeout, env=None, limits=(), merged=False, stdout=None):
    """(status, stdout, stderr, seconds); status None: it had to be killed, with all its children.  merged: what it
    writes to stderr is in stdout; stdout: where that goes instead."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=env or environment(), stdin=subprocess.DEVNULL, stdout=stdout or subprocess.PIPE,
        stderr=subprocess.STDOUT if merged else subprocess.PIPE, start_new_session=True,
    )
    running.add(process)
    try:
        limit(process, limits)
        out, err, ended = gather(process, start + timeout)
        status = process.returncode if ended else None
    finally:
        kill_group(process)
        process.wait()
        running.discard(process)
        for stream in process.stdout, process.stderr:
            if stream:
                stream.close()
    return status, out, err, time.monotonic() - start


def describe(status):
    if status is None:
        return "killed: its time was up, or it printed without end"
    if status < 0:
        return "died of signal %d" % -status
    return "exit status %d" % status


class Dialogue:
    """A program that one talks to, through pipes or a terminal.  Texts are bytes."""

    def __init__(self, command, patience, terminal=False, folder=None):
        self.patience, self.seen = patience, b""
        theirs = subprocess.PIPE
        if terminal:
            self.fd, theirs = pty.openpty()
            command = ["setsid", "--ctty", *command]  # of util-linux: becomes the program, in a session of its own
        self.process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, start_new_session=not terminal,
                                        stderr=theirs if terminal else subprocess.STDOUT, env=environment())
        running.add(self.process)
        self.to = self.fd if terminal else self.process.stdin.fileno()
        self.of = self.fd if terminal else self.process.stdout.fileno()
        if terminal:
            os.close(theirs)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        kill_group(self.process)
        self.process.wait()
        running.discard(self.process)
        if self.process.stdin:
            self.process.stdin.close()
            self.process.stdout.close()
        else:
            os.close(self.fd)

    def read(self, wait):
        ready, _, _ = select.select([self.of], [], [], max(0, wait))
        try:
            return os.read(self.of, 65536) if ready else b""
        except OSError:  # a terminal whose other end is closed
            return b""

    def wait_for(self, text):
        """Reads until `text` has come; what came before it."""
        end = time.monotonic() + self.patience
        while text not in self.seen:
            data = self.read(end - time.monotonic())
            if not data:
                raise AssertionError("waited for %r, got %r" % (text, self.seen[-2000:]))
            self.seen += data
        before, _, self.seen = self.seen.partition(text)
        return before

    def type(self, text):
        while text:
            text = text[os.write(self.to, text):]

    def status(self):
        """How it ends."""
        return self.process.wait(timeout=self.patience)

