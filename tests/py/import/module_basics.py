# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math
# Shows: import, from import, as, star, module attributes, caching of modules.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import sys
import _mod_a
import _mod_a as alias
from _mod_a import value, func as fn, Klass
print(_mod_a.value, alias is _mod_a, value, fn(2), Klass().m(), _mod_a.__name__, fn.__module__, Klass.__module__, Klass.__name__)
_mod_a.value = 'changed'
from _mod_a import value as v2
print(value, v2, _mod_a.func(0), sys.modules['_mod_a'] is _mod_a)
print(hasattr(_mod_a, '_private'), _mod_a._private, 'math' in dir(_mod_a), _mod_a.math.floor(2.5))
from _mod_a import *
print(exported(), 'hidden' in globals(), '_private' in globals())
import _mod_a
print('imported again: no second print')
try:
    import _no_such
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from _mod_a import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split('(')[0])
try:
    _mod_a.nothing
except AttributeError as e:
    print(e)
del sys.modules['_mod_a']
import _mod_a as fresh
print(fresh is alias, fresh.value, alias.value, fresh.__doc__)
setattr(fresh, 'new', 5)
from _mod_a import new
print(new, type(fresh).__name__, __name__, fresh.__file__.endswith('_mod_a.py') if hasattr(fresh, '__file__') else True)
del fresh.new
err(lambda: fresh.new)
def local():
    import _mod_a as inner
    from _mod_a import func, value
    return inner.value, func(1), value
print(local(), __import__('_mod_a') is fresh)
