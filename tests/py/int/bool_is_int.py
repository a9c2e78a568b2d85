# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: bool behaves as an integer, prints as itself, and its operators return what they should.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(True + True, True - False, True * 3, -True, +True, True / 2, True // 1)
print(isinstance(True, int), issubclass(bool, int), type(True), type(True + 0))
print(bool(), bool(0), bool(-1), bool(""), bool(" "), bool([]), bool([0]), bool(None), bool(0.0), bool(()))
print([False, True][True], "ab"[False], {True: "y"}[1])
print(str(True), repr(False), "%d %s" % (True, True), format(True), format(True, "d"), f"{True:5}|")
print(type(True & True), type(True & 1), type(True ^ False), type(not 1))
print(sum([True, True, False]), int(True), float(True))
print(sorted([True, False, True]), [True, False].count(1), [0, 1].index(True))
class B:
    def __bool__(self):
        return False
class L:
    def __len__(self):
        return 0
class Bad:
    def __bool__(self):
        return 1
print(bool(B()), bool(L()), not B(), 1 if L() else 2)
err(bool, Bad())
err(bool, 1, 2)
try:
    class Sub(bool):
        pass
except TypeError as e:
    print(e)
