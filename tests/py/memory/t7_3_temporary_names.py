# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent
# Shows: T7.3: a hundred thousand distinct temporary names do not fill the memory.
# memory: 128k
# timeout: 60
class A: pass
a = A()
n = 0
for i in range(20000):
    n += getattr(a, 'temp_%d' % i, 1)
    d = {'key_%d' % i: i}
    n += d['key_%d' % i] - i
for i in range(300):
    setattr(a, 'attr', getattr(a, 'attr', 0) + eval('%d' % i))
print(n, a.attr)
