# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
"""A specification that is an instance of a subclass of str."""

class S(str):
    pass


for value in (5, 2**61, 1.5, "ab", True, 10**30):
    print(format(value, S(">12")), value.__format__(S("<8")), "|")
try:
    print(format([], S("x")))
except TypeError as e:
    print(e)
