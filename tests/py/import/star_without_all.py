# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, math
# Shows: from m import * without __all__ takes public names only, also inside exec; at module level only.
from _mod_star import *
print(pub, Pub, 'sub_math' in globals(), '_priv' in globals(), '__dunder' in globals())
try:
    exec('def f():\n    from _mod_star import *')
except SyntaxError as e:
    print('SyntaxError', e.msg)
try:
    from _mod_badall import *
except AttributeError as e:
    print(e)
ns = {}
exec('from _mod_star import *', ns)
print(sorted(k for k in ns if not k.startswith('__')))
class C:
    from _mod_star import pub as inside
    import _mod_star as m
print(C.inside, C.m.pub)
pub = 'mine'
from _mod_star import *
print(pub)
