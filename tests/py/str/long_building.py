# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, text-methods, unicode
# Shows: Strings built piece by piece in several ways are equal.
s = ''
parts = []
for i in range(500):
    p = '%d:%s,' % (i, chr(97 + i % 26))
    s += p
    parts.append(p)
t = ''.join(parts)
print(s == t, len(s), s[:20], s[-20:], hash(s) == hash(t))
rev = ''
for c in s[:100]:
    rev = c + rev
print(rev == s[:100][::-1])
words = s.split(',')
print(len(words), words[250], words[-1] == '', ','.join(words) == s)
count = {}
for c in s:
    count[c] = count.get(c, 0) + 1
print(sorted(count.items())[:8])
u = 'ü' * 100
for i in range(5):
    u = u + u[i * 10:i * 10 + 10].upper()
print(len(u), len(u.encode()), u[95:105], u.count('Ü'))
