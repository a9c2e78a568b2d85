# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: return, break, continue and yield leave a with block through __exit__.
class C:
    def __init__(self, n=''):
        self.n = n
    def __enter__(self):
        return self
    def __exit__(self, *a):
        print('exit' + str(self.n), a[0] and a[0].__name__, end=' ')
def ret():
    with C():
        return 'ret'
def loop():
    for i in range(4):
        with C(i):
            if i == 1:
                continue
            if i == 2:
                break
    return i
def nested():
    with C('a'):
        with C('b'):
            for j in range(2):
                with C(j):
                    if j:
                        return j
def fin():
    try:
        with C('w'):
            return 1
    finally:
        print('finally', end=' ')
def infin():
    try:
        pass
    finally:
        with C('f'):
            return 'from with in finally'
def gen():
    with C('g'):
        yield 1
        yield 2
def value():
    x = 1
    with C():
        x += 1
        return x
print(ret(), loop(), nested(), fin(), infin(), list(gen()), value())
class Supp:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        self.v = v
        return t is not None and issubclass(t, KeyError)
def many():
    r = []
    for e in (KeyError, ValueError, None):
        try:
            with Supp() as s:
                if e:
                    raise e('x')
                r.append('no error')
            r.append(repr(s.v))
        except ValueError as x:
            r.append('escaped ' + repr(x))
    return r
print(many())
def ret_in_supp():
    with Supp():
        raise KeyError
    return 'reached'
print(ret_in_supp())
