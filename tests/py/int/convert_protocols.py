# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: __int__, __index__, __trunc__, __float__, and wrong return types.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    def __int__(self):
        return 42
class B:
    def __index__(self):
        return 7
class C:
    def __float__(self):
        return 2.5
class Bad:
    def __int__(self):
        return "x"
    def __index__(self):
        return 1.5
    def __float__(self):
        return 3
print(int(A()), int(B()), float(B()), float(C()), [0, 1, 2, 3, 4, 5, 6, 7][B()])
print(list(range(B()))[-1], "ab" * B(), [1, 2, 3, 4, 5, 6, 7, 8, 9][:B()], 1 << B() if False else chr(B() .__index__() + 60))
err(int, Bad())
err(float, Bad())
err(int, object)
err(lambda: [1, 2][A()])
err(lambda: [1, 2][Bad()])
err(lambda: "ab" * A())
err(range, A())
err(float, "x")
err(float, [])
err(float, A())
