# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, text-methods
# Shows: Sliding windows, zipping neighbours, run detection and counting on multi-byte text.
s = 'aabbcé漢漢🐍🐍🐍z'
print([s[i:i + 3] for i in range(len(s) - 2)], [a for a, b in zip(s, s[1:]) if a == b], {c: s.count(c) for c in s})
runs = []
for c in s:
    if runs and runs[-1][0] == c: runs[-1][1] += 1
    else: runs.append([c, 1])
print(runs, ''.join(c * n for c, n in runs) == s, ''.join(c for c, n in runs))
longest = max((s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1) if s[i:j] == s[i] * (j - i)), key=len)
print(longest, s.index(longest), s.rindex(longest[0]), s[s.index('漢'):], s[:s.index('é')], s.partition('漢漢'))
print([ord(c) for c in s[::3]], [s[i] for i in (-1, -4, 5, 0)], s[-3:-1], s[5:8:2], [s.find(c) for c in 'é🐍q'], s[4:5] == 'c', s.split('漢'), s.replace('🐍', '~', 2), s.strip('az'), s.startswith('é漢', 5), s.endswith('🐍z'))
pal = 'été→eté'
print([pal[i:j] for i in range(len(pal)) for j in range(i + 2, len(pal) + 1) if pal[i:j] == pal[i:j][::-1]])
def common(a, b):
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]: n += 1
    return a[:n]
print(repr(common('héllo', 'hélas')), repr(common('', 'x')), repr(common('🐍a', '🐍b')), repr(common('é', 'e')))
t = list(s)
t[5:8] = 'E'
t.insert(0, '→')
print(''.join(t), len(''.join(t)), ''.join(reversed(t)), ''.join(sorted(set(t))))
chunks = [s[i:i + 4] for i in range(0, len(s), 4)]
print(chunks, ''.join(chunks) == s, [c.encode() for c in chunks][1:2], max(len(c.encode()) for c in chunks))
