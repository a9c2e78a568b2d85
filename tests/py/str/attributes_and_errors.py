# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: unicode
# Shows: Unknown attributes and methods with wrong arguments give CPython's messages.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

err(lambda: 'a'.foo)
err(lambda: 'a'.upper(1))
err(lambda: 'a'())
err(lambda: 'a'.join())
def setattr_():
    'a'.x = 1
err(setattr_)
err(lambda: str.upper())
err(lambda: str.upper(1))
print(str.upper('abc'), str.join('-', ['a', 'b']), 'a'.__class__, 'abc'.__len__(), 'a'.__add__('b'), 'ab'.__contains__('b'), 'ab'.__getitem__(1))
print('a'.__mul__(3), 'b'.__eq__('b'), 'b'.__lt__('c'), 'b'.__eq__(1), str.__name__, type('a') is str, 'a'.__str__(), "a'".__repr__())
print(callable('a'.upper), hasattr('', 'format'), hasattr('', 'append'), getattr('abc', 'upper')())
f = ' trim '.strip
print(repr(f()), list(map(str.upper, ['a', 'é'])), sorted(['b', 'A', 'a', 'B'], key=str.lower))
