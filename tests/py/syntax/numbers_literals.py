# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, eval, float
# Shows: Number literals of every kind.
print(0, 00, 0_0, 1_000, 0xFF, 0Xff, 0b101, 0B1, 0o17, 0O7, 0x_f, 0b_1, 0o_7, 1_2_3, 123456789012345678901234567890, 0xffffffffffffffffffff, 0b1 << 3, 0o777_777)
print(1.0, 1., .5, 1e3, 1E-0, 1.5e+1, 0.0, 0e0, 1_0.0_0, 1e1_0, 00.5, 01.5, 09.5, 0_1e0 if False else 1.0, .5e1)
print(1 .real, 1.0.real, (1).bit_length(), 1..is_integer(), 5 .__add__(3), 0x1.real, 1.5.__class__.__name__, -1, +1, --1, -+-1, ~0)
print(1if 1else 2, [1for _ in'ab'], 1or 2, 0x1for x in ()) if False else print([1 for _ in 'ab'])
print(1 if 1else 2) if False else None
print(-2**31, -2147483648, 2147483648, -9223372036854775808, 9223372036854775807, 9223372036854775808, 1073741823, -1073741824, 4611686018427387904)
print(1+1, 1-1, 1-+1, 1--1, 2*-3, 2**-1, 10//3, 10%3, 1<2, 1<<2)
for s in ('1_', '_1', '1__0', '0x', '0x_', '0b', '0b2', '0o8', '0o', '01', '007', '1e', '1e+', '1.5.5', '0xg', '1_e5', '1._5', '1e_5', '0b12', '0_', '1a', '5x'):
    try:
        print(s, eval(s, {'_1': 'name'}))
    except (SyntaxError, AttributeError) as e:
        print(s, type(e).__name__)
