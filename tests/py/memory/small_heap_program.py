# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, percent
# Shows: A real program runs in a small memory with constant churn.
# memory: 48k
def work(n):
    words = {}
    for i in range(n):
        w = 'w%d' % (i * 7919 % 61)
        words.setdefault(w, []).append(i)
        if len(words[w]) > 3:
            words[w] = words[w][-2:]
    return words
tot = 0
for r in range(40):
    w = work(150)
    tot += sum(sum(v) for v in w.values()) + len(w)
    text = ','.join(sorted(w))
    assert len(text.split(',')) == len(w)
print(tot, text[:20])
def tree(d):
    return (tree(d - 1), tree(d - 1)) if d else None
def count(t):
    return 1 if t is None else count(t[0]) + count(t[1]) + 1
print(sum(count(tree(7)) for _ in range(30)))
n = 1
for i in range(1, 200):
    n = n * i % (10**60 + 7)
print(n)
