# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set
# Shows: list(), tuple() from every kind of iterable, and from broken ones.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(list(), list('aé'), list((1, 2)), list({1: 2, 3: 4}), list(range(3)), list(b'ab'), list(x for x in 'xy'), list([1]), sorted(list({3, 1})))
print(tuple(), tuple([1]), tuple('ab'), tuple(range(2)), list(map(str, [1])), list(filter(None, [0, 1])), list(zip([1], [2])), list(enumerate('a')), list(reversed([1, 2])))
class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(Seq()), tuple(Seq()), 4 in Seq(), [*Seq()], sum(Seq()))
class It:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
print(list(It()), max(It()), dict(zip(It(), 'abc')))
class NoNext:
    def __iter__(self):
        return 5
class Broken:
    def __iter__(self):
        raise ValueError('iter broke')
class Mid:
    def __iter__(self):
        yield 1
        raise KeyError('mid')
class LenLies:
    def __len__(self):
        return 3
    def __iter__(self):
        return iter('abcdef')
for x in (5, None, len, NoNext(), Broken(), Mid(), 1.5, int):
    err(list, x)
    err(tuple, x) if x is not int else None
print(list(LenLies()))
err(list, [1], [2])
err(list, x=1)
class BadItem:
    def __getitem__(self, i):
        return 1 / (2 - i)
err(list, BadItem())
