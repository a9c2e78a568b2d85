# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: dict() from pairs, mappings, keywords; fromkeys; malformed input.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(dict([(1, 2), [3, 4], 'ab']), dict(a=1, b=2), dict({'x': 1}, y=2), dict(zip('ab', range(2))), dict((k, k * k) for k in range(3)), dict({}), dict([]))
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), {}.fromkeys((), 5), dict.fromkeys('aab', []))
err(dict, 5)
err(dict, [1, 2])
err(dict, ['abc'])
err(dict, [(1, 2, 3)])
err(dict, [()])
err(dict, 1, 2)
err(dict, [([], 1)])
err(dict.fromkeys, 5)
err(dict.fromkeys, [[]])
class M:
    def keys(self):
        return iter(['p', 'q'])
    def __getitem__(self, k):
        return k * 2
print(dict(M()), {**M()}, dict(M(), r=1))
class BadM:
    def keys(self):
        return ['a']
    def __getitem__(self, k):
        raise KeyError('refused')
err(dict, BadM())
err(lambda: {**5})
err(lambda: {**[1]})
d = {}
d.update()
d.update([('a', 1)])
d.update(b=2)
d.update(M())
d.update({'a': 3}.items())
print(d)
err(d.update, 5)
err(d.update, [1])
err(d.update, {}, {})
