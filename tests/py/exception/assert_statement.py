# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: assert with and without message, any value, tuple, in functions.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

err(lambda: None)
def a(x, *m):
    if m:
        assert x, m[0]
    else:
        assert x
    return 'ok'
err(a, 1)
err(a, 0)
err(a, [], 'message')
err(a, None, 5)
err(a, '', ('t', 1))
err(a, {}, None)
err(a, 0.0, ValueError('inner'))
err(a, 'x', 1 / 1)
def lazy():
    assert True, 1 / 0
    return 'message not evaluated'
print(lazy())
def msgerr():
    assert False, [][0]
err(msgerr)
try:
    assert 1 == 2, f'{1} != {2}'
except AssertionError as e:
    print(e.args, repr(e))
class B:
    def __bool__(self):
        raise KeyError('bool')
def ab():
    assert B()
err(ab)
assert (x := 5) == 5
print(x)
