#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Starts programs of this machine, those for 32 bits too where the kernel refuses them: under qemu-i386 (Debian
package qemu-user).

    tools/run32.py PROGRAM [args]     runs it; a program for 64 bits as it is
    tools/run32.py --how              prints what runs 32-bit programs: nothing (the kernel does), or the emulator;
                                      status 1: neither can

OURO_RUN32 in the environment overrules what was found out: the words before a 32-bit program, for instance
"qemu-i386"; empty: none.
"""

import errno
import functools
import os
import shlex
import shutil
import stat
import struct
import subprocess
import sys
import tempfile

EM_386 = 3
EMULATOR = "qemu-i386"
HELP = "this kernel runs no 32-bit programs, and %s (Debian: qemu-user) is not installed" % EMULATOR
SLOWNESS = 10  # of the emulator, for time limits


def tiny_program():
    """An executable of Linux for 32-bit x86 that calls exit(0)."""
    code = b"\x31\xdb\x31\xc0\x40\xcd\x80"  # xor ebx, ebx; xor eax, eax; inc eax; int 0x80
    base, size = 0x08048000, 52 + 32 + len(code)
    ident = b"\x7fELF\x01\x01\x01".ljust(16, b"\0")
    header = struct.pack("<HHIIIIIHHHHHH", 2, EM_386, 1, base + 84, 52, 0, 0, 52, 32, 1, 0, 0, 0)
    segment = struct.pack("<8I", 1, 0, base, base, size, size, 5, 4096)
    return ident + header + segment + code


def kernel_can():
    with tempfile.TemporaryDirectory(prefix="ouro-") as folder:
        path = os.path.join(folder, "exits")
        with open(path, "wb") as f:
            f.write(tiny_program())
        os.chmod(path, stat.S_IRWXU)
        try:
            return subprocess.call([path]) == 0
        except OSError as error:
            if error.errno != errno.ENOEXEC:
                raise
            return False


@functools.lru_cache(None)
def before():
    """The words before the name of a 32-bit program, or None: nothing here can run one."""
    forced = os.environ.get("OURO_RUN32")
    if forced is not None:
        return tuple(shlex.split(forced))
    if kernel_can():
        return ()
    found = shutil.which(EMULATOR)
    return (found,) if found else None


def is_32(path):
    """Is this a program for 32-bit x86?"""
    try:
        with open(path, "rb") as f:
            head = f.read(20)
    except OSError:
        return False
    return head[:5] == b"\x7fELF\x01" and len(head) == 20 and struct.unpack_from("<H", head, 18)[0] == EM_386


def command(program, *arguments):
    """The words that start it."""
    words = before() if is_32(program) else ()
    if words is None:
        sys.exit("run32: %s: %s" % (program, HELP))
    return [*words, program, *arguments]


def slowness(program):
    """A factor for time limits."""
    return SLOWNESS if is_32(program) and before() else 1


def main():
    if sys.argv[1:] == ["--how"]:
        words = before()
        if words is None:
            sys.exit("run32: " + HELP)
        print(shlex.join(words))
    elif len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        program = sys.argv[1]
        line = command(program if os.sep in program else os.path.join(".", program), *sys.argv[2:])
        os.execvp(line[0], line)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
