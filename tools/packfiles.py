#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Makes an image of a folder, for the flash of a board (ports/cortexm/packed.h describes it).

    packfiles.py FOLDER IMAGE
    packfiles.py --list IMAGE

Files and folders whose names start with "." and __pycache__ are left out.
"""

import os
import struct
import sys
import zlib

HEADER = struct.Struct("<4sIIIII")
ENTRY = struct.Struct("<IIII")
MAGIC, VERSION = b"\x93OF\n", 1


def collect(folder):
    """{path as bytes: contents}"""
    found = {}
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "__pycache__")
        for name in names:
            if name.startswith("."):
                continue
            path = os.path.join(where, name)
            with open(path, "rb") as f:
                found[os.fsencode(os.path.relpath(path, folder).replace(os.sep, "/"))] = f.read()
    return found


def pack(files):
    paths = sorted(files)
    names = b"".join(path + b"\0" for path in paths)
    at = HEADER.size + ENTRY.size * len(paths) + len(names)
    entries, contents, name_at = [], [], 0
    for path in paths:
        data = files[path]
        contents.append(b"\0" * (-at % 8) + data)
        at += -at % 8
        entries.append(ENTRY.pack(name_at, at, len(data), zlib.crc32(data)))
        at += len(data)
        name_at += len(path) + 1
    head = HEADER.pack(MAGIC, VERSION, at, len(paths), len(names), 0)[:-4]
    index = b"".join(entries) + names
    return head + struct.pack("<I", zlib.crc32(head + index)) + index + b"".join(contents)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    if sys.argv[1] != "--list":
        if not os.path.isdir(sys.argv[1]):
            sys.exit("packfiles: %s is no folder" % sys.argv[1])
        with open(sys.argv[2], "wb") as f:
            f.write(pack(collect(sys.argv[1])))
        return
    with open(sys.argv[2], "rb") as f:
        image = f.read()
    if image[:4] != MAGIC or len(image) < HEADER.size:
        sys.exit("packfiles: %s is no image of files" % sys.argv[2])
    count = HEADER.unpack_from(image)[3]
    names = HEADER.size + ENTRY.size * count
    for i in range(count):
        name, at, size, checksum = ENTRY.unpack_from(image, HEADER.size + ENTRY.size * i)
        path = image[names + name : image.index(b"\0", names + name)].decode("utf-8", "replace")
        good = zlib.crc32(image[at : at + size]) == checksum
        print("%8d  %s%s" % (size, path, "" if good else "  (damaged)"))


if __name__ == "__main__":
    main()
