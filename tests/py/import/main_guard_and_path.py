# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# skip: precompiled -- sys.path[0] is the folder of the .oc file
# Shows: __name__, sys.path[0], dynamic import through sys.path, modules as values.
import sys
print(__name__, __name__ == '__main__', type(sys.path).__name__, isinstance(sys.modules, dict))
if __name__ == '__main__':
    print('main guard')
import _mod_guard
print(_mod_guard.ran)
saved = sys.path[:]
sys.path[:] = []
for n in list(sys.modules):
    if n == '_mod_late':
        del sys.modules[n]
try:
    import _mod_late
except ImportError as e:
    print(e)
sys.path[:] = saved
import _mod_late
print(_mod_late.v)
sys.path.insert(0, (saved[0] + '/' if saved[0] else '') + '_extra_dir')
import _mod_in_extra
print(_mod_in_extra.where)
mods = {m.__name__: m for m in (_mod_late, _mod_guard)}
print(sorted(mods), mods['_mod_late'].v, getattr(_mod_late, 'zz', None), repr(type(_mod_late)))
names = [n for n in ('_mod_guard', '_mod_late') if n in sys.modules]
print(names, callable(_mod_late), bool(_mod_late))
