# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Conditional expressions and assignment expressions wherever they may stand.
print(n := 5, n, (m := n + 1), [k := 1, k + 1], {'a': (v := 2)}, v, (lambda: (w := 3))())
if (x := len('abc')) > 2 and (y := x * 2):
    print(x, y)
while (x := x - 1) >= 0:
    print(x, end=' ')
print()
data = [1, -2, 3, -4]
print([z for d in data if (z := d * 2) > 0], z, any((first := d) < 0 for d in data), first, [(p := q, p * 2) for q in data][-1], p)
def f(a, b=(c := 7)):
    return a, b, (d := a + b), d
print(f(1), c, f(b=(e := 2), a=e + 1))
print(sum(t := [1, 2, 3]), t, f'{(u := 4)}', f'{u:=5}' if False else f'{u:>3}', (1, r := 2), r) if False else print((1, (r := 2)), r)
print('a' if n else 'b', 'a' if not n else 'b' if 0 else 'c', [i if i % 2 else -i for i in range(4)], (lambda s: 'pos' if s > 0 else 'neg' if s < 0 else 'zero')(0), {('k' if n else 'j'): (1 if 0 else 2)}, (1, 2)[1 if n else 0], (print if n else len)('called'))
l = [0] * 3
i = 0
l[(i := 1)] = i + 1
print(l, data[(s := 1):(s + 2)], -5 if n else 5, not (1 if 0 else 0))
def g():
    global gw
    if (gw := 'global walrus'):
        return gw
print(g(), gw)
class C:
    a = (b := 5) + 1
print(C.a, C.b)
def h():
    o = 1
    def inner():
        nonlocal o
        return (o := o + 1)
    return inner(), inner(), o
print(h())
for s in ('x := 1', 'f(a := 1, b=c := 2)', '[a := 1 for a in b]', '[i for i in (i := [1])]', '(a, b := 1) = 2', 'def f(a := 1): pass', 'lambda: x := 1', 'x = y := 1', '[[(j := j) for j in range(1)] for i in range(1)]', 'class D: [(q := 1) for _ in range(1)]', 'del (x := 1)', 'with (a := 1) as b, c := 2: pass', '(x.y := 1)', '(x[0] := 1)', 'assert x := 1'):
    try:
        exec(s)
        print('ok', s)
    except SyntaxError as e:
        print('SyntaxError', s)
    except Exception as e:
        print(type(e).__name__, s)
