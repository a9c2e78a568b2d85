# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: A set changed in size while iterated raises; sets of custom objects; hostile eq.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = {1, 2, 3}
def add():
    for x in s:
        s.add(x + 10)
err(add)
s = {1, 2, 3}
def rem():
    for x in s:
        s.discard(x)
err(rem)
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)
    def __hash__(self):
        return hash((self.x, self.y))
ps = {P(1, 2), P(1, 2), P(2, 1)}
print(len(ps), P(2, 1) in ps, P(9, 9) in ps)
class E:
    def __hash__(self):
        return 5
    def __eq__(self, o):
        raise ValueError('eq!')
t = {E()}
err(lambda: 5 in t)
err(lambda: t.add(E()))
err(lambda: {E(), E()})
err(lambda: t | {E()})
print(len(t))
class Clear:
    def __hash__(self):
        return 5
    def __eq__(self, o):
        u.clear()
        return False
u = {Clear()}
u.add(Clear())
print(len(u) in (0, 1, 2))
v = set()
for n in range(2, 60):
    if not any(n % p == 0 for p in v):
        v.add(n)
print(sorted(v))
