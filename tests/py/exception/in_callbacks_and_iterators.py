# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, percent, set, text-methods
# Shows: Exceptions cross C code: sort keys, map, filter, format, comparisons, hash, iterators, print.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def boom(*a):
    raise ValueError('boom')
class B:
    __eq__ = __lt__ = __hash__ = __len__ = __iter__ = __getitem__ = __contains__ = __str__ = __repr__ = __format__ = __call__ = __index__ = __int__ = __float__ = __bool__ = __add__ = __radd__ = __neg__ = __abs__ = __round__ = __enter__ = __next__ = boom
    __exit__ = lambda *a: None
b = B()
fs = [lambda: sorted([1, 2], key=boom), lambda: list(map(boom, [1])), lambda: list(filter(boom, [1])), lambda: max([1, 2], key=boom), lambda: [b] == [1], lambda: (b,) == (2,),
      lambda: {b}, lambda: {b: 1}, lambda: b in [1], lambda: 1 in [b], lambda: [1, 2].index(b), lambda: [b].count(1), lambda: sorted([b, b]), lambda: min(b, b), lambda: len(b), lambda: list(b), lambda: tuple(b),
      lambda: set(b), lambda: dict(b), lambda: b[0], lambda: 5 in b, lambda: str(b), lambda: repr([b]), lambda: repr({1: b}), lambda: repr((b,)), lambda: f'{b}', lambda: f'{b!r}', lambda: '%s' % b, lambda: '%r' % b,
      lambda: '{}'.format(b), lambda: print(b), lambda: b(), lambda: [0][b], lambda: int(b), lambda: float(b), lambda: bool(b), lambda: not b, lambda: 1 if b else 2, lambda: b + 1, lambda: 1 + b, lambda: -b,
      lambda: abs(b), lambda: round(b), lambda: sum([1, b]), lambda: all([b]), lambda: any([b]), lambda: ''.join(b), lambda: [*b], lambda: {*b}, lambda: print(*b), lambda: dict(zip(b, b)), lambda: list(enumerate(b)),
      lambda: list(zip([1], b)), lambda: range(b), lambda: 'a' * b, lambda: 'abc'[b:], lambda: [1, 2][:b], lambda: bytes([b]), lambda: bytearray(b), lambda: next(b), lambda: [].extend(b), lambda: {}.update(b), lambda: set().update(b),
      lambda: chr(b), lambda: divmod(b, 1) and 0, lambda: isinstance(b, b), lambda: getattr(b, b), lambda: b < 1, lambda: b == 1, lambda: hash(b), lambda: hash((b,)), lambda: [b].remove(1), lambda: 'a'.startswith(b), lambda: str(b, 'utf-8')]
for i, f in enumerate(fs):
    try:
        f()
        print(i, 'no error')
    except ValueError as e:
        print(i, e, end='; ')
    except Exception as e:
        print(i, type(e).__name__, end='; ')
print()
def w():
    with b:
        print('body')
def u():
    x, y = b
def fo():
    for x in b:
        pass
for f in (w, u, fo):
    err(f)
