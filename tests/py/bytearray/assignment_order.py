# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray
"""The value is converted before the index is looked at; what both may have changed is read after them."""

def put(b, i, v):
    try:
        b[i] = v
        print(b)
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __init__(self, name, then=None):
        self.name, self.then = name, then

    def __index__(self):
        print(self.name, end=" ")
        if self.then:
            self.then()
        return 1


b = bytearray(b"abc")
put(b, 5, [])
put(b, 5, 300)
put(b, 5, 3)
put(b, Index("index"), Index("value"))
put(b, Index("index"), Index("value", b.clear))
put(b, "a", 300)
