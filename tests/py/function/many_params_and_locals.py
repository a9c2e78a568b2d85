# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent
# Shows: Functions with many parameters, locals and arguments.
src = 'def f(' + ', '.join('a%d' % i for i in range(60)) + '):\n    return ' + ' + '.join('a%d' % i for i in range(60)) + '\n'
exec(src)
print(f(*range(60)), f(**{'a%d' % i: 1 for i in range(60)}))
try:
    f(*range(59))
except TypeError as e:
    print(e)
try:
    f(*range(58))
except TypeError as e:
    print(e)
src = 'def g():\n' + ''.join('    v%d = %d\n' % (i, i) for i in range(200)) + '    return ' + ' + '.join('v%d' % i for i in range(200)) + '\n'
exec(src)
print(g())
src = 'def h():\n    return (' + ', '.join(str(i) for i in range(400)) + ')\n'
exec(src)
print(sum(h()), len(h()))
src = 'def k(*a, **k): return len(a), len(k)\nprint(k(' + ', '.join(str(i) for i in range(200)) + ', ' + ', '.join('x%d=%d' % (i, i) for i in range(60)) + '))'
exec(src)
src = 'x = [' + ', '.join('[%d, "s%d"]' % (i, i) for i in range(300)) + ']\nprint(len(x), x[299])\nd = {' + ', '.join('"k%d": %d' % (i, i) for i in range(300)) + '}\nprint(d["k299"])'
exec(src)
src = 'def m(x):\n' + ''.join('    if x == %d: return "r%d"\n' % (i, i) for i in range(300)) + '    return "none"\n'
exec(src)
print(m(0), m(299), m(300))
src = 'def n(x):\n    while x > 0:\n' + '        x -= 1; y = x\n' * 200 + '    return x\n'
exec(src)
print(n(1000), n(1001))
