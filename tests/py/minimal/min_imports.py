# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Imports: a module beside the program, names from it, as, in functions, missing ones."""
import _min_helper
import _min_helper as h
from _min_helper import twice, VALUE as v
import sys

print(_min_helper.VALUE, h is _min_helper, twice(21), v, h.__name__, "_min_helper" in sys.modules, sys.modules["_min_helper"] is h)
h.VALUE = "changed"
from _min_helper import VALUE

print(VALUE, v, h.get())


def local():
    from _min_helper import Thing
    import _min_helper as again
    return Thing(4).n, again is h


print(local())
for bad in ("no_such_module", "_min_helper.sub"):
    try:
        __import__(bad)
        print("found", bad)
    except ImportError as e:
        print(type(e).__name__, e.name)
try:
    from _min_helper import nothing
except ImportError as e:
    print(type(e).__name__)
try:
    h.nothing
except AttributeError:
    print("no attribute")
from _min_helper import *

print(Thing(5).n, "_hidden" in globals(), h._hidden)
print("min_imports" in sys.argv[0], len(sys.argv), sys.version_info[0] >= 3, sys.maxsize > 1000, type(sys.path).__name__)
