# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Recursive functions: mutual, deep but bounded, Ackermann, hanoi, memo.
# needs: big-int
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(50))
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
print(even(200), odd(201), even(77))
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 9), ack(1, 50))
def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
moves = list(hanoi(6))
print(len(moves), moves[:5], moves[-1])
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def fib(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(150))
def subsets(s):
    if not s:
        return [()]
    r = subsets(s[1:])
    return r + [(s[0],) + x for x in r]
print(subsets((1, 2, 3)))
y = lambda f: (lambda x: x(x))(lambda z: f(lambda *a: z(z)(*a)))
print(y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)
print(collatz(27), max(range(1, 60), key=collatz))
