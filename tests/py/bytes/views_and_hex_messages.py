# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, io-memory, memoryview, text-methods
"""Views that are not contiguous; messages of truncate, fromhex and str subscripts."""

import io
v = memoryview(bytearray(b"0123456789"))
for part in v[1:8:-1], v[1:2:-1], v[::2], v[3:3], v[5:4:2], v[:]:
    try:
        print(len(part), part.contiguous, part.cast("B").tolist())
    except TypeError as e:
        print(e)
for f in io.BytesIO(b"ab"), io.StringIO("ab"):
    try:
        f.truncate(-1)
    except ValueError as e:
        print(e)
for text in ("<日本>", "zz", "1", "12 3", "0é", "ab日"):
    try:
        print(bytes.fromhex(text))
    except ValueError as e:
        print(e)


class R(str):
    pass


try:
    "abc"[R("q")]
except TypeError as e:
    print(e)
import sys

least = -sys.maxsize - 1
print(b"a,b,c".split(b",", least), b"a b".split(None, least), b"aXb".replace(b"X", b"y", least), b"a,b".rsplit(b",", least))
print("a,b,c".split(",", least), "a b".split(None, least), "aXb".replace("X", "y", least), "a,b".rsplit(",", least), "ab".replace("", "-", least))
