# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods, unicode
# Shows: The = form, conversions, nested specs, and f-strings in classes, lambdas and comprehension.
x, name, f, l = 42, 'zoë', 2.5, [1, 2]
print(f'{x=}', f'{name=}', f'{f=:.2f}', f'{x=:>6}', f'{name=!s}', f'{name=!r:>8}', f'{l=}', f'{x + 1 = }', f'{ x = !r}', f'{l[0]=}', f'{len(l)=}', f'{name.upper()=}', f'{x=:#x}', f'{"a"=}', f'{x == 42=}', f'{x>1=}', f'{(lambda: 1)()=}')
for w in (3, 6):
    for p in (0, 2): print(f'{f:{w}.{p}f}|{f:<{w}.{p}f}|{name:*^{w + p}}|{x:0{w}d}|{x:{"<>^"[p]}{w}}|', end=' ')
print()
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'V({self.x!r}, {self.y!r})'
    def __format__(self, s): return f'<{self.x:{s}}|{self.y:{s}}>'
    label = property(lambda self: f'{type(self).__name__}@{self.x}')
v = V(1, 2)
print(f'{v}', f'{v!r}', f'{v:03d}', f'{v!r:>12}', f'{v.label}', f'{v=}', f'{v=!s}', f'{[v, v]}', f'{v:{x}}'[:6], f'{({"k": v})["k"]}')
print([f'{i}{j}' for i in range(2) for j in 'ab'], {f'k{i}': f'{i:>{i + 1}}' for i in range(3)}, (lambda n: f'{n!r:<{len(n) + 3}}|')('q'), ''.join(f'{b:02x}' for b in b'\x00\xff'), max(f'{i}' for i in range(11)), sorted(f'{i}' for i in (10, 9, 1)))
s = f"""{x:>5}
{name!r}
    {{literal}} {x
    + 1} {'nested "quotes"'}"""
print(s)
table = {'a': 1, 'bb': 22}
print('\n'.join(f'{k:.<{max(map(len, table)) + 2}}{v:.>{5}}' for k, v in table.items()))
print(f'{x:d}{x:c}{x:x}{x:b}', f'{x:,}{-x:,}', f'{10**9:,}{10**9:_}', f'{0.5:%}', f'{True:d}{True}', f'{None!s:>6}', f'{"":5}|', f'{x:<1}', f'{1e10:g}', f'{3:.1f}', f'{"é" * 3:.2}')
print(f'{x!r}{x!s}{x!a}{name!a}', f'{{{x}}}', f'{{{{{x}}}}}', f'{x}}}', f'{{{x}', f'{"{"}{"}"}', f"{x:}", rf'\{x}', f"\t{x}\x41\u00e9")
