# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, groups
# Shows: the errors about except*, those of the compiler and those at run time.

print('at run time')
class Sub(ExceptionGroup):
    pass
for kind in (ExceptionGroup, BaseExceptionGroup, Sub, (ValueError, ExceptionGroup), (Sub,), 5, (5,), int, (ValueError, 'x'),
             (ValueError, (KeyError,)), None, [ValueError], ValueError(1)):
    for error in (OSError('o'), ExceptionGroup('g', [OSError('o')])):
        try:
            try:
                raise error
            except* kind:
                print('never')
        except TypeError as e:
            print(type(e).__name__, e, '|', repr(e.__context__))
print('even if nothing is left')
try:
    try:
        raise ValueError
    except* ValueError:
        pass
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e, '|', repr(e.__context__))
print('but not if nothing was raised')
try:
    pass
except* 5:
    pass
try:
    raise ValueError
except* ():
    print('never')
except* ValueError:
    print('caught')

print('syntax')
def check(*lines):
    source = '\n'.join(lines) + '\n'
    try:
        compile(source, 'f', 'exec')
        print('fine')
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
T = 'try: pass'
check(T, 'except A: pass', 'except* B: pass')
check(T, 'except* A: pass', 'except B: pass', 'x = 1')
check(T, 'except* A: pass', 'except: pass')
check(T, 'except: pass', 'except* A: pass', 'finally: pass')
check(T, 'except* A: pass', 'except* B: pass', 'except C: pass', 'except D: pass')
check(T, 'except*: pass')
check(T, 'except*')
check(T, 'except* A: pass', 'except*: pass')
check(T, 'except A: pass', 'except*: pass')
check(T, 'except* A')
check(T, 'except* A, B: pass')
check(T, 'except* A, B as c: pass')
check(T, 'except** A: pass')
check(T, 'except* *A: pass')
check(T, 'except* A:', 'pass')
check(T, 'except* A as e:', 'pass')
check(T, 'except* A:', ' x = = 1', 'except B: pass')
check(T, 'except* A: pass', 'except B:', ' x = = 1')
check(T, 'except* A: pass', 'else: pass', 'except* B: pass')
check(T, 'else: pass', 'except* B: pass')
check(T, 'except *A: pass', 'except*(B, C) as d: pass', 'except * E: pass', 'else: pass', 'finally: pass')
check(T, 'except* (A if b else c) as d: pass')
check(T, 'except* lambda: 1: pass')

print('jumps')
check('while 1:', ' try: pass', ' except* A: break')
check('while 1:', ' try: pass', ' except* A:', '  if x: continue')
check('for x in y:', ' try: pass', ' except* A:', '  try: pass', '  finally: break')
check('def f():', ' try: pass', ' except* A: return')
check('def f():', ' try: pass', ' except* A as e:', '  for i in x: return 1')
check('def f():', ' try: pass', ' except* A as e:', '  for i in x: break', '  else: continue')
check('def f():', ' try: pass', ' except* A as e:', '  while 1: break', '  while 2: continue')
check('def f():', ' try: pass', ' except* A as e:', '  def g(): return 1', '  class X:', '   def h(): return 2', '  lambda: 3')
check('def f():', ' while 1:', '  try: break', '  except* A: pass', '  else: continue', '  finally: return 4')
check(T, 'except* A: break')
check(T, 'except* A: return')
check(T, 'except* A:', ' try: pass', ' except B: continue')
check(T, 'except* A:', ' class X:', '  break')
check('def f():', ' try: pass', ' except* A:', '  try: return', '  except* B: pass')
check('def f():', ' try:', '  try: return', '  except* B: pass', ' except* A: pass')
check('def f():', ' try: pass', ' except A:', '  try: pass', '  except* B: return 1')
check('def f():', ' try: pass', ' except A:', '  try: pass', '  except* B: pass', '  return 2')
