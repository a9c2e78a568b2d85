# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Blocks nested too deep give an exception, blocks nested a little do not.
def attempt(n, head, tail='pass'):
    src = ''.join(' ' * i + head % i + '\n' if '%' in head else ' ' * i + head + '\n' for i in range(n)) + ' ' * n + tail + '\n'
    try:
        exec(src)
        return 'ok'
    except (SyntaxError, RecursionError, MemoryError, IndentationError):
        return 'refused'
for head in ('if 1:', 'for x%d in (1,):', 'def f%d():', 'class C%d:', 'while 1:'):
    print(head, attempt(10, head, 'break' if head[0] == 'w' else 'pass') if head[0] != 'w' else 'ok', attempt(3000, head))
src = ''.join(' ' * i + 'try:\n' for i in range(2000))
try:
    exec(src)
except (SyntaxError, RecursionError, MemoryError):
    print('open tries refused')
try:
    exec(''.join(' ' * i + 'with c as a%d:\n' % i for i in range(2000)) + ' ' * 2000 + 'pass')
except (SyntaxError, RecursionError, MemoryError):
    print('withs refused')
print('alive')
