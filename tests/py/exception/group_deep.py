# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: groups
# Shows: groups nested deeper than the C stack reaches give RecursionError.
# skip: always, stress, move, asan -- builds 50,000 objects; the C stack is larger with asan

def deep(n):
    e = ValueError('bottom')
    for i in range(n):
        e = ExceptionGroup('x', [e])
    return e

def kind(f):
    try:
        f()
        print('fine')
    except BaseException as e:
        print(type(e).__name__)

e = deep(50000)
kind(lambda: e.split(ValueError))
kind(lambda: e.subgroup(KeyError))
kind(lambda: e.subgroup(lambda x: False))
def star():
    try:
        raise e
    except* ValueError:
        pass
kind(star)
def again():
    try:
        raise e
    except* Exception:
        raise
kind(again)
print(str(e), len(e.exceptions))
e = deep(100)
kind(lambda: e.split(ValueError))
try:
    raise e
except* ValueError as v:
    n = 0
    while isinstance(v, ExceptionGroup):
        n, v = n + 1, v.exceptions[0]
    print(n, repr(v))
