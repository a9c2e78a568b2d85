# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent, qualnames, set
# Shows: Nesting that real programs may have: parentheses, lists, blocks, calls.
print(eval('(' * 60 + '1' + ')' * 60), eval('[' * 40 + ']' * 40) == eval('[' * 40 + ']' * 40), eval('-' * 60 + '1'), eval('not ' * 31 + 'True'), eval('+'.join(['1'] * 500)), eval('(' * 50 + 'x' + '+1)' * 50, {'x': 0}))
print(eval('f(' * 30 + '0' + ')' * 30, {'f': lambda x: x + 1}), eval('a' + '[0]' * 40, {'a': (lambda s: [s.append(s), s][1])([])}) is not None, eval('o' + '.real' * 80, {'o': 7}), eval('1 if 0 else ' * 50 + '2'), eval('lambda: ' * 20 + '5')()()() is not None, eval(' or '.join(['0'] * 300 + ['9'])), eval(' < '.join(str(i) for i in range(200))))
src = ''
for i in range(15):
    src += '  ' * i + ('if True:\n' if i % 3 else 'for i%d in range(1):\n' % i)
src += '  ' * 15 + 'r = "bottom"\n'
exec(src)
print(r)
src = ''
for i in range(15):
    src += '  ' * i + 'def f%d(x):\n' % i
src += '  ' * 15 + 'return x + 1\n'
for i in range(14, 0, -1):
    src += '  ' * i + 'return f%d(x + 1)\n' % i
exec(src)
print(f0(0))
src = ''
for i in range(12):
    src += '  ' * i + 'try:\n'
src += '  ' * 12 + '1 / 0\n'
for i in range(11, -1, -1):
    src += '  ' * i + 'except ZeroDivisionError as e%d:\n' % i + '  ' * (i + 1) + ('raise\n' if i else 'print("caught at", %d)\n' % i)
exec(src)
src = ''
for i in range(10):
    src += '  ' * i + 'class K%d:\n' % i
src += '  ' * 10 + 'v = 1\n'
exec(src)
print(K0.K1.K2.K3.K4.K5.K6.K7.K8.K9.v, K0.K1.K2.__qualname__)
src = 'x = 0\n' + ''.join('%s x == %d: y = %d\n' % ('if' if i == 0 else 'elif', i + 1, i) for i in range(200)) + 'else: y = "else"\n'
exec(src)
print(y)
print([[[[[[[[(a, b, c) for a in range(1)] for b in range(1)] for c in range(1)] for d in range(1)] for e in range(1)] for f in range(1)] for g in range(1)] for h in range(1)])
print({1: {2: {3: {4: [(5, {6}, [{7: 8}])]}}}}, (lambda a: lambda b: lambda c: (a, b, c))(1)(2)(3))
