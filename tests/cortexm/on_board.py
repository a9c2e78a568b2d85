# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A board under QEMU, for tests/cortexm/suite.py and tests/cortexm/files.py."""

import os
import shutil
import time

import qemu  # tools/qemu.py
from harness.process import Dialogue, execute

PATIENCE = 60  # seconds


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
        command = qemu.command(self.name, arguments, self.folder, image)
        status, out, err, _ = execute(command, self.folder, PATIENCE)
        text = err.decode().replace("Timer with period zero, disabling\n", "")  # QEMU's lm3s6965evb, of its own
        return status, out.decode(), text


class Prompt(Dialogue):
    def __init__(self, board, semihosting, files=None, image="ouro", reset_ends=True, counted=False):
        """files: an image of files, for the flash; counted: the board's clock goes by instructions, not by the time
        that this machine takes for them"""
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
        if counted:
            line[1:1] = ["-icount", "shift=7,sleep=off"]
        super().__init__(line, PATIENCE)

    def type(self, text):
        # no faster than a person: the UART's interrupt has to take each byte
        for i in range(len(text)):
            super().type(text[i : i + 1])
            time.sleep(0.002)

    def says(self, line, prompt=b">>> "):
        """What comes of a line at the prompt."""
        self.type(line.encode() + b"\r")
        self.wait_for(b"\n")
        return self.wait_for(prompt).decode().replace("\r\n", "\n")
