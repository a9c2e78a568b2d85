# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: A longer program: transactions, redirect, exit stack, locks and timers as context managers.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class contextmanager:
    def __init__(self, f):
        self.f = f
    def __call__(self, *a, **k):
        return _Gen(self.f(*a, **k))
class _Gen:
    def __init__(self, g):
        self.g = g
    def __enter__(self):
        return next(self.g)
    def __exit__(self, t, v, tb):
        if t is None:
            try:
                next(self.g)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.g.throw(v)
        except StopIteration:
            return True
        except BaseException as e:
            if e is v:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")
@contextmanager
def tag(name, log):
    log.append(f'<{name}>')
    try:
        yield log.append
    finally:
        log.append(f'</{name}>')
log = []
with tag('html', log), tag('body', log) as add:
    add('hi')
    try:
        with tag('b', log) as add:
            add('bold')
            raise ValueError('oops')
    except ValueError as e:
        add(str(e))
print(''.join(log))
@contextmanager
def suppress(*ex):
    try:
        yield
    except ex as e:
        print('suppressed', repr(e))
with suppress(KeyError, ZeroDivisionError):
    {}[1]
with suppress(KeyError):
    pass
def esc():
    with suppress(KeyError):
        [][0]
err(esc)
@contextmanager
def twice():
    yield 1
    yield 2
def tw():
    with twice():
        pass
err(tw)
class Transaction:
    def __init__(self, d):
        self.d = d
    def __enter__(self):
        self.saved = dict(self.d)
        return self.d
    def __exit__(self, t, v, tb):
        if t is not None:
            self.d.clear()
            self.d.update(self.saved)
        return t is ValueError
db = {'a': 1}
with Transaction(db) as d:
    d['b'] = 2
with Transaction(db) as d:
    d['c'] = 3
    del d['a']
    raise ValueError('rollback')
print(db)
class ExitStack:
    def __enter__(self):
        self.cbs = []
        return self
    def push(self, cm):
        v = cm.__enter__()
        self.cbs.append(cm.__exit__)
        return v
    def __exit__(self, t, v, tb):
        handled = False
        while self.cbs:
            if self.cbs.pop()(t, v, tb):
                t = v = tb = None
                handled = True
        return handled
log = []
with ExitStack() as st:
    st.push(suppress(RuntimeError))
    for i in range(3):
        st.push(tag(str(i), log))
    raise RuntimeError('unwinding')
print(log)
class Lock:
    depth = 0
    def __enter__(self):
        Lock.depth += 1
        return Lock.depth
    def __exit__(self, *a):
        Lock.depth -= 1
def rec(n):
    with Lock() as d:
        if n:
            return rec(n - 1)
        return d
print(rec(50), Lock.depth)
def crash(n):
    with Lock():
        return crash(n - 1) if n else 1 / 0
err(crash, 30)
print(Lock.depth)
