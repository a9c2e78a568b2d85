# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, big-int
"""The messages for items that do not fit, of every typecode."""

import array


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for code in "bBhHiIqQ":
    for value in (10**20, -(10**20), 2**40, -(2**40), 70000, -70000, 300, -300, -1):
        print(code, value, end=" ")
        show(lambda: array.array(code, [value]))
show(lambda: array.array("i", [1]).insert(2**64, 1))
show(lambda: array.array("i", [1]).pop(2**64))
show(lambda: array.array("h", [1]) * 2**64)
