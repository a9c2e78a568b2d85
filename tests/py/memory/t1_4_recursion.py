# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: T1.4: endless Python recursion gives RecursionError and the program goes on, many times.
def f():
    f()
def g(n):
    return 1 + g(n + 1)
for i in range(5):
    for fn in (f, lambda: g(0)):
        try:
            fn()
        except RecursionError as e:
            print(i, type(e).__name__)
print([x * x for x in range(5)], g.__name__)
