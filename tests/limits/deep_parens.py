# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Source nested too deep is refused with an exception, at every kind of nesting.
def attempt(name, src):
    try:
        exec(src)
        print(name, 'accepted')
    except (SyntaxError, RecursionError, MemoryError) as e:
        print(name, 'refused')
n = 20000
for name, src in (('parens', 'x = ' + '(' * n + '1' + ')' * n), ('lists', 'x = ' + '[' * n + ']' * n), ('dicts', 'x = ' + '{1:' * n + '1' + '}' * n), ('unary', 'x = ' + '-' * n * 5 + '1'), ('not', 'x = ' + 'not ' * n * 5 + '1'), ('calls', 'x = ' + 'f(' * n + ')' * n),
                  ('lambdas', 'x = ' + 'lambda: ' * n + '1'), ('conditional', 'x = ' + '1 if 1 else ' * n * 5 + '1'), ('power', 'x = ' + '1 ** ' * n * 5 + '1'), ('index', 'x = ' + 'a[' * n + '0' + ']' * n), ('open parens', '(' * n), ('open braces', '{' * n), ('fstring', 'x = ' + 'f"{' * 50), ('star', 'x = ' + '[*' * n + 'a' + ']' * n), ('walrus', 'x = ' + '(a := ' * n + '1' + ')' * n)):
    attempt(name, src)
    print(1 + 1)
