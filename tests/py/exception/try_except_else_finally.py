# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Every order in which try, except, else and finally blocks run.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def run(n):
    out = []
    try:
        out.append('try')
        if n == 1:
            raise ValueError('v')
        if n == 2:
            raise KeyError('k')
        if n == 3:
            raise TypeError('t')
        if n == 4:
            return out + ['returned']
    except ValueError as e:
        out.append(f'VE {e}')
    except (KeyError, IndexError) as e:
        out.append(f'KE {e}')
    else:
        out.append('else')
    finally:
        out.append('finally')
        log.append((n, list(out)))
    out.append('after')
    return out
log = []
for n in range(5):
    err(run, n)
print(log)
def nested():
    try:
        try:
            1 / 0
        finally:
            print('inner finally')
            try:
                [][0]
            except IndexError as e:
                print('handled in finally:', e)
    except ZeroDivisionError as e:
        print('outer', e)
    else:
        print('never')
nested()
def loops():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print('body', i)
        finally:
            print('fin', i)
    else:
        print('no else')
    while True:
        try:
            try:
                break
            finally:
                print('f1')
        finally:
            print('f2')
    return i
print(loops())
def override():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
    return 'never'
print(override())
def swallow():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'swallowed'
print(swallow())
def els():
    try:
        pass
    except Exception:
        print('no')
    else:
        raise ValueError('from else')
    finally:
        print('fin')
err(els)
try:
    pass
finally:
    print('plain finally')
