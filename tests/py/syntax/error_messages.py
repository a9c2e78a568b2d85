# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: The messages of the commonest syntax errors.
def m(s):
    try:
        compile(s, '<t>', 'exec')
        print(repr(s), 'ok')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, '|', e.msg, '|', e.lineno)
for s in ('1 +', 'x = = 5', 'return 1', 'yield 1', 'break', 'continue', 'def f():\n  break', 'def f(a, a): pass', 'def f(x):\n  global x', 'def f():\n  x = 1\n  global x', 'def f():\n  nonlocal zz', 'nonlocal x', 'f(a=1, a=2)', 'f(a=1, 2)', 'f(**k, 2)', 'def f(a=1, b): pass', 'None = 1', 'True = 1', '5 = x', 'f() = 1', 'a + b = 1', 'del f()', 'del 5',
          '*a, *b = c', 'if 1:\npass', 'if 1:', 'def f():\n', 'class C:\n', 'x = 1\n  y = 2', 'if 1:\n    x\n  y', "'abc", '"""abc', '(1, 2', 'f(', '[1', '{', ')', '(]', 'lambda: (yield)', 'class C:\n  return 1', 'class C:\n  yield 1', '1__0', '012', '0x', '0b2', '1x', "b'é'", 'x = yield', '(x for x in y) = 1', '[x for x in y] = 1', 'x if y else z = 1', 'lambda: 0 = 1', '{1: 2} = 3', '"s" = 1', "f'{x' ",
          'from __future__ import nope', 'def f():\n  from a import *', 'try:\n  pass', 'try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass', 'import a.b as c.d', 'with a as 5: pass', 'for 5 in x: pass', '(a := 1) = 2', 'a.b := 1', '*a', 'x = *a', 'a b', 'print 5', 'exec 5', 'x = 5 if 3', 'a ? b', 'a $ b', '\\ x', '€', 'f(x for x in y, 1)', '[*a for a in b]', '{**a for a in b}', 'not', 'async def f(): pass\nawait x' if False else 'f(1 2)', 'x = [1, 2 3]', 'if x = 3: pass', 'while x = 3: pass', 'f(a.b=1)', 'f(True=1)', '(x=1)', 'd = {1: 2, 3}', 'def f(*): pass', 'def f(*, **k): pass', 'def f(**k, a): pass', 'else: pass', 'elif x: pass', 'import', 'from x import', 'for x in y', 'while x', 'if x', 'class C', 'def f()', 'try', 'with x'):
    m(s)
