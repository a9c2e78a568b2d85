# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Endless recursion raises RecursionError, is caught, and the program goes on.
def f():
    return f()
def g(n):
    return h(n + 1)
def h(n):
    return g(n + 1)
class C:
    def __getattr__(self, name):
        return getattr(self, name)
    def __repr__(self):
        return repr([self])
    def __eq__(self, o):
        return self == o
    def __add__(self, o):
        return self + o
for fn in (f, lambda: g(0), lambda: C().x, lambda: repr(C()), lambda: C() == 1, lambda: C() + 1):
    try:
        fn()
        print('no error')
    except RecursionError as e:
        print(type(e).__name__, isinstance(e, RuntimeError))
def gen():
    yield from gen()
try:
    list(gen())
except RecursionError as e:
    print('generator', type(e).__name__)
def cleanup(n, log):
    try:
        return cleanup(n + 1, log)
    finally:
        log.append(n)
log = []
try:
    cleanup(0, log)
except RecursionError:
    print(log[-1], len(log) > 50, log == sorted(log, reverse=True))
print(sum(range(10)), [x for x in 'still alive'][:5])
for i in range(5):
    try:
        f()
    except RecursionError:
        print('again', i)
