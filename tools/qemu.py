#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs the image of a board under QEMU.

    tools/qemu.py [--board B] [-X memory=SIZE] [--mem] [script.py | -c CODE] [args]
    tools/qemu.py [--board B] --files FOLDER

With a program: the host's files are the board's, what it prints comes out here, and its exit status is this
program's.  Without: main.py of the board's own files and the prompt, on the board's UART; Ctrl-A x leaves QEMU.
FOLDER becomes its files in flash.
"""

import os
import re
import struct
import subprocess
import sys
import tempfile

import packfiles

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PLAIN = re.compile(rb"[^A-Za-z0-9_./:=-]")


def said(board, what):
    """The words of a setting of the board's description, or of the one that this includes; []: none."""
    with open(os.path.join(ROOT, "ports", "cortexm", "boards", board + ".cmake"), encoding="utf-8") as f:
        text = f.read()
    found = re.search(r"^set\(%s (.+)\)" % what, text, re.M)
    included = re.search(r"^include\(.*/(\S+)\.cmake\)", text, re.M)
    return found.group(1).split() if found else said(included.group(1), what) if included else []


def word(text):
    """The board splits its command line at spaces, and QEMU's options end at commas."""
    return PLAIN.sub(lambda m: b"%%%02x" % m.group(0)[0], os.fsencode(text)).decode()


def size(text):
    match = re.match(r"(\d+)([kKmM]?)$", text)
    if not match:
        sys.exit("qemu: -X memory=%s: expected a size such as 4096, 32k or 8m" % text)
    return "%d" % (int(match.group(1)) * {"": 1, "k": 1024, "m": 1 << 20}[match.group(2).lower()])


def board_words(arguments, folder):
    """The command line of the board, from one as build/unix/ouro takes it in that folder."""
    words, rest = ["ouro"], list(arguments)
    while rest and rest[0].startswith("-") and rest[0] != "-c":
        option = rest.pop(0)
        value = option[2:] or (rest.pop(0) if rest else "")
        if option.startswith("-X") and value.startswith("memory="):
            words.append("-Xmemory=" + size(value[7:]))
        elif option == "--mem":
            words.append(option)
        else:
            sys.exit("qemu: unknown option %s" % option)
    if rest and rest[0] != "-c":
        words.append("-Xpath=" + os.path.realpath(os.path.join(folder, rest[0])))
    return words + rest


def symbol(path, name):
    """The value of a symbol of an ELF file of 32 bits."""
    with open(path, "rb") as f:
        elf = f.read()
    at, size, count = struct.unpack_from("<I", elf, 32)[0], *struct.unpack_from("<HH", elf, 46)
    sections = [struct.unpack_from("<10I", elf, at + size * i) for i in range(count)]
    for section in sections:
        if section[1] != 2:  # SHT_SYMTAB
            continue
        names = sections[section[6]][4]
        for entry in range(section[4], section[4] + section[5], 16):
            start, value = struct.unpack_from("<II", elf, entry)
            if elf[names + start : elf.index(b"\0", names + start)] == name.encode():
                return value
    sys.exit("qemu: %s has no symbol %s" % (path, name))


def files_in_flash(board, image):
    """Options of QEMU that put an image of files (tools/packfiles.py) where the board looks for it."""
    where = symbol(os.path.join(ROOT, "build", board, "ouro"), "files_low")
    return ["-device", "loader,file=%s,addr=%#x,force-raw=on" % (image, where)]


def command(board, arguments, folder=".", image="ouro"):
    """What runs the image of build/BOARD with these arguments."""
    words = board_words(arguments, folder)
    out = ["qemu-system-arm", "-M", *said(board, "BOARD_MACHINE"), *said(board, "BOARD_QEMU"), "-nographic", "-monitor", "none", "-no-reboot",
           "-kernel", os.path.join(ROOT, "build", board, image),
           "-semihosting-config", ",".join(["enable=on,target=native"] + ["arg=" + word(w) for w in words])]
    return out + (["-serial", "none"] if len(words) > 1 else [])


def main():
    arguments, board = sys.argv[1:], "mps2-an385"
    if arguments[:1] == ["--board"] and len(arguments) > 1:
        board, arguments = arguments[1], arguments[2:]
    image = None
    if arguments[:1] == ["--files"] and len(arguments) > 1:
        image = tempfile.NamedTemporaryFile(prefix="ouro-files-")
        image.write(packfiles.pack(packfiles.collect(arguments[1])))
        image.flush()
        arguments = arguments[2:]
    line = command(board, arguments)
    if image:
        line += files_in_flash(board, image.name)
    if "-serial" not in line:
        line[line.index("-monitor"):line.index("-monitor") + 2] = ["-serial", "mon:stdio"]
    if image:
        sys.exit(subprocess.call(line))
    os.execvp(line[0], line)


if __name__ == "__main__":
    main()
