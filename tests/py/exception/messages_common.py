# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: files, math, percent, set, text-methods
# Shows: Messages of everyday errors are CPython's.
import math
class C:
    y = 1
    def m(self, a): pass
c = C()
tests = [lambda: undefined_name, lambda: c.nope, lambda: C.nope, lambda: c.m(), lambda: c.m(1, 2), lambda: c.m(b=1), lambda: None.x, lambda: None[0], lambda: None(), lambda: len(5),
         lambda: len(), lambda: 5[0], lambda: 5 .x, lambda: [1][5], lambda: {}['k'], lambda: (1,)[2], lambda: 'a'[3], lambda: int('q'), lambda: float('q'), lambda: 'a' + 1, lambda: 1 + 'a',
         lambda: [] + 1, lambda: {} + 1, lambda: None + 1, lambda: -None, lambda: not_defined(), lambda: math.nope, lambda: math.sqrt(-1), lambda: math.sqrt('a'), lambda: iter(5),
         lambda: next(iter([])), lambda: [].pop(), lambda: [].remove(1), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: 'a'.index('b'), lambda: [].index(1),
         lambda: max([]), lambda: min(()), lambda: max(), lambda: max(5), lambda: sum(5), lambda: sum(['a']), lambda: sum('ab', ''), lambda: sorted(5), lambda: range('a'), lambda: chr(-1),
         lambda: ord('ab'), lambda: 'x' * 'y', lambda: 1 < 'a', lambda: [] < 1, lambda: {} < {}, lambda: print(1, foo=2), lambda: isinstance(1, 1), lambda: int([]), lambda: str(1, 2),
         lambda: list(5), lambda: tuple(5), lambda: dict(5), lambda: set(5), lambda: dict([1]), lambda: abs('a'), lambda: round('a'), lambda: hash([]), lambda: type(1, 2),
         lambda: object().x, lambda: {[]: 1}, lambda: c[0], lambda: c(), lambda: len(c), lambda: c + 1, lambda: c < c, lambda: int(None), lambda: float(None), lambda: int('1', 99), lambda: zip(5),
         lambda: map(), lambda: map(1), lambda: list(map(5, [1])), lambda: enumerate(), lambda: enumerate(5), lambda: reversed({1}), lambda: reversed(5), lambda: filter(1), lambda: open(), lambda: getattr(1), lambda: divmod(1), lambda: pow(1),
         lambda: bytes('a'), lambda: bytes([300]), lambda: '%d' % 'a', lambda: '%s' % (1, 2), lambda: '%s %s' % 1, lambda: '{}'.format(), lambda: '{x}'.format(), lambda: 'a'.join([1]), lambda: 'a'.split(1),
         lambda: __import__('nope_mod'), lambda: callable(), lambda: id(), lambda: all(5), lambda: any(None), lambda: issubclass(1, int), lambda: super(), lambda: lambda_missing]
for i, t in enumerate(tests):
    try:
        print(i, 'no error', t())
    except Exception as e:
        print(i, type(e).__name__, e)
