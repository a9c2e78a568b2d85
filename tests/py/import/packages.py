# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Packages: __init__, submodules, import a.b.c, as, from package import module.
import sys
import pkg_one
print(pkg_one.__name__, pkg_one.init_value, hasattr(pkg_one, 'leaf'))
import pkg_one.sub.deep
print(pkg_one.sub.deep.what, pkg_one.sub.__name__, pkg_one.sub.deep.__name__)
import pkg_one.sub.deep as d
from pkg_one import leaf
from pkg_one.sub import deep, sub_value
from pkg_one.sub.deep import what as w
print(d is deep, leaf.v, sub_value, w, sys.modules['pkg_one.sub'] is pkg_one.sub, hasattr(pkg_one, 'leaf'))
for m in ('pkg_one.none', 'pkg_one.sub.none', 'pkg_one.leaf.x', 'nopkg.x'):
    try:
        __import__(m)
    except ImportError as e:
        print(type(e).__name__, e)
try:
    from pkg_one import nosuch
except ImportError as e:
    print(str(e).split(' (')[0])
print(pkg_one.__package__, leaf.__package__, hasattr(pkg_one, '__path__'), hasattr(leaf, '__path__'))
def f():
    import pkg_one.leaf
    return pkg_one.leaf.v
print(f(), __import__('pkg_one.sub.deep').__name__)
