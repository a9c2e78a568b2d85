# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Formatting and parsing round trips for powers of ten and two.
for e in (0, 1, 3, 6, 9, 12, 18, 30, 60):
    n = 10 ** e
    print(f'{n:,}', f'{-n:_}', f'{n:>{e + 3}}|'[-6:], f'{n:#x}', int(f'{n:,}'.replace(',', '')) == n, int(f'{n:_}') == n)
for e in (1, 8, 15, 16, 31, 32, 33, 62, 63, 64, 65, 100):
    n = 2 ** e
    print(e, n, n - 1, -n, f'{n - 1:b}'.count('1'), f'{n:x}', f'{n:o}', (n - 1).bit_length(), n.bit_length(), f'{n:,d}')
print(f'{12345678901234567890:030,}', f'{0:,}', f'{999:,}', f'{1000:,}', f'{-1000:,}', f'{0xabcdef:_x}', f'{0b1010101010:_b}', f'{255:#_b}', f'{10**10:_o}', f'{1234567:*^+15,}')
print([str(10**k - 1) for k in (9, 10, 18, 19, 20)], [str(-10**k) for k in (9, 10, 18, 19, 20)], str(2**200)[::-1][:12])
