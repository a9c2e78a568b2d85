# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, set
# Shows: Equal objects hash equally across numbers, strings, tuples, frozensets, and user classes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

pairs = [(1, 1.0), (1, True), (0, -0.0), (0, False), (2**40, 2.0**40), (-2**62, -2.0**62), ((1, 2), (1.0, 2.0)), (frozenset([1, 2]), frozenset([2, 1])), ('ab', 'a' + 'b'), (b'x', bytes([120])), ((), tuple()), (range(0), range(5, 5)), (range(3), range(0, 3, 1)), (10**20, 10**10 * 10**10)]
print([a == b and hash(a) == hash(b) for a, b in pairs], len({x for p in pairs for x in p}))
class P:
    def __init__(s, x, y): s.x, s.y = x, y
    def __eq__(s, o): return isinstance(o, P) and (s.x, s.y) == (o.x, o.y)
    def __hash__(s): return hash((s.x, s.y))
class Q(P): pass
print(P(1, 2) == P(1, 2), hash(P(1, 2)) == hash(P(1.0, 2)), len({P(1, 2), P(1, 2), Q(1, 2)}), {P(0, 0): 'o'}[Q(0, 0)], P(1, 2) != P(2, 1), P(1, 2) == 5, P(1, 2) in [P(1, 2)])
class NoEqHash: pass
a = NoEqHash()
d = {a: 1}
a.x = 5
print(d[a], a in d, NoEqHash() in d, hash(a) == hash(a))
class EqNoHash(P):
    def __eq__(s, o): return True
err(hash, EqNoHash(1, 2))
class Restored(EqNoHash): __hash__ = P.__hash__
print(hash(Restored(1, 2)) == hash((1, 2)))
class Neg:
    def __hash__(s): return -1
class Big:
    def __hash__(s): return 2**70 + 1
class Bool:
    def __hash__(s): return True
print(hash(Neg()) == hash(Neg()), hash(Big()) == hash(Big()), hash(Bool()), isinstance(hash(Big()), int), len({Neg(), Neg()}), {Big: 1}[Big])
class Mut:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == o.v
m = Mut(1)
d = {m: 'x'}
m.v = 2
print(len(d), list(d)[0] is m)
m.v = 1
print(d[m], d[Mut(1)])
for x in (None, ..., NotImplemented, int, len, True, 0, '', b'', (), frozenset(), 1.5, float('inf'), range(2), object()):
    assert hash(x) == hash(x) and {x: 1}[x] == 1 and x in {x}
for x in ([], {}, set(), bytearray(), ([],), {1: 2}.keys(), slice(1)): err(hash, x)
