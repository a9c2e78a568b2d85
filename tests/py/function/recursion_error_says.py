# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: The words of a RecursionError begin as CPython's do, whether Python code or C code was too deep.
class C:
    def __repr__(self):
        return repr([self])


def f():
    return f()


for fn in (f, lambda: repr(C())):
    try:
        fn()
    except RecursionError as e:
        print(str(e)[:32])
