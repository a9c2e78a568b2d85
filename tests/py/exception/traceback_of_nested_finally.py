# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Finally blocks in generators, loops and recursion run in the right order when exceptions unwind.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

log = []
def rec(n):
    try:
        log.append(f'in{n}')
        if n == 0: raise ValueError('bottom')
        rec(n - 1)
        log.append('never')
    finally:
        log.append(f'out{n}')
err(rec, 3)
print(log)
closed = []
def gen(name):
    try:
        for i in range(3): yield (name, i)
    finally: closed.append('close ' + name)  # when: as soon as the generator is collected
def consume():
    for a in gen('a'):
        for b in gen('b'):
            if b[1] == 1: raise KeyError((a, b))
log.clear()
g = consume
try: g()
except KeyError as e: print(e)
def nested():
    try:
        try:
            try: raise ValueError(1)
            except ValueError as e: raise TypeError(2) from e
            finally: log.append('f1')
        except TypeError as e: log.append(repr(e.__cause__)); raise
        finally: log.append('f2')
    except Exception as e: log.append(type(e).__name__); return 'handled'
    else: log.append('else')
    finally: log.append('f3')
log.clear()
print(nested(), log)
def loop():
    out = []
    for i in range(6):
        try:
            if i == 1: continue
            if i == 2: raise ValueError
            if i == 4: break
            out.append(('body', i))
        except ValueError:
            out.append(('except', i))
            continue
        else: out.append(('else', i))
        finally: out.append(('fin', i))
        out.append(('end', i))
    return out
print(loop())
def ret():
    for i in range(3):
        try:
            try:
                if i == 1: return ('r', i)
            finally: log.append(('inner', i))
        finally: log.append(('outer', i))
log.clear()
print(ret(), log)
def replaced():
    try:
        try: raise ValueError('first')
        finally: raise KeyError('second')
    except KeyError as e: return repr(e), repr(e.__context__)
print(replaced())
def stack():
    try:
        return [1, 2, (lambda: 1 / 0)(), 3]
    except ZeroDivisionError:
        return [x for x in (1, 2)] + [f'{y}' for y in (3,)]
print([stack() for _ in range(3)], sum([stack().__len__() for _ in range(50)]))
def yielding():
    try: yield 1
    except KeyError: yield 'key'
    finally: yield 'from finally'
y = yielding()
print(next(y), y.throw(KeyError('x')), next(y), next(y, 'end'))
