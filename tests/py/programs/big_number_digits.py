# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, text-methods
# Shows: Digits of pi and e with big integers, primes, continued fractions, perfect numbers, modular arithmetic.
def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
g = pi_digits()
print(''.join(str(next(g)) for _ in range(120)))
def e_digits(n):
    one = 10 ** (n + 10)
    t = s = one
    k = 1
    while t:
        t //= k
        s += t
        k += 1
    return str(s)[:n]
print(e_digits(100))
def miller_rabin(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([p for p in range(2, 130) if miller_rabin(2 ** p - 1)], miller_rabin(10 ** 30 + 57), miller_rabin(10 ** 30 + 58))
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(10 ** 40 + 3, 10 ** 20 + 9))
p, q = 2 ** 89 - 1, 2 ** 107 - 1
n, e = p * q, 65537
d = egcd(e, (p - 1) * (q - 1))[1] % ((p - 1) * (q - 1))
m = int.from_bytes('secret é'.encode(), 'big')
c = pow(m, e, n)
print(c, pow(c, d, n).to_bytes(9, 'big').decode(), d * e % ((p - 1) * (q - 1)))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x
print(isqrt(2 * 10 ** 120), isqrt(10 ** 60) == 10 ** 30)
def fib(n):
    if n == 0: return 0, 1
    a, b = fib(n >> 1)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)
print(fib(1000)[0], fib(300)[0] % 10 ** 9)
print([n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n], sum(int(c) for c in str(2 ** 1000)), len(str(3 ** 1000)), bin(5 ** 40).count('1'))
def base(n, b): return '0' if n == 0 else (base(n // b, b).lstrip('0') + '0123456789abcdefghijklmnopqrstuvwxyz'[n % b])
print(base(10 ** 30, 36), int(base(10 ** 30, 36), 36) == 10 ** 30, base(255, 2), [int(base(7 ** 30, b), b) == 7 ** 30 for b in (2, 3, 16, 31)])
