# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, unicode
# Shows: Order of strings by code point, min and max, sorting with keys, membership tests.
words = ['zebra', 'Äpfel', 'apple', 'Zoo', 'éclair', 'eclair', '漢', 'ab', 'abc', '', 'a b', 'a', 'A', '🐍', '\uffff', 'ß', '1', '10', '9', '_x', '~']
print(sorted(words))
print(sorted(words, key=len), sorted(words, key=lambda w: (w.lower(), w)), max(words), min(words, key=lambda w: -len(w)))
for a, b in (('a', 'b'), ('a', 'A'), ('a', 'aa'), ('', 'a'), ('é', 'f'), ('\uffff', '🐍'), ('ab', 'abc'), ('Z', 'a'), ('same', 'same')):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, end=' | ')
print()
s = 'the quick brown fox jumps over the lazy dog'
print('fox' in s, 'cat' in s, 'the' in s[3:], s.count('the'), sorted(set(s.replace(' ', ''))) == [chr(c) for c in range(97, 123)], ''.join(sorted(set('hello'))), [w for w in s.split() if 'o' in w], max(s.split(), key=len))
print({w: len(w) for w in s.split() if len(w) > 3}, [c for c in 'aéb🐍' if c > 'z'], all(a <= b for a, b in zip('abc', 'abd')), 'abc' < 'abcd' < 'abd' < 'b', not 'a' > 'b', ('a', 'b') < ('a', 'c'), ['é'] > ['e'])
