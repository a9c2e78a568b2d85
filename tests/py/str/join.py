# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods
# Shows: join of every kind of iterable and its errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(','.join(['a', 'b', 'c']), ''.join([]), '-'.join(['only']), ', '.join(('x', 'y')), '.'.join('abc'), '→'.join({'k': 1, 'm': 2}))
print('+'.join(str(i) for i in range(5)), ''.join(map(chr, [233, 28450, 128013])), '--'.join(['', '', '']))
err(','.join, [1, 2])
err(','.join, ['a', None])
err(','.join, ['a', 'b', b'c'])
err(','.join, 5)
err(','.join)
def gen():
    yield 'a'
    raise ValueError('mid join')
err(','.join, gen())
print(len('ab'.join(['x'] * 1000)), ''.join(['é'] * 300).count('é'))
