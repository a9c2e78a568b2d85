# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: What import finds in sys.path, sys.modules, __all__, __path__, __name__ and a module's dict may be anything.
# needs: files
import sys


def attempt(source):
    try:
        exec(source, {'__name__': 'test'})
        print('done')
    except Exception as e:
        print(type(e).__name__, e)


class Fake:
    pass


def fake(**attributes):
    m = Fake()
    m.__dict__.update(attributes)
    sys.modules['fake'] = m


for names in [1], ['a', None], [b'a'], ['missing']:
    fake(__all__=names, __name__='fake', a=1)
    attempt('from fake import *')
fake(__all__=['a', 5], __name__=6, a=1)
attempt('from fake import *')
fake(__all__='ab', a=1, b=2)
attempt('from fake import *; print(a, b)')
fake(__all__=['*'], __path__=[], __name__='fake')
attempt('from fake import *')
fake(__all__=['*', 'a'], __path__=[], __name__='fake', a=7)
setattr(sys.modules['fake'], '*', 8)
attempt('from fake import *; print(a)')
for odd in 5, 'text', None:
    sys.modules['odd'] = odd
    attempt('from odd import missing')
    attempt('from odd import *')
fake(__name__=5, __file__=6)
attempt('from fake import missing')
fake(__name__='fake', __file__=6)
attempt('from fake import missing')
import _plain as m
sys.modules['real'] = m
m.__name__ = 'real'
m.__dict__[5] = 6
attempt('from real import *')
m.__name__ = 7
attempt('from real import *')
attempt('from real import missing')
m.__file__ = 8
attempt('from real import missing')
for arguments in ('sys', None, None, [1]), ('sys', None, None, 5), ('sys', None, None, 'ab'), (5,), ('',), (None,):
    try:
        print(__import__(*arguments) is sys)
    except Exception as e:
        print(type(e).__name__, e)
fake(__path__=[], __name__='fake', a=1)
for names in [1], ['a', None], [b'a']:
    try:
        __import__('fake', None, None, names)
    except TypeError as e:
        print(e)
try:
    __import__('sys', level=-1)
except ValueError as e:
    print(e)
path = sys.path
for odd in 5, None:
    sys.path = odd
    attempt('import missing_one')
sys.path = [5, None, b'x', [], '/nowhere']
attempt('import missing_two')
sys.path = ['a\0b']
attempt('import missing_three')
sys.path = ('/nowhere', '/' + 'x' * 1000)
attempt('import missing_four')
sys.path = path
