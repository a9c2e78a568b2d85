# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: sys.modules as a dict, sys.exit in nested code, path edits.
import sys
print('sys' in sys.modules, sys.modules.get('nope'), type(sys.modules['sys']).__name__, sys is sys.modules['sys'])
class Mod:
    x = 5
    def f(self): return 'method of a fake module'
sys.modules['fake_mod'] = Mod()
import fake_mod
from fake_mod import x
print(fake_mod.f(), x)
del sys.modules['fake_mod']
try:
    import fake_mod as again
except ImportError as e: print(type(e).__name__)
print(len(sys.path) > 0, all(isinstance(p, str) for p in sys.path))
n = len(sys.path)
sys.path.append('/nowhere/at/all')
try: import not_in_nowhere
except ImportError as e: print(e)
sys.path.pop()
print(len(sys.path) == n, sys.argv[1:], isinstance(sys.argv, list), len(sys.version) > 3, sys.byteorder in ('little', 'big'), sys.getrecursionlimit() >= 100, sys.exc_info())
def nested():
    try:
        try: sys.exit(3)
        except ValueError: pass
        finally: return 'swallowed by return'
    except SystemExit: return 'caught'
print(nested())
for code in (0, 1, 255, None, 'x', 1.5):
    try: sys.exit(code)
    except SystemExit as e: print(repr(e.code), isinstance(e, Exception), end='; ')
print()
