# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A module to be frozen, with a constant of each kind."""
import sys

FLOATS = (1.5, 0.0, -0.0, 1e30, -2.25, 1e-30)
INTS = (0, -1, 536870911, 536870912, -536870913, 2**40, -(2**61), 2**61, 10**30)
TEXTS = ("", "x", "two words", "ascii_name", "häßlich €", b"bytes\x00\xff", None, True, False, ...)


class Shape:
    """With a doc."""

    def __init__(self, name, *corners, unit="mm", **more):
        self.name, self.corners, self.unit, self.more = name, corners, unit, more

    def describe(self):
        return f"{self.name!r:>10} {len(self.corners)} {self.unit} {sorted(self.more.items())}"

    class Inner:
        deep = [x * 2 for x in range(3)]


def counter(start):
    def step(by=1):
        nonlocal start
        start += by
        return start

    return step


def vowels(text):
    return [c for c in text if c in {"a", "e", "i", "o", "u"}]


def numbers(n):
    for i in range(n):
        try:
            yield i // (i - 2)
        except ZeroDivisionError as e:
            yield str(e)
        finally:
            yield "done"


def fail():
    raise KeyError("from a frozen module")
