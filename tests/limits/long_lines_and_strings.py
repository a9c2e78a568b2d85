# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Very long lines, names, strings, numbers, comments and argument lists in source.
n = 800
exec('x = ' + '+'.join(['1'] * n))
print(x)
exec('s = "' + 'a' * 50000 + '"')
print(len(s))
exec('s = """' + 'é\n' * 10000 + '"""')
print(len(s), s.count('\n'))
exec('# ' + 'c' * 100000 + '\ny = 1')
print(y)
exec('z = ' + '[' + ','.join(str(i) for i in range(5000)) + ']')
print(len(z), z[-1])
exec('z = (' + ','.join('"k%d"' % i for i in range(2000)) + ',)')
print(len(z), z[-1])
exec('z = {' + ','.join('"k%d": %d' % (i, i) for i in range(2000)) + '}')
print(len(z), z['k1999'])
exec('w = ' + ' ' * 50000 + '5' + ' ' * 50000)
print(w)
exec('\n' * 20000 + 'v = 7')
print(v)
def attempt(src):
    try:
        exec(src, {})
        return 'ok'
    except Exception:
        return 'refused'
for src in ('x = ' + '1' * 3000, 'n' * 100000 + ' = 1', 'x = "' + 'b' * 300000, 'f(' + ','.join(['1'] * 10000) + ')', 'def f(' + ','.join('a%d' % i for i in range(5000)) + '): pass', 'x = ' + 'a.' * 20000 + 'b', 'x = ' + '"a" ' * 5000, 'if 1:\n' + ' x = 1\n' * 5000, 'x = 1;' * 10000, 'x = y = ' * 2000 + '1', 'def f():\n' + ''.join(' v%d = 1\n' % i for i in range(3000)), 'import ' + 'a.' * 500 + 'b', 'x = f"' + '{1}' * 2000 + '"', 'global ' + ','.join('g%d' % i for i in range(2000)), 'x = 1 if 0 else (' + ' or '.join(['0'] * 5000) + ')', 'lambda ' + ','.join('a%d' % i for i in range(3000)) + ': 0', 'class C(' + ','.join(['object'] * 500) + '): pass', 'a' + ', a' * 3000 + ' = range(3001)', 'del ' + ','.join(['q'] * 2000), 'x = ' + '0x' + 'f' * 20000):
    print(attempt(src) in ('ok', 'refused'), end=' ')
print('alive')
