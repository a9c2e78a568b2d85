# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Malformed source of many kinds gives SyntaxError, never anything else.
bad = ['(', ')', '[1, 2', '{1: 2', '1 +', '* 5', 'a b', 'if', 'if x', 'if x:', 'while', 'for x', 'for x in', 'for x in y', 'def', 'def f', 'def f(', 'def f()', 'def f():', 'class', 'class C', 'class C:', 'return', 'yield', 'break', 'continue',
 'def f():\n  break', 'def f():\n  continue', 'class C:\n  return', 'try:\n  pass', 'try:', 'except: pass', 'else: pass', 'elif x: pass', 'finally: pass', 'import', 'from x import', 'from import x', 'import a.', 'from . import', 'x = ', '= 5', 'x == ', 'x = = 5', 'x + = 5', '5 = x', 'f() = 1', 'None = 1', 'True = 1', 'x + 1 = 2', '(x, 5) = 1', '[x, y + 1] = 1',
 'del 5', 'del f()', 'del None', 'del x + 1', 'lambda', 'lambda x', 'lambda x:', 'global', 'global x, ', 'nonlocal x', 'def f(): nonlocal x', 'def f(x): global x', 'def f():\n x = 1\n global x', 'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(**k, a): pass', 'def f(*a, *b): pass', 'def f(a, /, /): pass', 'def f(/): pass', 'def f(*, **k): pass', 'def f(a, *, /): pass',
 'f(a=1, 2)', 'f(**k, *a)', 'f(**k, 1)', 'f(a=1, a=2)', 'f(5=1)', 'f(a.b=1)', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'f(a b)', 'f(None=1)', 'class C(x for x in y): pass', '[x for]', '[for x in y]', '[x for x]', '[x for x in]', '[*x for x in y]', '{**x for x in y}', '{x: y for x}', '[x for x in y if]', '{1: 2, 3}', '{1, 2: 3}', '{1:}', '{:1}', '{**}',
 'with', 'with x', 'with x as', 'with x as 5: pass', 'assert', 'assert x,', 'raise x from', 'raise from x', '@', '@x', '@x\n5', 'x := 5', '(x := )', '(5 := x)', 'x.y := 1', '(a.b := 1)', 'x: ', 'x: int =', '5: int', '(a, b): int', 'not', 'a not b', 'a is', 'a in', 'a not', 'a if b', 'a if b else', 'a and', 'or b', '~', 'a..b', 'a.5', '.', 'a.', '1.a', '1x', '0x', '0b2', '0o8', '1__0', '1_', '0_', '012', '1e', '1e+', '0xg', "'", '"', "'abc", '"""abc', "'a\nb'", "b'é'", "f'{'", "'\\x1'", "'\\u12'", "'\\U00110000'", "b'\\x'", "'\\N{nope nope}'", 'a ? b', 'a $ b', '!', 'a ! b', '`a`', 'x = 5 6', 'print x', 'exec "x"', 'a <> b', 'a++', '++', '--a b', 'a = b = ', 'a += b += c', 'a, b += 1', '(a) += ', 'pass x', 'pass; ; pass', ';', 'if x: pass else: pass', 'if x: if y: pass', 'for x in y: for z in w: pass', 'while x: def f(): pass', 'x = yield = 1', 'class C: pass; def f(): pass', 'async', 'await x y', 'def f(x:): pass', 'def f() -> : pass', 'def f(x: int = ): pass', 'lambda *: 1', 'lambda x=: 1', 'lambda (x): x', 'def f((a, b)): pass', 'a[', 'a[]', 'a[1', 'a[:', 'a[1:2:3:4]', 'a[1,:,]x', 'import a as', 'import a as b.c', 'from a import b as', 'from a import (b', 'from a import ()', 'from a import *, b', 'from a import b,', 'import *', 'from .. import *x', 'from a.b import c.d', 'def f():\n  from a import *', '*a', '*a, *b = c', '**a', 'print(**)', 'print(*)', '(*a)', 'return *', 'x = *a', 'for *a in b: pass', 'del *a', '\\', 'a \\ b', '\\\n\\', 'if 1:\npass', ' x = 1', 'x = 1\n  y = 2', 'if 1:\n    x\n  y', 'if 1:\n  x\n\ty', 'def f():\n\treturn 1\n        return 2', 'try:\n pass\nexcept:\n pass\nexcept ValueError:\n pass', 'try:\n pass\nelse:\n pass', 'try:\n pass\nfinally:\n pass\nelse:\n pass', 'try:\n pass\nexcept a, b:\n pass', 'x = (1,\n', 'x = """', '(]', '[)', '{]', '(a]', 'f(a}', 'é = = 1', '€ = 1', 'a\u200bb = 1', 'a # b\n  c']
n = 0
for s in bad:
    try:
        compile(s, '<bad>', 'exec')
        print(repr(s), 'was accepted')
    except SyntaxError as e:
        n += 1
    except ValueError as e:
        print(repr(s), type(e).__name__)
    except Exception as e:
        print(repr(s), type(e).__name__, e)
print(n, len(bad))
