# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Numeric loops with while, flags, else, and early exits: gcd, primes, collatz, bisect, digits.
def gcd(a, b):
    while b: a, b = b, a % b
    return a
def is_prime(n):
    if n < 2: return False
    i = 2
    while i * i <= n:
        if n % i == 0: break
        i += 1
    else: return True
    return False
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if steps > 500: return None
    return steps
def digits(n):
    out = []
    while True:
        n, d = divmod(n, 10)
        out.append(d)
        if not n: break
    return out[::-1]
def isqrt(n):
    lo, hi = 0, n + 1
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if mid * mid <= n: lo = mid
        else: hi = mid
    return lo
print(gcd(1071, 462), gcd(0, 5), gcd(2**60, 2**40 * 3), [n for n in range(60) if is_prime(n)], [collatz(n) for n in range(1, 16)], digits(0), digits(9070), isqrt(10**12), isqrt(10**12 - 1), isqrt(0))
found = None
a = 1
while found is None:
    b = a
    while b < 60:
        c2 = a * a + b * b
        c = isqrt(c2)
        if c * c == c2 and a + b + c == 90:
            found = a, b, c
            break
        b += 1
    a += 1
print(found, a)
n, flips, bits = 0b1011001, 0, []
while n:
    bits.append(n & 1)
    if n & 1 and not n & 2: flips += 1
    n >>= 1
print(bits, flips)
i = j = k = 0
while i < 3:
    i += 1
    while j < i * 2:
        j += 1
        if j % 2: continue
        while True:
            k += j
            if k % 3: break
            k += 1
        else: print('never')
    else: print('inner else', i, j, k)
else: print('outer else')
x, seen = 1, []
while x not in seen:
    seen.append(x)
    x = x * 7 % 31
print(len(seen), seen[:6], x)
s, depth, worst = '(()((())))', 0, 0
for c in s:
    depth += 1 if c == '(' else -1
    if depth < 0: break
    worst = max(worst, depth)
else: print('balanced' if depth == 0 else 'open', worst)
