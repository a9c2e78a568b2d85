# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: f-strings: expressions, conversion, specs, nesting, quotes, braces, joining.
x, name, d, l = 5, 'bob', {'k': 'v', 'n': 2}, [1, 2, 3]
print(f'{x}', f'{x + 1} {x * 2}', f'{name!r} {name!s} {name!a}', f'{x:5}|{x:<5}|{x:05d}', f'{{}} {{{x}}} {{x}}', f"{d['k']} {d['n']}", f'{l[0]}{l[-1]}{l[1:]}', f'', f'no fields', f'{name.upper()}', f'{"literal"}', f'{x!r:>5}', f'{x=}', f'{x = }', f'{x + 1=:>4}', f'{name=!s}')
print(f'{x:{x}}|{x:{x + 1}}|{x:>{x}}|{0.5:{x}.{2}f}', f'{(lambda v: v * 2)(4)}', f'{x if x > 3 else "small"}', f'{[i for i in range(3)]}', f'{ {"a": 1}["a"] }', f'{ {1, 1} }', f'{x:}', f'{x!s}', f'{1, 2}', f'{(1, 2)}', f'{*l, 4}', f'{x > 3}', f'{x != 3}', f'{x == 5}', f'{x >= 5 and x <= 5}')
print(f'a' 'b{x}' f'{x}c' "d", 'plain ' f'{x}' ' {x}', f'''multi
{x}
line''', f"""{
x
+ 1}""", rf'\n{x}\t', fr'{x}\d', Rf'{x}', F'{x}', f'\n{x}\t'.strip(), f'\x41{x}\u00e9', f'é{name}→', f'{"é"}', f'{"→":>3}')
print(f'{x:{"d"}}', f'{name:{"*"}^{10}}', f'{name!r:^{len(name) + 6}}', f'{x:#{"x"}}', f'{3.5:{"."}{1}{"f"}}', f'{x:%}' if False else f'{0.5:%}', f'{x:,}', f'{-x:+}', f'{x}{x}', f'{x}{{', f'}}{x}', f'{x}:{x}', f'{"a" "b"}', f"{'a' 'b'}")
print(f'{f"{x}"}', f'{f"{x:{x}}"!r}', f'{"{}".format(x)}', f'{"%d" % x}', f"{''.join(['a', 'b'])}", f'{d}', f'{d.get("zz", "none")}', f'{(y := 9)} {y}', f'{x:{(w := 4)}} {w}', f'{x!r}' f'{x!s}', f'{None} {True} {...}')
