# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A board under QEMU, for tests/cortexm/run.py and tests/cortexm/files.py."""

import os
import select
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import qemu  # noqa: E402  tools/qemu.py


class Failed(Exception):
    pass


def check(condition, *what):
    if not condition:
        raise Failed(" ".join(str(w) for w in what))


class Board:
    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.is_minimal = qemu.said(name, "BOARD_LEVEL") == ["minimal"]  # its errors have no words, for one thing
        self.is_armv6 = qemu.said(name, "BOARD_CPU") == ["cortex-m0"]  # which has one kind of fault
        self.has_watchdog = qemu.said(name, "BOARD_WATCHDOG_BASE") != ["0"]

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as f:
            f.write(text)

    def copy(self, name):
        """A program of this folder."""
        shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), self.folder)

    def run(self, *arguments, image="ouro"):
        """(status, stdout, stderr)"""
        done = subprocess.run(qemu.command(self.name, arguments, self.folder, image), cwd=self.folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        err = done.stderr.decode().replace("Timer with period zero, disabling\n", "")  # QEMU's lm3s6965evb, of its own
        return done.returncode, done.stdout.decode(), err


class Prompt:
    def __init__(self, board, semihosting, files=None, image="ouro", reset_ends=True):
        """files: an image of files, for the flash"""
        line = qemu.command(board.name, [], board.folder, image) + ["-serial", "stdio"]
        if files is not None:
            path = os.path.join(board.folder, "files.img")
            with open(path, "wb") as f:
                f.write(files)
            line += qemu.files_in_flash(board.name, path)
        if not semihosting:
            at = line.index("-semihosting-config")
            del line[at : at + 2]
        if not reset_ends:
            line.remove("-no-reboot")
        self.process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.seen = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def wait_for(self, text):
        """Reads until `text` has come; what came before it."""
        end = time.monotonic() + 30
        while text not in self.seen:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            data = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            check(data, "waited for", text, "got", self.seen)
            self.seen += data
        before, _, self.seen = self.seen.partition(text)
        return before

    def type(self, text):
        # no faster than a person: the UART's interrupt has to take each byte
        for i in range(len(text)):
            self.process.stdin.write(text[i : i + 1])
            self.process.stdin.flush()
            time.sleep(0.002)

    def says(self, line, prompt=b">>> "):
        """What comes of a line at the prompt."""
        self.type(line.encode() + b"\r")
        self.wait_for(b"\n")
        return self.wait_for(prompt).decode().replace("\r\n", "\n")

    def end(self):
        self.process.kill()
        self.process.wait()
