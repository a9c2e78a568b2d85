# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: append, extend, insert, pop, remove, index, count, reverse, copy, clear and errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = []
print(a.append(1), a.extend('ab'), a.extend((2,)), a.extend({5: 6}), a.insert(0, 'first'), a)
a.insert(100, 'last')
a.insert(-1, 'before last')
a.insert(-100, 'very first')
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove('a')
print(a, a.index(1), a.index('b', 1), a.index('before last', -3, 100), a.count(2), a.count(True), a.reverse(), a)
err(a.pop, 100)
err(a.pop, -100)
err(a.pop, 'x')
err([].pop)
err(a.remove, 'nope')
err(a.index, 'nope')
err(a.index, 1, 0, 1)
err(a.append)
err(a.append, 1, 2)
err(a.extend, 5)
err(a.insert, 0)
err(a.insert, 'x', 0)
err(lambda: a.foo)
c = a.copy()
c.append(9)
a.clear()
print(a, c, a.clear(), [].copy(), [1, [2]].copy()[1])
l = [0.0, -0.0, 1, True, 1.0, 'a']
print(l.index(True), l.count(1), l.count(0), l.index(-0.0))
