# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, files, json, math, random, struct
# Shows: Built-in modules import in every form and are cached.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math, sys as system, time
from math import pi as PI, floor, ceil
import struct as st, json, random, array, io, gc
print(math is __import__('math'), system.modules['math'] is math, floor(2.5), ceil(2.5), round(PI, 2))
for m in (math, system, time, st, json, random, array, io, gc):
    print(m.__name__, type(m).__name__, end=' ')
print()
print('math' in system.modules, 'no_such' in system.modules, math.__name__)
import builtins
print(builtins.len is len, builtins.__name__, hasattr(builtins, 'print'))
def shadow():
    len = lambda x: 'shadowed'
    return len([])
print(shadow(), len([]))
try:
    from json import nothing_here
except ImportError as e:
    print(str(e).split(' (')[0])
try:
    import math.sub
except ImportError as e:
    print(type(e).__name__, e)
