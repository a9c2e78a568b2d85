# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Class methods of C types, called with what is no class, or none of theirs."""


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


fromkeys = dict.__dict__["fromkeys"]
show(fromkeys)
show(fromkeys, 5)
show(fromkeys, list, "ab")
show(fromkeys, dict, "ab")
show(fromkeys.__get__, None, 5)
show(fromkeys.__get__, None, list)
show(fromkeys.__get__(None, dict), "ab")
show(fromkeys.__get__({}), "ab")
show(int.__dict__["from_bytes"], "x", b"a")
show(int.__dict__["from_bytes"], bool, b"a")
show(dict.fromkeys.__call__)
show([].__init_subclass__.__call__, 1)
show({}.__new__.__call__)
show({}.__new__.__call__, 5)
