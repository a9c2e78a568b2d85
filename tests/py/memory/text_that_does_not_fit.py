# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, text-methods
# memory: 1m
"""A text that grows beyond the memory fails soon: not after a collection for each of its last bytes."""

for fill in "x", "日":
    for make in (lambda: "xx".ljust(2**30, fill), lambda: "xx".center(2**30, fill), lambda: format("a", fill + "<1073741824")):
        try:
            if fill == "日":  # "x" may fit where CPython runs
                make()
        except MemoryError:
            print("MemoryError")
for make in (lambda: "".join(str(i) for i in range(400000)), lambda: repr([1] * 60000) * 2, lambda: b"".join(b"ab" for i in range(900000))):
    try:
        make()
    except MemoryError:
        pass
    print("goes on")
print("xx".center(9, "é"), format("a", "é^8"), format(5, "日>4"))
