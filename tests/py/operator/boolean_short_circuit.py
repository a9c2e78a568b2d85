# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: and, or, not, conditional expressions return operands and evaluate only what they need.
log = []
def t(v):
    log.append(v)
    return v
def run(f):
    log.clear()
    print(f(), log)
run(lambda: t(0) and t(1))
run(lambda: t(1) and t(0) and t(2))
run(lambda: t('') or t([]) or t('x') or t('y'))
run(lambda: t(1) or t(2))
run(lambda: t(0) or t(None))
run(lambda: t(1) and t(2) or t(3))
run(lambda: t(0) and t(2) or t(3))
run(lambda: not t(0) and not t(''))
run(lambda: t('yes') if t(1) else t('no'))
run(lambda: t('yes') if t([]) else t('no'))
run(lambda: (t(0) or t(5)) and (t(6) or t(7)))
run(lambda: not (t(0) or t(0)))
run(lambda: t(1) if t(0) else t(2) if t(0) else t(3))
run(lambda: [t(1), t(0) or t(2)][t(0) and t(1)])
run(lambda: t(1) < t(0) < t(5))
run(lambda: any(t(x) for x in (0, 3, 4)))
run(lambda: all(t(x) for x in (1, 0, 4)))
print([] or {} or 0 or None or '', 1 and [] and 5, not not 'x', (not 1) is False, None or 'default', 0.0 or -0.0 or 'z')
x = None
if not x and x != 0 or x:
    print('branch 1')
if not (x is None or x):
    print('never')
elif x is None and (x := 5):
    print('branch 2', x)
while x and (x := x - 1):
    print(x, end=' ')
print(x)
class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print('bool', self.v, end=' ')
        return self.v
    def __repr__(self):
        return f'B({self.v})'
print(B(False) or B(True), B(True) and B(False), not B(False))
print('x' if B(True) and not B(False) else 'y')
if B(False) or B(False) or B(True):
    print('ok')
