# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods
# Shows: replace with counts and empty patterns, translate and maketrans.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print('aXbXc'.replace('X', '--'), 'aaa'.replace('aa', 'b'), 'abc'.replace('', '-'), ''.replace('', 'x'), 'abc'.replace('b', ''), 'aaaa'.replace('a', 'b', 2))
print('aaaa'.replace('a', 'b', 0), 'aaaa'.replace('a', 'bb', -1), 'abc'.replace('', '-', 2), 'é→é'.replace('é', 'ee'), 'x'.replace('xyz', 'a'))
err('a'.replace, 'a')
err('a'.replace, 1, 'b')
err('a'.replace, 'a', None)
t = str.maketrans('abc', 'xyz', 'd')
print('aabbccdd'.translate(t), sorted(t.items(), key=lambda kv: kv[0]))
print('hello'.translate({104: 'J', 101: None, ord('l'): 0x4c}), 'añ'.translate({241: 'nn'}))
print('abc'.translate(str.maketrans({'a': 'A', 98: 'BB', 'c': None})))
err(str.maketrans, 'ab', 'c')
err(str.maketrans, {'ab': 1})
