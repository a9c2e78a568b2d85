# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set
# Shows: Messages of operations on wrong types, every operator with several pairs.
vals = {'int': 1, 'str': 'a', 'list': [1], 'None': None, 'dict': {}, 'tuple': (1,), 'bytes': b'a', 'set': {1}, 'func': len}
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b, '<': lambda a, b: a < b, '>=': lambda a, b: a >= b, '&': lambda a, b: a & b, '<<': lambda a, b: a << b, '**': lambda a, b: a ** b, '//': lambda a, b: a // b, '@': lambda a, b: a @ b, '|': lambda a, b: a | b, '^': lambda a, b: a ^ b}
def run(op, f, x, y):
    try:
        r = f(vals[x], vals[y])
    except TypeError as e:
        print(x, op, y, '->', e)
    else:
        print(x, op, y, '=', r)
for op, f in ops.items():
    for x, y in (('int', 'str'), ('list', 'int'), ('None', 'int'), ('dict', 'list'), ('set', 'tuple'), ('bytes', 'str'), ('func', 'None'), ('str', 'None')):
        if not (op == '%' and x in ('str', 'bytes')) and not (op == '*' and {x, y} & {'int'}):
            run(op, f, x, y)
