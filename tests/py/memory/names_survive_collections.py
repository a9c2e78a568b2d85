# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent
#
# Interned names: attributes and globals made of them are found after collections in which their texts
# moved, most names died and chunks were closed up; sys.intern gives the same object.
import gc
import sys


class Object:
    pass


def name(i):
    return 'attribute_%d_%s' % (i, 'x' * (i % 13))


o = Object()
kept = []
for round in range(12):
    for i in range(round * 150, round * 150 + 150):
        setattr(o, name(i), i)
        if i % 10 == 0:
            kept.append(i)
        else:
            delattr(o, name(i))
    gc.collect()
    wrong = [i for i in kept if getattr(o, name(i)) != i or name(i) not in o.__dict__]
    if wrong:
        print(round, wrong)
print(len(kept), len(vars(o)), list(vars(o)) == [name(i) for i in kept])
print(hasattr(o, name(11)), sorted(vars(o))[:2], list(vars(o))[-1])

a = sys.intern('a name that is ' + 'interned')
for i in range(10):
    [sys.intern('name of this round %d %d' % (i, k)) for k in range(100)]
    gc.collect()
    print(a is sys.intern('a name that ' + 'is interned'), a == 'a name that is interned', len(a), end=' ')
print(a)

for i in range(200):
    exec('global_%d = %d' % (i, i))
    if i % 3:
        exec('del global_%d' % i)
    if i % 40 == 0:
        gc.collect()
print(sum(v for k, v in list(globals().items()) if k.startswith('global_')))
print(global_0, global_99, globals()['global_' + str(198)])  # noqa
words = [chr(97 + i % 26) * (i % 40 + 2) + 'é' * (i % 3) for i in range(300)]
table = {sys.intern(w): i for i, w in enumerate(words)}
for i in range(5):
    gc.collect()
    assert all(table[w] >= k for k, w in enumerate(words)), i
print(len(table), sum(map(len, table)), ''.join(list(table)[::50]))
