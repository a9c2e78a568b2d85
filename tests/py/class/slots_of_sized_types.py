# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
"""No slots behind int, bytes and tuple."""

for base in (int, bytes, tuple, str, list, bool and float, dict):
    for slots in ((), ("x",), "y", ("__dict__",)):
        try:

            class A(base):
                __slots__ = slots

            print(base.__name__, slots, "made")
        except TypeError as e:
            print(base.__name__, slots, e)


class B(int):
    pass


try:

    class C(B):
        __slots__ = ("z",)

except TypeError as e:
    print(e)
