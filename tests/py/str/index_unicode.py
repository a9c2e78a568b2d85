# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: Indexing and len count characters, not bytes, in mixed-width text.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = 'aé漢🐍z'
print(len(s), [s[i] for i in range(len(s))], [s[-i] for i in range(1, 6)])
print([ord(c) for c in s], s.encode(), len(s.encode()))
for i in (5, -6, 10**20, -10**20, 'a', 1.0, None, slice):
    err(lambda: s[i])
print(list(s), list(reversed(s)), s[True], ''.join(sorted(s)))
err(lambda: ''[0])
def setit():
    s[0] = 'x'
def delit():
    del s[0]
err(setit)
err(delit)
print(s.index('🐍'), s.find('z'), s.rfind('a'), s.count(''), '漢' in s, '漢字' in s)
for i, c in enumerate('日本語'):
    print(i, c, end=';')
print()
long = 'é' * 1000 + 'x' + '漢' * 1000
print(long[1000], long[1001], long[-1001], len(long), long[999:1002], long.find('x'), long.rfind('é'))
