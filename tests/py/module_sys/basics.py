# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# skip: precompiled -- the name of the program is that of the .oc file
# Shows: sys: version_info, path, argv, modules, maxsize, byteorder, implementation, exit.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import sys
print(sys.version_info[:2] >= (3, 4), len(sys.version_info) >= 3, type(sys.version).__name__, sys.version_info[0], sys.version_info >= (3, 0))
print(type(sys.path).__name__, len(sys.argv), sys.argv[0].endswith('basics.py'), sys.byteorder, sys.maxsize in (2**31 - 1, 2**63 - 1, 2**30 - 1, 2**62 - 1), sys.maxsize > 10**8, type(sys.platform).__name__, type(sys.implementation.name).__name__)
print(sys.modules['sys'] is sys, '__main__' in sys.modules, sys.modules['__main__'].__name__, callable(sys.exit), hasattr(sys, 'nope'))
print(sys.stdout.write('written\n'), sys.getrecursionlimit() > 50)
err(lambda: sys.nothing)
err(sys.exit, 1, 2)
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)
try:
    f(1000)
    print('no limit')
except RecursionError as e:
    print('limited')
print(f(50))
sys.setrecursionlimit(old)
err(sys.setrecursionlimit, 0)
err(sys.setrecursionlimit, 'a')
