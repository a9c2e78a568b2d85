# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, set, text-methods
# Shows: Messages of wrong indices, keys and container methods, type by type.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s, l, t, b, ba, d, r = 'ab', [1, 2], (1, 2), b'ab', bytearray(b'ab'), {'k': 1}, range(2)
for c in (s, l, t, b, ba, r):
    for i in (5, -3, 'x', 1.5, None, (0,), [0]):
        try: print(c[i])
        except Exception as e: print(type(c).__name__, type(e).__name__, e)
def st(c, i, v):
    c[i] = v
def de(c, i):
    del c[i]
for c in (s, l, t, b, ba, r, 5, None):
    for f in (lambda: st(c, 9, 1), lambda: st(c, 'x', 1), lambda: de(c, 9), lambda: de(c, 'x')):
        try: f()
        except Exception as e: print(type(c).__name__, type(e).__name__, e)
for k in ('z', 5, None, (1, 2), 1.5, b'z', 'it\'s', 'é'):
    err(lambda: d[k])
    err(lambda: d.pop(k))
for f in (lambda: l.index(9), lambda: l.remove(9), lambda: t.index(9), lambda: s.index('z'), lambda: b.index(b'z'), lambda: r.index(9), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(5), lambda: bytearray().pop(), lambda: l.pop(9), lambda: l.insert('a', 1), lambda: s.join([1]), lambda: b.join(['a']), lambda: s.split(''), lambda: dict([1]), lambda: dict([(1,)])):
    err(f)
