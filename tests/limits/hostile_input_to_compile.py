# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Bytes that are not source: every exception is a SyntaxError or ValueError, never a crash.
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
toks = ['def', 'class', 'if', 'else', ':', '\n', '  ', '(', ')', '[', ']', '{', '}', ',', 'x', 'y', '=', '==', '+', '*', '**', 'lambda', 'for', 'in', 'yield', 'return', '1', '"s"', "f'{x}'", '.', ';', '@', '->', ':=', 'not', 'is', 'try', 'except', 'finally', 'with', 'as', 'import', 'from', 'global', 'nonlocal', 'del', 'raise', 'assert', 'pass', 'break', 'while', '...', '\\\n', '#c', 'é', '0x', '1e', "'", '"""', '\t', 'None', 'await', 'async', 'match', '%', '<<', '~', '!=', 'and', 'print']
n = 0
for i in range(1500):
    src = ' '.join(toks[rnd(len(toks))] for _ in range(1 + rnd(25)))
    try:
        compile(src, '<fuzz>', 'exec')
        n += 1
    except SyntaxError:
        n += 1
    except (ValueError, RecursionError, MemoryError, OverflowError):
        n += 1
print(n)
for i in range(500):
    src = ''.join(chr(rnd(200) + 1) for _ in range(1 + rnd(40)))
    try:
        compile(src, '<fuzz>', 'exec')
    except (SyntaxError, ValueError):
        pass
    n += 1
print(n)
base = 'def f(a, *b, c=1, **d):\n    try:\n        return [x for x in b if x] + [f"{a!r:>{c}}"]\n    except (ValueError, KeyError) as e:\n        raise TypeError from e\n    finally:\n        with a as q, c as r:\n            yield (lambda z: z)(1)\nclass C(f, metaclass=D):\n    """doc"""\n    x: int = {1: 2, **a}\n'
for i in range(len(base)):
    for src in (base[:i], base[:i] + base[i + 1:], base[:i] + ')' + base[i:], base[i:]):
        try:
            compile(src, '<fuzz>', 'exec')
        except (SyntaxError, ValueError):
            pass
        n += 1
print(n)
