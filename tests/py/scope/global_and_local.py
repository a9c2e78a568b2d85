# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: io-memory, math
# Shows: global statements, locals that shadow, UnboundLocalError, del and rebind.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

x = 'global'
def read(): return x
def shadow():
    x = 'local'
    return x
def change():
    global x, made
    x, made = 'changed', 'made'
def unbound():
    print(x)
    x = 1
def branch(c):
    if c:
        y = 1
    return y
def loopvar():
    for i in []:
        pass
    return i
def deleted():
    z = 1
    del z
    return z
def redel():
    z = 1
    del z
    del z
def exc():
    try:
        pass
    except Exception as e:
        pass
    return e
def withas():
    import io
    with io.StringIO('q') as f:
        pass
    return f.closed
def imp():
    if 0:
        import math
    return math
def nested_class():
    class x: pass
    return x.__name__
def comp():
    [q for q in range(2)]
    return q
def aug():
    x += 'a'
def fordel():
    for k in range(3):
        pass
    del k
    return k
print(read(), shadow(), x, nested_class(), withas(), branch(1))
for f in (unbound, lambda: branch(0), loopvar, deleted, redel, exc, imp, comp, aug, fordel):
    err(f)
change()
print(x, made, read())
def gdel():
    global made
    del made
gdel()
err(lambda: made)
err(gdel)
def gfor():
    global gi
    for gi in range(3): pass
    global gf
    def gf(): return 'gf'
    global GC
    class GC: pass
    global gm
    import math as gm
    global ge
    with __import__('io').StringIO() as ge: pass
gfor()
print(gi, gf(), GC.__name__, gm.floor(1.5), ge.closed)
if True:
    if_scoped = 1
for for_scoped in 'ab': inner = for_scoped
while True:
    while_scoped = 2
    break
print(if_scoped, for_scoped, inner, while_scoped)
def locs(a, b=2, *c, **d):
    e = 5
    return sorted(locals().items())
print(locs(1, 3, 4, k=5), 'x' in globals(), 'e' in globals())
