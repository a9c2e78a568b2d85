# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Characters that begin no token, and chains without end, are refused with an exception, not by recursion.
def attempt(src):
    try:
        compile(src, '<hostile>', 'exec')
        return 'accepted'
    except (SyntaxError, RecursionError, MemoryError):
        return 'refused'
for mark in ('!', '$', '?', '`', '\\', '\x01'):
    for src in ('a,{a' + mark, '(' + mark, '[a ' + mark * 2000, '{a: ' + mark, 'f(a' + mark, 'a' + mark, mark, 'f"{a' + mark, 'if a:\n  (' + mark):
        print(attempt(src), end=' ')
    print()
for src in ('x = ' + '1 ** ' * 100000 + '1', 'x = ' + '1 ** -' * 50000 + '1', 'x = ' + '-' * 100000, '(' * 100000, '{[(' * 30000, 'not ' * 100000, 'lambda:' * 50000, '*' * 100000, 'a if b else ' * 50000):
    attempt(src)
print(attempt('x' * 100 + ' = 1'), 'alive')
