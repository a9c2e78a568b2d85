# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, text-methods
# Shows: Search, split, strip, replace on bytes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

b = b'one two one'
print(b.find(b'one'), b.find(b'one', 1), b.rfind(b'one'), b.index(b'two'), b.rindex(b'one'), b.count(b'o'), b.find(b'x'), b.find(b''))
err(b.index, b'zz')
err(b.find, 'one')
err(b.index, 300)
print(b.split(), b.split(b' ', 1), b.rsplit(b' ', 1), b'a,b,,c'.split(b','), b' x '.split(), b''.split(b','), b.partition(b' '), b.rpartition(b' '), b.partition(b'zz'))
err(b.split, '')
err(b.split, b'')
print(b.replace(b'one', b'1'), b.replace(b'one', b'1', 1), b'ab'.replace(b'', b'-'), b' a '.strip(), b'xxaxx'.strip(b'x'), b' a '.lstrip(), b' a '.rstrip())
print(b.startswith(b'one'), b.startswith((b'x', b'o')), b.endswith(b'one'), b'ab'.removeprefix(b'a'), b'ab'.removesuffix(b'b'))
err(b.startswith, 'one')
print(b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b','.join([b'a', bytearray(b'b'), b'c']), b''.join([]))
err(b','.join, [b'a', 'b'])
err(b','.join, [1])
