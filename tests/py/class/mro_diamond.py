# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: C3 linearisation, diamonds, cooperative super, inconsistent orders.
class O:
    def go(self):
        return ['O']
class A(O):
    def go(self):
        return ['A'] + super().go()
class B(O):
    def go(self):
        return ['B'] + super().go()
class C(O):
    def go(self):
        return ['C'] + super().go()
class AB(A, B):
    def go(self):
        return ['AB'] + super().go()
class BC(B, C):
    def go(self):
        return ['BC'] + super().go()
class Z(AB, BC):
    pass
print([k.__name__ for k in Z.__mro__], Z().go(), [k.__name__ for k in Z.mro()])
def bad1():
    class X(O, A):
        pass
def bad2():
    class P(A, B):
        pass
    class Q(B, A):
        pass
    class R(P, Q):
        pass
def bad3():
    class S(A, A):
        pass
def bad4():
    class T(5):
        pass
for f in (bad1, bad2, bad3):
    try:
        f()
    except TypeError as e:
        print(str(e).replace('\n', ' '))
class K1(A, B, C): pass
class K2(B): pass
class K3(C, A): pass
class F(O): pass
class M(F, K2, A): pass
print([k.__name__ for k in M.__mro__], M().go())
class Init1:
    def __init__(self, **k):
        print('Init1', sorted(k))
        super().__init__(**k)
class Init2:
    def __init__(self, x=0, **k):
        print('Init2', x, sorted(k))
        super().__init__(**k)
class Both(Init1, Init2):
    def __init__(self, **k):
        super().__init__(**k)
Both(x=5)
try:
    Both(x=5, y=6)
except TypeError as e:
    print(type(e).__name__, e)
class L(A):
    v = 'L'
class R(A):
    v = 'R'
class LR(L, R): pass
class RL(R, L): pass
print(LR.v, RL.v, LR().go(), issubclass(LR, A), issubclass(A, LR))
L.v2 = 'late'
print(RL.v2)
