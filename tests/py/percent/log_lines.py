# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: Log lines, dumps and tables built with % only.
rows = [(1, 'alpha', 0.5, True), (22, 'bé', -1.25, False), (333, 'a very long name', 1000.0, None)]
for r in rows: print('%4d|%-8.8s|%9.2f|%5s|' % r)
for i, n, f, b in rows: print('%-6d%+08.1f%3s%%' % (i, f, b and 1 or 0), '%x %X %#o' % (i, i, i), '%r' % n, '%5.1e' % f)
d = {'host': 'h1', 'n': 7, 'pct': 12.5, 'tags': ['a', 'b']}
print('%(host)s:%(n)05d %(pct).1f%% %(tags)s %(host)-5s| %(n)x' % d)
print('%s' * 3 % ('a', 'b', 'c'), '%s, ' * len(rows) % tuple(r[1] for r in rows), '%%d' % () % 5, '%%%ds' % 8 % 'right', '%%-%ds|' % 6 % 'l')
print('[%s]' % ', '.join('%d=%s' % (i, n) for i, n, *_ in rows), '(%s)' % (1,), '(%s)' % ((),), '%s %s' % ([], {}), '%s' % [(1, 2)], '%d%%' % 50, '%c%c%c' % (79, 'K', 0xe9))
hexdump = lambda b: ['%04x: %s' % (i, ' '.join('%02x' % c for c in b[i:i + 6])) for i in range(0, len(b), 6)]
print(hexdump(b'hello \xff\x00 world'))
print('%5s|%-5s|%5.2s|%.0s|%s' % ('é', '漢字', 'abcdef', 'gone', ''), '%3d|%-3d|%03d' % (12345, 12345, 12345), '% d% d' % (5, -5), '%+d%+d' % (0, -0), '%i' % 7.9, '%d' % -0.5, '%s' % (0.5,), '%.3s' % True, '%5s' % None)
time = lambda s: '%02d:%02d:%02d.%03d' % (s // 3600000, s // 60000 % 60, s // 1000 % 60, s % 1000)
print([time(t) for t in (0, 61001, 3723004, 86399999)], '%s' % time(5), '%*d|%-*d|%0*d|%.*f' % (5, 42, 5, 42, 5, 42, 1, 0.25))
