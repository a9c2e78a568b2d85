# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Changing the size of a dict while iterating raises RuntimeError.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

d = {1: 'a', 2: 'b', 3: 'c'}
def add():
    for k in d:
        d[k + 10] = 1
err(add)
print(len(d) > 3)
d = {1: 'a', 2: 'b', 3: 'c'}
def rem():
    for k in d:
        del d[k]
err(rem)
d = {1: 'a', 2: 'b', 3: 'c'}
for k in d:
    d[k] = 'new'
print(d)
def clr():
    for k, v in d.items():
        d.clear()
err(clr)
d = {1: 1, 2: 2}
for k in list(d):
    del d[k]
print(d)
d = {1: 1}
it = iter(d)
print(next(it), next(it, 'done'), next(it, 'still done'))
d = {i: i for i in range(5)}
it = iter(d.values())
next(it)
d[99] = 1
err(lambda: next(it))
err(lambda: next(it))
d = {'x': 1, 'y': 2}
for k in d.copy():
    d[k + '!'] = d.pop(k)
print(d)
class Evil:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        target.clear()
        return False
target = {}
target[Evil()] = 1
target[Evil()] = 2
print(len(target) <= 2)
err(lambda: {**target}.get(Evil()))
