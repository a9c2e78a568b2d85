# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: io-memory, percent
# Shows: io.StringIO: read, readline, iteration, seek, tell, write, truncate, context manager.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import io
s = io.StringIO('line1\nline2\n\nlast é')
print(repr(s.readline()), s.tell() == 6, repr(s.read(3)), repr(s.readline()), s.readlines(), repr(s.read()), repr(s.readline()))
print(s.seek(0), list(s), s.getvalue() == 'line1\nline2\n\nlast é')
w = io.StringIO()
print(w.write('abc'), w.write('é→'), w.write(''), repr(w.getvalue()), w.seek(1), w.write('X'), w.getvalue(), w.seek(0, 2) > 0, w.write('!'), w.getvalue())
with io.StringIO('with') as f:
    print(f.read(), f.closed)
print(f.closed)
err(f.read)
err(f.getvalue)
err(w.write, 5)
err(w.write, b'x')
err(io.StringIO, 5)
r = io.StringIO('abc')
print(r.read(2), r.read(0) == '', r.read(-1), r.read(5) == '', r.seek(0), r.read(None))
print('one\n', 'two', sep='', end='.', file=(o := io.StringIO()))
print(repr(o.getvalue()), [l.strip() for l in io.StringIO('a\n b \nc')], next(io.StringIO('x\ny')), sum(1 for _ in io.StringIO('\n\n\n')))
t = io.StringIO('abcdef')
print(t.seek(3), t.truncate(), t.getvalue(), t.seek(0), t.read())
w.close()
w.close()
err(w.write, 'a')
big = io.StringIO()
for i in range(300):
    big.write('%d,' % i)
print(len(big.getvalue()), big.getvalue()[-8:], big.writelines(['x', 'y']), big.getvalue()[-3:], s.readable(), s.writable(), s.seekable())
