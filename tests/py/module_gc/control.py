# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: gc.enable, disable, isenabled, collect, threshold: state and results.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import gc
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.disable()
gc.enable()
print(gc.isenabled())
print(type(gc.collect()).__name__)
def churn(n):
    for i in range(n):
        x = [i, (i,), {'k': i}]
        x.append(x)
    return x[0]
print(churn(2000))
gc.disable()
print(churn(200), type(gc.collect()).__name__, gc.isenabled())
gc.enable()
err(gc.enable, 1)
err(gc.isenabled, 1)
err(lambda: gc.nothing)
keep = [[i] for i in range(100)]
gc.collect()
gc.collect()
print(sum(k[0] for k in keep), len(keep))
class Node:
    def __init__(self): self.me = self
nodes = [Node() for _ in range(50)]
del nodes
gc.collect()
def g():
    v = [1, 2, 3]
    gc.collect()
    yield v
    gc.collect()
    yield v + [4]
print(list(g()))
def rec(n):
    s = 'str%d' % n
    if n:
        r = rec(n - 1)
    else:
        gc.collect()
        r = ''
    return s[-1] + r
print(rec(30))
print(sorted([3, 1, 2], key=lambda x: gc.collect() and x or x), [gc.collect() >= 0 for _ in range(2)])
