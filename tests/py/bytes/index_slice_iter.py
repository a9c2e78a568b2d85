# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: Indexing gives ints, slicing gives bytes; immutability.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

b = b'hello\xff'
print(b[0], b[-1], b[1:3], b[::-1], b[10:], b[:0], b[::2], list(b), tuple(b[:2]), b[-3:-1], b[5:0:-2])
for i in (6, -7, 'a', None, 1.0, 10**30):
    err(lambda: b[i])
def set_():
    b[0] = 1
def del_():
    del b[0]
err(set_)
err(del_)
print(104 in b, b'el' in b, b'' in b, 255 in b, 0 in b, b'xx' in b)
err(lambda: 256 in b)
err(lambda: 'a' in b)
err(lambda: -1 in b)
print([x for x in b if x > 108], max(b), sum(b), sorted(b'cab'), bytes(sorted(b'cab')), b.count(b'l'), b.count(108), b.index(b'l'), b.find(111))
x, *y = b'abc'
print(x, y, {b'k': 1}[b'k'], hash(b'a') == hash(b'a'), bool(b''), bool(b'\0'), b is b[:])
