# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: error-texts, float
# Shows: raise of classes, instances, nothing, wrong things; re-raise keeps identity.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def r(x):
    raise x
for x in (ValueError, ValueError(), ValueError('m'), KeyError, StopIteration(5), Exception(1, 2)):
    err(r, x)
for x in (5, 'str', None, int, object(), object, ()):
    err(r, x)
def bare():
    raise
err(bare)
class NeedsArg(Exception):
    def __init__(self, a):
        self.a = a
def na():
    raise NeedsArg
try:
    na()
except TypeError as e:
    print(str(e).replace('NeedsArg.', ''))
err(r, NeedsArg(5))
class NotExc(Exception):
    def __new__(cls):
        return 'not an exception'
try:
    raise NotExc
except TypeError as e:
    print('TypeError', str(e)[:40])
orig = ValueError('same')
try:
    try:
        raise orig
    except ValueError:
        raise
except ValueError as e:
    print(e is orig)
def inner_bare():
    raise
try:
    try:
        raise KeyError('outer')
    except KeyError:
        inner_bare()
except KeyError as e:
    print('from helper', e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][1]
        except IndexError:
            pass
        raise
except Exception as e:
    print(type(e).__name__)
def after():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise
err(after)
e = ValueError('reused')
for i in range(3):
    try:
        raise e
    except ValueError as x:
        print(x is e, end=' ')
print()
