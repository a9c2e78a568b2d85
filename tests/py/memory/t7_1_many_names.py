# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent
# Shows: T7.1: thousands of names as attributes, globals, keywords and keys stay distinct.
class A: pass
a = A()
for i in range(1000):
    setattr(a, 'name_%05d' % i, i)
print(sum(getattr(a, 'name_%05d' % i) for i in range(1000)), hasattr(a, 'name_1000'), a.name_00999)
for i in range(300):
    exec('glob_%d = %d' % (i, i))
print(eval('+'.join('glob_%d' % i for i in range(300))))
def kw(**k): return sum(k.values()), len(k)
print(kw(**{'k%d' % i: i for i in range(300)}))
src = '\n'.join('def fn_%d(a_%d): return a_%d + %d' % (i, i, i, i) for i in range(100))
ns = {}
exec(src, ns)
print(sum(ns['fn_%d' % i](1) for i in range(100)), ns['fn_7'](a_7=3))
long_name = 'n' * 250
setattr(a, long_name, 'long')
print(getattr(a, 'n' * 250), getattr(a, 'n' * 249, 'none'))
