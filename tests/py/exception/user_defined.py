# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: User exceptions: attributes, __str__, args, multiple inheritance, hierarchies.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class AppError(Exception):
    "doc"
    code = 1
class Detail(AppError):
    code = 2
    def __init__(self, msg, **info):
        super().__init__(msg)
        self.info = info
    def __str__(self):
        return f'{self.args[0]} {sorted(self.info.items())}'
class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a
class Multi(AppError, KeyError): pass
class ReprOnly(Exception):
    def __repr__(self):
        return 'custom repr'
for e in (AppError(), AppError('x'), AppError('x', 1), Detail('d', k=1), NoSuper(1, 2), Multi('key'), ReprOnly('r')):
    try:
        raise e
    except AppError as x:
        print('app', x.code, str(x), repr(x), x.args)
    except Exception as x:
        print('other', str(x), repr(x), x.args)
print(issubclass(Multi, LookupError), AppError.__doc__, [k.__name__ for k in Multi.__mro__])
class Val(ValueError):
    @property
    def message(self):
        return self.args[0].upper()
    def __eq__(self, o):
        return self.args == o.args
    def __bool__(self):
        return False
try:
    raise Val('msg')
except ValueError as e:
    print(e.message, e == Val('msg'), bool(e))
class Retry(Exception):
    def __init__(self, n):
        super().__init__(n)
        self.n = n
def attempt(n=0):
    try:
        if n < 3:
            raise Retry(n)
        return 'done after %d' % n
    except Retry as e:
        return attempt(e.n + 1)
print(attempt())
e = AppError('note')
e.add_note('n1') if hasattr(e, 'add_note') else None
class S(SystemExit): pass
try:
    raise S(5)
except SystemExit as s:
    print(s.code, type(s).__name__)
class L(LookupError): pass
def conv(f, *a):
    try:
        return f(*a)
    except LookupError as e:
        raise L('wrapped: ' + str(e)) from e
err(conv, {}.__getitem__, 'q')
err(conv, [].__getitem__, 1)
err(conv, int, 'z')
