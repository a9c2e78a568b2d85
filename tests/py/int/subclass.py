# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, percent
# Shows: Subclasses of int keep arithmetic, may override operators, and can have attributes.
class Meters(int):
    def __add__(self, other):
        return Meters(int(self) + int(other))
    def __repr__(self):
        return "%dm" % int(self)
a = Meters(5)
b = a + 3
print(a, b, repr(b), type(b).__name__, type(a * 2).__name__, a * 2)
a.note = "tag"
print(a.note, a == 5, hash(a) == hash(5), {5: "x"}[a], [10, 20, 30, 40, 50, 60][a])
print(isinstance(a, int), int(a) + 1, a < 6, max(a, Meters(9)))
class Flag(int):
    def __new__(cls, v, name):
        self = super().__new__(cls, v)
        self.name = name
        return self
f = Flag(2**70, "big")
print(f.name, f + 1, f == 2**70, f >> 69)
print("%x %d" % (a, a), f"{a:03d}", format(a, "x"), list(range(Meters(3))))
