# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Slices with every sign of start, stop and step over multi-byte text.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = 'αβγδεζηθ'
for a in (None, 0, 2, -3, 8, -8, 20, -20):
    for b in (None, 0, 5, -1, 20, -20):
        print(s[a:b], s[a:b:2], s[a:b:-1], s[a:b:-3], sep='|', end=' ')
    print()
print(s[::-1], s[::3], s[:], s[5:2], s[2:5:-1] == '', ''[:], ''[::-1])
err(lambda: s[::0])
err(lambda: s['a':])
err(lambda: s[1.5:])
print(s[slice(1, 4)], s[slice(None)], s[10**30:], s[-10**30:2], s[::10**30], s[::-10**30])
