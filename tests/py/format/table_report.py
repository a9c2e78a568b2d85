# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: A longer program that prints tables, bars, columns and numbers with the format language.
rows = [('widget', 4, 3.5), ('gadget é', 10, 12.25), ('漢', 100, 0.5), ('very long product name', 1, 1000.0)]
print(f"{'item':<12.10}|{'qty':^7}|{'price':>10}|{'total':>12}")
print(f"{'':-<12}+{'':-^7}+{'':->10}+{'':->12}")
total = 0
for name, q, p in rows:
    total += q * p
    print(f'{name:<12.10}|{q:^7d}|{p:>10.2f}|{q * p:>12,.2f}')
print(f"{'sum':>12}|{sum(r[1] for r in rows):^+7}|{'':>10}|{total:>12,.2f}")
for i, (name, q, p) in enumerate(rows, 1):
    print('{0:02d}. {1!r:<26} {2:#06x} {3:>+9.1e} [{4:<10}] {5:>4.0%}'.format(i, name, q, p, '#' * min(q, 10), q / 128))
def columns(words, width, gap=2):
    w = max(map(len, words)) + gap
    per = max(1, width // w)
    return '\n'.join(''.join('{:<{}}'.format(x, w) for x in words[i:i + per]).rstrip() for i in range(0, len(words), per))
print(columns([f'name{i * i}' for i in range(12)], 40))
def human(n):
    for unit in ('B', 'KB', 'MB', 'GB'):
        if n < 1024:
            return f'{n:.1f}{unit}' if unit != 'B' else f'{n}{unit}'
        n /= 1024
    return f'{n:.1f}TB'
print([human(n) for n in (0, 1023, 1024, 1536, 2**20, 5 * 2**29, 2**45)])
def hexdump(b):
    for i in range(0, len(b), 16):
        part = b[i:i + 16]
        print(f"{i:08x}  {' '.join(f'{x:02x}' for x in part):<47}  |{''.join(chr(x) if 32 <= x < 127 else '.' for x in part)}|")
hexdump(bytes(range(24)) + 'text é'.encode())
w = 12
for i in range(0, 91, 30):
    print(f'{i:>3}° {"=" * (i // 10):.<{w}} {i / 8:{w}.3f} {i:{"0>5"}} {i:^{w}b}|')
print(*(f'{n:>{k}}' for k, n in enumerate((1, 22, 333), 3)), sep='/')
