# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A list grows to thousands, shrinks, and keeps every element right.
a = []
for i in range(5000):
    a.append(i)
print(len(a), a[4999], sum(a), a[::1000])
for i in range(4000):
    assert a.pop() == 4999 - i
print(len(a), a[-1])
for i in range(200):
    a.insert(0, -i)
print(a[:3], a[199:202], len(a))
for i in range(200):
    a.pop(0)
print(a[0], len(a))
a.extend(a)
a[500:500] = list(range(-5, 0))
print(len(a), a[499:507], a.index(-3), a.count(3))
while a:
    del a[len(a) // 2:]
    if len(a) == 1:
        break
print(a)
q = []
for i in range(1000):
    q.append(i)
    if i % 3 == 2:
        q.pop(0)
print(len(q), q[0], q[-1])
