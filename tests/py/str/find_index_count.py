# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: find, rfind, index, rindex, count with ranges and empty needles.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = 'abracadabra'
for n in ('a', 'abra', 'x', '', 'ra', 'abracadabra!', 'ad'):
    print(repr(n), s.find(n), s.rfind(n), s.count(n), s.find(n, 3), s.rfind(n, 0, 8), s.count(n, 2, -1), s.find(n, -4), n in s)
print(s.find('', 11), s.find('', 12), s.rfind('', 5), ''.find(''), ''.count(''), 'aaa'.count('aa'), 'aaaa'.count('aa'))
print(s.find('a', None), s.find('a', None, None), s.find('a', 5, 2), s.find('a', -100, 100), s.index('c'), s.rindex('a', 0, 10))
err(s.index, 'x')
err(s.rindex, 'abra', 8)
err(s.find, 1)
err(s.index)
err(s.count, None)
u = 'ñandú ñandú'
print(u.find('ú'), u.rfind('ñ'), u.count('ñandú'), u.index('ú', 5), u.find('ñ', 1, 6), u.find('ñ', 1, 7))
