# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: if chains, while with else, for with else, break and continue in all nestings.
def cls(n):
    if n < 0: return 'neg'
    elif n == 0: return 'zero'
    elif n < 10:
        if n % 2:
            return 'small odd'
        else:
            return 'small even'
    else: return 'big'
print([cls(n) for n in (-1, 0, 3, 4, 50)])
def find(xs, t):
    for i, x in enumerate(xs):
        if x == t:
            r = i
            break
    else:
        r = 'none'
    return r
print(find([1, 2], 2), find([1], 5), find([], 1))
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
    print(n, end=' ')
else:
    print('never')
while n < 6:
    n += 1
else:
    print('while else', n)
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print((i, j), end=' ')
    else:
        print('inner else', i, end=' ')
        continue
    print('inner broken', i, end=' ')
else:
    print('outer else')
while True:
    for k in range(5):
        if k == 2: break
    else:
        print('no')
    while k:
        k -= 1
    else:
        break
print(k)
for a in range(2):
    while True:
        try:
            if a: break
        finally:
            print('f', a, end=' ')
        break
    else: print('never')
for x in []: pass
else: print('empty for')
while 0: print('never')
else: print('while 0')
for i in range(3):
    if i == 1: pass
    else: print(i)
if []: print('no')
elif {}: print('no')
elif 0.0: print('no')
elif '': print('no')
else: print('all falsy')
c = 0
while 1:
    c += 1
    if c > 100: break
print(c)
for i in 1, 2, 3: last = i
print(last, i)
