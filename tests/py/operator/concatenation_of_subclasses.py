# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray
"""Concatenation where subclasses have methods of their own for +: it is the left operand's, and comes after them."""

def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e if "unsupported" in str(e) else "refused")


for base in (str, list, tuple, bytes, bytearray):

    class Refuses(base):
        def __add__(self, other):
            return NotImplemented

    class Plain(base):
        pass

    class Right(base):
        def __radd__(self, other):
            return "radd"

    class Other(dict):
        pass

    text = b"ab" if base in (bytes, bytearray) else "ab"
    x = base(text)
    for left in x, Plain(text), Refuses(text), Right(text):
        for right in x, Plain(text), Refuses(text), Right(text), Other(), 5, None:
            show(lambda: left + right)

    def add(left, right):
        left += right
        return left

    for right in x, Other(), 5, Refuses(text):
        show(lambda: add(Refuses(text), right))
show(lambda: 3 * type("L", (list,), {"__mul__": lambda s, o: NotImplemented})([1]))
show(lambda: b"a" + bytearray(b"b"))
show(lambda: b"a" + type("B", (bytearray,), {})(b"b"))
show(lambda: bytearray(b"a") + type("B", (bytes,), {})(b"b"))
