# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: Exceptions as values: stored, compared, raised later, mapped, with state and subclass registries.
errors = []
def attempt(f, *a):
    try: return f(*a)
    except Exception as e:
        errors.append(e)
        return None
for f, a in ((int, ('x',)), ([].pop, ()), ({}.__getitem__, ('k',)), (lambda: 1 / 0, ()), (lambda: None.x, ()), (len, (5,)), (chr, (-1,))): attempt(f, *a)
print([type(e).__name__ for e in errors], [str(e) for e in errors], [isinstance(e, LookupError) for e in errors], len({type(e) for e in errors}), errors[0] in errors, errors.index(errors[3]))
again = []
for e in errors:
    try: raise e
    except (ValueError, LookupError) as x: again.append(x is e)
    except ArithmeticError as x: again.append('arith')
    except Exception as x: again.append(type(x).__name__)
print(again)
class Code(Exception):
    registry = {}
    def __init_subclass__(cls, code=0, **k):
        super().__init_subclass__(**k)
        cls.code = code
        Code.registry[code] = cls
    def __init__(self, *a, hint=None):
        super().__init__(*a)
        self.hint = hint
class NotFound(Code, code=404): pass
class Gone(NotFound, code=410): pass
class Teapot(Code, code=418):
    def __str__(self): return f'short and stout ({self.hint})'
def respond(code, *a, **k):
    try: raise Code.registry.get(code, Code)(*a, **k)
    except NotFound as e: return f'{type(e).__name__} {e.code} {e.args}'
    except Code as e: return f'{e} hint={e.hint}'
print(respond(404, 'page'), respond(410), respond(418, hint='tea'), respond(1, 'unknown'), sorted(Code.registry))
class Group(Exception):
    def __init__(self, msg, excs): super().__init__(msg); self.excs = excs
    def split(self, t): return [e for e in self.excs if isinstance(e, t)], [e for e in self.excs if not isinstance(e, t)]
try: raise Group('several', errors)
except Group as g: print(g, [len(x) for x in g.split(LookupError)], [repr(e) for e in g.split(ZeroDivisionError)[0]])
def retry(f, n, *excs):
    last = None
    for i in range(n):
        try: return f(i)
        except excs as e: last = e
    raise RuntimeError(f'gave up after {n}') from last
def flaky(i):
    if i < 2: raise OSError(5, 'io %d' % i)
    return 'ok at %d' % i
print(retry(flaky, 5, OSError))
try: retry(flaky, 2, OSError)
except RuntimeError as e: print(e, repr(e.__cause__), e.__cause__.errno, e.__cause__.args)
try: retry(flaky, 2, ValueError)
except OSError as e: print(str(e), e.errno, e.strerror)
print(repr(OSError(2, 'gone')), str(OSError(2, 'gone')), repr(OSError('m')), type(OSError(2, 'x')).__name__, OSError(1, 'p', 'file').filename, str(OSError(1, 'p', 'file')), OSError().errno)
