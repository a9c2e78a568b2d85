# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: slice objects: attributes, indices, equality, use in custom __getitem__.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), s == slice(1, 10, 2), s != slice(1), slice('a', 'b'))
for n in (0, 5, 20):
    print(slice(None).indices(n), slice(1, 10, 2).indices(n), slice(None, None, -1).indices(n), slice(-3, None).indices(n), slice(-100, 100).indices(n), slice(100, -100, -2).indices(n))
err(lambda: slice())
err(lambda: slice(1, 2, 3, 4))
err(lambda: slice(1, 2, 0).indices(5))
err(lambda: slice('a').indices(5))
err(lambda: slice(1).indices(-1))
err(lambda: hash(slice(1)))
class G:
    def __getitem__(self, k):
        return k
    def __setitem__(self, k, v):
        print('set', k, v)
    def __delitem__(self, k):
        print('del', k)
g = G()
print(g[1], g[1:2], g[1:2:3], g[:], g[::], g[1:, 2], g[..., :], g['a':None], g[(1, 2)], g[1, 2], g[1,], g[()], g[-1:])
g[1:2] = 5
g[1:2, ::3] = 6
del g[:5]
del g[0, 1]
