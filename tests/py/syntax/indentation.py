# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, io-memory
# Shows: Indentation: nested, blank lines, comments, tabs, one-line bodies, continuation.
if True:
        # odd comment indent
    # another
        x = 1
# comment at column 0
        y = 2

        if x:
         z = 3
         w = 4
        else: z = 0
print(x, y, z, w)
if x: a = 1; b = 2; c = 3;
print(a, b, c)
def f(): return 1
class C: v = 5; w = 6
for i in range(2): print(i, end=' '); print('x', end=' ')
while i: i -= 1
else: print('done')
def g():
	"tabs are fine"
	if True:
		return 'tab'
print(g(), f(), C.w)
val = (1 +
  2
        + 3)
lst = [
1,
    2,  # comment inside

        3,
]
d = {'a':
     1, 'b'
     : 2}
s = 'joined \
line'
t = 1 + \
    2
if (val and
        t):
    print(val, lst, d, s, t)
def h(a,
      b=2,
  *c
      ):
    return (a, b,
            c)
print(h(1,
        2,
        3))
if True:
    if True:
        if True:
            pass
        k = 1
    l = 2
print(k, l)
try: x = 1
except: pass
else: print('else')
finally: print('finally')
with __import__('io').StringIO() as f: pass
exec('if 1:\n  a = 1\n  if a:\n     b = 2\n  c = 3\nd = 4')
exec('\n\n\n   \n  # c\nx = 9\n\t\n')
exec('if 1:\n\tp = 1\n\tq = 2')
exec('x = 1\r\ny = 2\r\nif x:\r\n  z = 5\r\n')
exec('x = 10')
exec('if 1:\n  x = 11\n')
exec('def q():\n  return 5\n\n\n# end')
print(x, y, z, p, q())
