# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Functions that are attributes of functions, in a long chain, are collected in linear time, and kept.
# timeout: 5
import gc


def make():
    def f(): pass
    return f


def chain(n, wrap):
    f = make()
    for i in range(n):
        g = make()
        g.inner = wrap(f)
        f = g
    return f


def length(f, unwrap):
    n = 0
    while hasattr(f, 'inner'):
        f = unwrap(f.inner)
        n += 1
    return n


direct = chain(5000, lambda f: f)
listed = chain(5000, lambda f: [f])
gc.collect()
print(length(direct, lambda x: x), length(listed, lambda x: x[0]))
own = make()
own.inner = own
direct = listed = own = None
gc.collect()
print('collected')
