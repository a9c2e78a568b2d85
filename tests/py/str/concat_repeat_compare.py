# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: +, *, comparison by code point, augmented assignment.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print('a' + 'é', 'ab' * 3, 3 * 'é', 'x' * 0, 'x' * -5, '' * 10**9, '' + '')
print('a' < 'b', 'a' < 'A', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'z' < 'é', '\uffff' < '\U00010000', 'é' > 'e\u0301')
print('a' == 'a', 'a' != 'b', 'a' == b'a', 'a' == 97, 'a' in 'abc', '' in '', 'ac' in 'abc')
for f in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: 'a' * 1.0, lambda: 'a' - 'b', lambda: 'a' < 1,
          lambda: 1 in 'a', lambda: None + 'a', lambda: 'a' + b'a', lambda: -'a', lambda: 'a' + None, lambda: 'a' / 2):
    err(f)
s = t = 'ab'
s += 'cd'
s *= 2
print(s, t)
print('abc' <= 'abc', 'b' >= 'abc', max('hello'), min('hello'), sorted('hello', reverse=True))
print(('a' 'b' * 2), 'a' + 'b' * 2, hash('ab') == hash('a' + 'b'), 'ab' is not None)
