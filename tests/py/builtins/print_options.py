# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, io-memory
# Shows: print with sep, end, many types, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import sys, io
print()
print('a', 'b', sep='')
print(1, 2, 3, sep=', ', end='!\n')
print('x', end='')
print('y', end='\n\n')
print(*[], sep='x')
print('', '', sep='|')
print(None, True, 1.5, [1, 'a'], {'k': 'v'}, (1,), b'x', 'é', sep=' ; ')
print('a', sep=None, end=None)
print('flush', flush=True)
buf = io.StringIO()
print('to', 'buffer', sep='-', end='.', file=buf)
print(1, file=buf)
print(repr(buf.getvalue()))
err(print, 1, sep=5)
err(print, 1, end=5)
err(print, 1, foo=5)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print('a', 1, file=w)
print(''.join(w.parts).encode())
err(print, 1, file=5)
class S:
    def __str__(self): return 'S!'
print(S(), [S].__len__(), 'tab\there', 'line\nbreak', '\\', "q'q")
print('multi', 'ple', sep='\n')
print('é漢🐍', sep='→')
sys.stdout.write('direct write\n')
