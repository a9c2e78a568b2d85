# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, set, text-methods
# Shows: dir, vars, getattr, hasattr, setattr, delattr.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    x = 1
    def m(self): pass
class B(A):
    y = 2
b = B()
b.z = 3
print([n for n in dir(b) if not n.startswith('__')], [n for n in dir(B) if not n.startswith('__')], vars(b), sorted(n for n in vars(B) if not n.startswith('__')))
for t in (int, str, list, dict, tuple, set, bytes, float):
    names = dir(t)
    print(t.__name__, names == sorted(names), '__init__' in names or '__new__' in names, len([n for n in names if not n.startswith('__')]) > 0)
print([m for m in ('append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort') if m not in dir([])])
print([m for m in ('clear', 'copy', 'fromkeys', 'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values') if m not in dir({})])
print([m for m in ('capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill').split() if not hasattr(str, m)])
print([m for m in ('add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update').split() if not hasattr(set, m)])
print([m for m in ('capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill').split() if not hasattr(bytes, m) or not hasattr(bytearray, m)])
def f():
    loc = 1
    return dir()
print(f(), 'A' in dir(), getattr(b, 'x'), getattr(b, 'q', None), hasattr(b, 'm'))
err(getattr, b, 'q')
err(getattr, b, 5)
err(hasattr, b, 5)
err(setattr, b, 5, 1)
err(setattr, b)
err(delattr, b, 'x')
err(vars, 5)
err(delattr, b, 'nope')
setattr(B, 'dyn', lambda self: 'dyn' + str(self.z))
print(b.dyn(), delattr(b, 'z'), vars(b))
print([n for n in ('abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__').split() if n not in dir(__import__('builtins')) and n not in ('complex', 'memoryview')])
