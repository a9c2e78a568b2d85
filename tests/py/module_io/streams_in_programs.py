# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, io-memory, percent, set, text-methods
# Shows: Streams as values: copying, line filters, tee, in-memory CSV, reading in chunks.
import io
def chunks(f, n):
    while (c := f.read(n)): yield c
print([len(c) for c in chunks(io.BytesIO(bytes(100)), 32)], list(chunks(io.StringIO('héllo wörld'), 4)))
def grep(src, pat, out):
    n = 0
    for no, line in enumerate(src, 1):
        if pat in line:
            out.write(f'{no}:{line}')
            n += 1
    return n
out = io.StringIO()
print(grep(io.StringIO('one\ntwo\nthree\nnone'), 'one', out), repr(out.getvalue()))
class Tee:
    def __init__(self, *fs): self.fs = fs
    def write(self, s):
        for f in self.fs: f.write(s)
        return len(s)
a, b = io.StringIO(), io.StringIO()
print('to both', 1, 2, sep='-', file=Tee(a, b))
print(a.getvalue() == b.getvalue() == 'to both-1-2\n')
rows = [['a', 'b,c'], ['d"e', '']]
w = io.StringIO()
for r in rows: print(*('"%s"' % c.replace('"', '""') if set(c) & set(',"') else c for c in r), sep=',', file=w)
print(w.getvalue(), end='')
f = io.BytesIO()
for i in range(5): f.write(bytes([i]) * i)
f.seek(0)
print(f.read(3), f.tell(), f.read(), f.read(1), f.seek(-2, 2), f.read(), len(f.getvalue()))
def copy(src, dst, size=7):
    n = 0
    while True:
        c = src.read(size)
        if not c: return n
        n += dst.write(c)
dst = io.StringIO()
print(copy(io.StringIO('x' * 20 + 'é' * 5), dst), len(dst.getvalue()), dst.getvalue()[-6:])
buf = bytearray(4)
src = io.BytesIO(b'0123456789')
got = b''
while (n := src.readinto(buf)): got += bytes(buf[:n])
print(got)
with io.StringIO('k = v\n# c\n\nx=1\n') as cfg:
    print({k.strip(): v.strip() for k, _, v in (l.partition('=') for l in cfg if l.strip() and l[0] != '#')})
print(cfg.closed, io.StringIO().read() == '', io.StringIO('ab').readlines(), [*io.StringIO('a\n\nb')], io.StringIO('a\r\nb').read() if False else 'skip')
s = io.StringIO()
s.write('hello')
s.seek(0)
s.write('J')
print(s.getvalue(), s.tell(), s.read(), s.seek(2), s.read(2), s.truncate(3), s.getvalue())
