# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: sort is stable, takes key and reverse, and reports errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = [3, 1, 2]
print(a.sort(), a, sorted(a, reverse=True), sorted('hello'), sorted({3: 1, 1: 2}), sorted([]), sorted((x for x in 'ba')))
recs = [('b', 2), ('a', 2), ('c', 1), ('d', 2), ('e', 1)]
print(sorted(recs, key=lambda r: r[1]))
print(sorted(recs, key=lambda r: r[1], reverse=True))
recs.sort(key=lambda r: (-r[1], r[0]))
print(recs)
print(sorted(['banana', 'Apple', 'cherry', 'apple'], key=str.lower), sorted([-3, 2, -1], key=abs), sorted([[2], [1, 5], [1]]))
err(sorted, [1, 'a'])
err(sorted, 5)
err(sorted, [1, 2], None, True)
err([1, 2].sort, len)
err(sorted, [1, 2], key=5)
err(sorted, [1, 2], key=lambda x: 1 / 0)
err(sorted, [None, None, 1])
err(sorted, [{}, {}])
x = 12345
big = []
for i in range(500):
    x = (x * 1103515245 + 12345) % 2147483648
    big.append(x % 1000)
s = sorted(big)
print(s == sorted(big, reverse=True)[::-1], all(s[i] <= s[i + 1] for i in range(499)), s[:5], s[-5:], sum(s) == sum(big))
idx = sorted(range(500), key=lambda i: big[i])
print(all(big[idx[i]] < big[idx[i + 1]] or idx[i] < idx[i + 1] for i in range(499)))
ridx = sorted(range(500), key=lambda i: big[i], reverse=True)
print(all(big[ridx[i]] > big[ridx[i + 1]] or ridx[i] < ridx[i + 1] for i in range(499)))
