# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, text-methods
# Shows: MemoryError can be caught at any depth, carries on, and the heap is whole afterwards.
# memory: 96k
# skip: always, asan, ubsan, debug, stress -- needs the limit
def eat():
    x = []
    while True:
        x.append([len(x)])
def deep(n):
    if n:
        try:
            return deep(n - 1)
        finally:
            marks.append(n)
    eat()
marks = []
for i in range(3):
    try:
        eat()
    except MemoryError as e:
        print('caught', i, isinstance(e, Exception))
try:
    deep(20)
except MemoryError:
    print(len(marks), marks[0], marks[-1])
d = {}
spare = [bytearray(100) for i in range(20)]  # for the check, in case what failed is a small request
try:
    i = 0
    while True:
        d[i] = str(i) * 3
        i += 1
except MemoryError:
    spare = None
    ok = all(d[k] == str(k) * 3 for k in d)
    n = len(d)
    d = None
    print('dict whole', ok, n > 50)
s = 'x'
try:
    while True:
        s += s
except MemoryError:
    n = len(s)
    s = None
    print('str', n & (n - 1) == 0, n >= 1024)
try:
    bytearray(10000000)
except MemoryError as e:
    print('10000000' in str(e) or '10,000,000' in str(e) or any(c.isdigit() for c in str(e)))
b = [[i] for i in range(100)]
print(sum(x[0] for x in b))
