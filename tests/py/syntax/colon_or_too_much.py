# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, groups, syntax-words
"""A header without its colon: at the line's end it is missed, before it something is too much."""

for s in ('if 1','if 1:','while 1\n pass','for i in x\n pass','with x\n pass','class A\n pass','class A(b) x','class A(b)\n pass','try: pass\nexcept x\n pass','if 1 = 2: pass','if x = 2: pass','while x = 1: pass','with x, y z: pass','with (x as y) z: pass','except x: pass','try: pass\nexcept* x print','try: pass\nexcept x as y print', 'for x in y, z w: pass','if (1 2): pass','if x) : pass','if 1 else: pass','if 1 if 2: pass', 'if f(x) y:','if 1 2:\n pass', 'while 1 "a": pass', 'class A 5: pass','try: pass\nexcept x y: pass','with a as b c: pass','for a in b 5: pass'):
    try: compile(s,'f','exec'); print('ok')
    except SyntaxError as e: print(s.replace('\n','|'), "=>", e)
