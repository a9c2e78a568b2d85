# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set
# Shows: Subclass of str: methods return plain str, overrides and attributes work.
class Name(str):
    def __new__(cls, s, tag=None):
        self = super().__new__(cls, s.strip())
        self.tag = tag
        return self
    def shout(self):
        return self.upper() + '!'
    def __add__(self, o):
        return Name(str(self) + '+' + o, self.tag)
n = Name('  bob ', tag=7)
print(n, n.tag, n.shout(), type(n).__name__, type(n.upper()).__name__, n == 'bob', 'bob' == n, hash(n) == hash('bob'), len(n))
m = n + 'al'
print(m, m.tag, type(m).__name__, {'bob': 1}[n], n in {'bob'}, n[0], n[::-1], f'{n:>5}', '%s' % n, '-'.join([n, m]))
print(isinstance(n, str), repr(n), str(n) == 'bob', type(str(n)).__name__, sorted([Name('b'), 'a']), n.split('o'))
class Plain(str):
    def __str__(self):
        return 'custom'
    def __len__(self):
        return 99
p = Plain('abc')
print(p, str(p), repr(p), len(p), p.upper(), f'{p}', '%s' % p, p == 'abc', p + 'd')
