# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: the builtins module can be patched and extended by a program.
import builtins
old = builtins.abs
builtins.abs = lambda x: 'patched'
print(abs(-1))
builtins.abs = old
print(abs(-1))
builtins.my_global = 'visible everywhere'
print(my_global)
def f():
    return my_global + '!'
print(f())
del builtins.my_global
try:
    my_global
except NameError as e:
    print(e)
