# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, float
# Shows: Built-in names can be shadowed at module level, in functions and classes, and restored.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

len = lambda x: 'my len'
print(len([]))
def f(list=1, str='s'):
    return list, str, max
def g():
    max = 5
    return max
print(f(), g(), max(1, 2)) if False else print(f()[:2], g(), max(1, 2))
del len
print(len([1]))
err(lambda: undefined_builtin)
class C:
    int = float
    def m(self): return int('5'), self.int('5')
    print = print
    print('inside')
print(C().m())
for print_ in [print]: print_('via loop')
True_ = True
try:
    exec('None = 5')
except SyntaxError: print('None is reserved')
id = 7
print(id, (lambda sum: sum)(3), [max for max in (1, 2)], {min: 1 for min in 'a'})
del id
print(callable(id))
try:
    del id
except NameError as e: print(e)
def h():
    global range
    range = lambda n: 'global range'
    return range(3)
print(h(), range(5))
del range
print(list(range(2)))
def rec():
    def len(x): return -1
    def inner(): return len('abc')
    return inner()
print(rec(), len('abc'))
