# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, set, text-methods
# Shows: all, any, len, callable, id, hash on everything.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(all([]), any([]), all([1, 'a']), any([0, '', None]), all(x for x in (1, 0)), any(iter([0, 5])), all({}), any({0: 1}), all('ab'), any(b'\0'))
calls = []
def t(v):
    calls.append(v)
    return v
print(all(t(v) for v in (1, 0, 2)), any(t(v) for v in (0, 3, 4)), calls)
print([len(x) for x in ('', 'é', b'ab', [1], (), {1: 2}, {1, 2}, range(5), bytearray(3), frozenset(), {}.keys())])
for x in (5, None, 1.5, len, int, (i for i in ''), iter([]), object()):
    try:
        len(x)
    except TypeError as e:
        print(e)
print([callable(x) for x in (len, int, 5, 'a', None, lambda: 0, [].append, type, str.upper, property(), object())])
a = [1]
print(id(a) == id(a), id(a) != id([1]), id(None) == id(None), id(1) == id(1), type(id(a)).__name__)
ids = [object() for _ in range(50)]
print(len({id(o) for o in ids}) == 50, hash('a') == hash('a'), hash(1) == 1, hash(True), hash(0), type(hash('x')).__name__, hash(None) == hash(None), hash((1, 'a')) == hash((1, 'a')))
for x in ([], {}, set(), bytearray(), [1, (2,)], ([],), {1: 2}.keys()):
    err(hash, x)
err(all, 5)
err(any, None)
err(len)
err(len, [], [])
err(callable)
err(all, [1], [2])
class L:
    def __len__(self): return 2**20
class N:
    def __len__(self): return True
print(len(N()), bool(L()))
