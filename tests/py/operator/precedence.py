# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Operator precedence and associativity, checked by printing trees.
class T:
    def __init__(self, s):
        self.s = s
    def __repr__(self):
        return self.s
def bin_(sym):
    return lambda a, b: T(f'({a}{sym}{b})')
for n, s in (('add', '+'), ('sub', '-'), ('mul', '*'), ('truediv', '/'), ('floordiv', '//'), ('mod', '%'), ('pow', '**'), ('matmul', '@'),
             ('lshift', '<<'), ('rshift', '>>'), ('and', '&'), ('or', '|'), ('xor', '^')):
    setattr(T, f'__{n}__', bin_(s))
T.__neg__ = lambda a: T(f'(-{a})')
T.__pos__ = lambda a: T(f'(+{a})')
T.__invert__ = lambda a: T(f'(~{a})')
a, b, c, d = map(T, 'abcd')
print(a + b * c, a * b + c, a - b - c, a ** b ** c, -a ** b, a ** -b, ~a + b, -a * b, a / b * c // d % a @ b)
print(a << b + c, a & b | c ^ d, a | b & c, a + b << c & d, a ^ b ^ c, a ** b * c, (a + b) * c, - - a, -+~a, a - -b)
print(a if b else c, not a, 1 + 2 if 0 else 3 + 4, [x for x in (1, 2) if x > 1 or 0], (lambda x: x + 1 if x else 2)(0))
print(1 or 0 and 0, (1 or 0) and 0, not 0 or 1, not (0 or 1), not 1 == 1, 1 + 1 == 2 and 2 < 3, 1 if 0 else 2 if 0 else 3)
print(2 ** 3 ** 0, -2 ** 2, (-2) ** 2, 2 ** -1, 10 - 4 - 3, 100 / 10 / 5, 7 // 2 * 2, 1 + 2 << 3, 5 & 3 == 1, 6 - 2 in [4], not 1 in [2])
print(-5 // 2, -(5 // 2), -5 % 3, 2 * 3 % 4, 1 < 2 < 3 > 2, 1 | 2 == 2, ~1 & 3, 3 - ~1, 1 if [] else 'e' * 2, 'a' 'b' * 2, 'a' + 'b' * 2 + 'c')
