# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""f-strings, format() and str.format: fields, conversions and specifications."""
name, n = "ouro", 42
print(f"{name} {n} {n + 1} {name!r} {n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:o}|{n:X}")
print(f"{name:>8}|{name:<8}|{name:^8}|{name:*^8}|{name:.2}|{name:6.3}|{'':3}|")
width = 7
print(f"{n:{width}}|{n:>{width - 2}}|{name:{'-'}^{width}}|{{}}|{n = }|{name=!s}")
print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="q"), "{0[1]} {0[0]}".format([5, 6]), "{{}}".format())
print(format(5), format(255, "x"), format("a", ">3"), format(-5, "04"), format(1234567, ","), format(True), format(None))
print(f"{[1, 2]} {(1,)} { {'a': 1} } {None} {True:d} {ord('a'):c}")


class C:
    def __format__(self, spec):
        return "<" + spec + ">"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


c = C()
print(f"{c} {c:abc} {c!s} {c!r} {c!r:>6}", "{:x y}".format(c), format(c, "z"), str(c), repr(c), [c])
for f in (lambda: "{}".format()), (lambda: format("a", "d")), (lambda: format(1, "q")), (lambda: "{a}".format(b=1)):
    try:
        print(f())
    except (IndexError, ValueError, KeyError) as e:
        print(type(e).__name__)
