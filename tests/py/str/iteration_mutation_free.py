# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, unicode
# Shows: Iterating, unpacking and testing membership in text.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

it = iter('aé🐍')
print(next(it), next(it), next(it), next(it, 'end'), list(it))
a, *b, c = '漢字かな'
print(a, b, c)
print([x + y for x in 'ab' for y in 'éü'], dict(zip('abc', 'αβγ')), set('aa') == {'a'}, tuple('xy'), list(map(ord, 'é')))
print(all(c.isalpha() for c in 'héllo'), any(c == 'é' for c in 'hello'), [*'ab', *'é'], max('aéz'), len(list(zip('abc', 'é'))))
def unpack2():
    x, y = 'abc'
def unpack3():
    x, y, z = 'ab'
err(unpack2)
err(unpack3)
for c in '':
    print('never')
else:
    print('else of empty')
