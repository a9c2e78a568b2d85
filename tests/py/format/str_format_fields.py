# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, text-methods, unicode
# Shows: str.format fields: auto, numbered, named, attributes, items, nested, escapes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class O:
    a = 1
    b = {'k': [10, 20]}
    def __repr__(self): return 'O!'
o = O()
print('{} {}'.format(1, 'a'), '{1}{0}{1}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{{}} {{{}}}'.format(5), '{0.a} {0.b[k][1]} {x.a}'.format(o, x=o), '{0[0]} {0[1]}'.format('ab'), '{d[key with space]}'.format(d={'key with space': 1}), '{0[-1]}'.format({'-1': 'neg str'}))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{0!r:>6}'.format('a'), '{:>{}}'.format('a', 5), '{:{}{}}'.format('a', '^', 5), '{a:{b}{c}}'.format(a=1, b='>', c=4), '{:%}'.format(0.5) , '{0:}'.format(3), ''.format(), 'no fields'.format(1, 2, x=3), '{é}'.format(é=1))
print('{0[a]}{0[b]}'.format({'a': 1, 'b': 2}), '{0.real}'.format(5), '{x[0][1]}'.format(x=['ab']), '{.a}'.format(o), '{[k]}'.format({'k': 'v'}), '{:{}}|{}'.format('x', 3, 'y'), '{0}'.format([1, 'a']), '{}'.format(None), '{:d}'.format(True))
for f, a in (('{', ()), ('}', ()), ('{}', ()), ('{1}', (0,)), ('{a}', ()), ('{0.zz}', (1,)), ('{0[zz]}', ({},)), ('{0[5]}', ([1],)), ('{!x}', (1,)), ('{!}', (1,)), ('{:{}}', (1,)), ('{}{0}', (1,)), ('{0}{}', (1,)), ('{a', ()), ('{0', (1,)), ('{:d}', ('s',)), ('{0.}', (1,)),
             ('{0[}', (1,)), ('{0[]}', ([1],)), ('a}b', ()), ('{!r', (1,)), ('{0!rr}', (1,)), ('{:{:{}}}', (1, 2, 3)), ('{-1}', (1,)), ('{ }', (1,)), ('{0x}', (1,)), ('{[a]}', ([1],)), ('{0[0}', ([1],)), ('{:>5', (1,)), ('{0]}', (1,))):
    err(f.format, *a)
print('{a[b]}'.format_map({'a': {'b': 1}}))
class D(dict):
    def __missing__(self, k): return f'<{k}>'
print('{x} {y}'.format_map(D(x=1)))
err('{q}'.format_map, {})
print(str.format('{}-{}', 1, 2), '{:s}'.format('x'), '{:10}|{:<10}|{:>10}'.format('s', 5, 'e'), '{:10}|'.format(5), '{:10}|'.format(1.5))
