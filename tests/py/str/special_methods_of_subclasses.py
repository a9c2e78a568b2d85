# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: double
"""Special methods of classes that derive from str: they come before what the text would give."""


class Length(str):
    def __len__(self):
        return 3


class Number(str):
    def __float__(self):
        return 2.5

    def __int__(self):
        return 7


class Index(str):
    def __index__(self):
        return 4


empty = Length()
print(bool(empty), not empty, 1 if empty else 2, empty and 5, max(empty, empty) and 1)
print(bool(Length("abc")), hasattr("", "__bool__"), hasattr(empty, "__bool__"))
print(float(Number("1")), int(Number("1")), float(Index("1")), int(Index("1")), "%d %x" % (Index("9"), Index("9")))
print(float(Length("1.5")), int(Length("12")))
