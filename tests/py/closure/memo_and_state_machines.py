# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Closures holding machines: toggles, parsers, iterators, undo stacks and bound tables.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def machine(table, start):
    state = start
    trail = [start]
    def step(ev):
        nonlocal state
        try: state = table[state, ev]
        except KeyError: raise ValueError(f'{ev!r} is not allowed in {state!r}') from None
        trail.append(state)
        return state
    step.trail = trail
    step.reset = lambda: (trail.clear(), step_to(start))[1]
    def step_to(s):
        nonlocal state
        state = s
        return state
    return step
m = machine({('idle', 'coin'): 'ready', ('ready', 'push'): 'idle', ('ready', 'coin'): 'ready'}, 'idle')
print(m('coin'), m('coin'), m('push'), m.trail)
err(m, 'push')
print(m.reset(), m.trail, m('coin'))
def undoable(value):
    past, future = [], []
    def do(f):
        nonlocal value
        past.append(value); future.clear()
        value = f(value)
        return value
    def undo():
        nonlocal value
        if past:
            future.append(value)
            value = past.pop()
        return value
    def redo():
        nonlocal value
        if future:
            past.append(value)
            value = future.pop()
        return value
    return do, undo, redo
do, undo, redo = undoable(1)
print(do(lambda v: v + 1), do(lambda v: v * 10), undo(), undo(), undo(), redo(), redo(), redo(), do(str), undo())
def parser(pred):
    return lambda s: (s[0], s[1:]) if s and pred(s[0]) else None
def many(p):
    def run(s):
        out = []
        while (r := p(s)):
            v, s = r
            out.append(v)
        return out, s
    return run
def seq(*ps):
    def run(s):
        out = []
        for p in ps:
            r = p(s)
            if r is None: return None
            v, s = r
            out.append(v)
        return out, s
    return run
def alt(*ps): return lambda s: next((r for p in ps if (r := p(s)) is not None), None)
def fmap(f, p): return lambda s: (f(r[0]), r[1]) if (r := p(s)) else None
digit, ch = parser(str.isdigit), lambda c: parser(lambda x: x == c)
number = fmap(lambda v: int(v[0] + ''.join(v[1])), seq(digit, many(digit)))
value = lambda s: alt(number, fmap(lambda v: [v[1]] + [x[1] for x in v[2]], seq(ch('['), value, many(seq(ch(','), value)), ch(']'))))(s)
print(value('42x'), value('[1,[22,3],4]'), value('[1,'), value(''), value('[7]rest'))
def counter_bank():
    bank = {}
    def get(name):
        def bump(by=1):
            bank[name] = bank.get(name, 0) + by
            return bank[name]
        return bump
    return get, lambda: dict(bank)
get, dump = counter_bank()
x, y = get('x'), get('y')
print(x(), x(5), y(), get('x')(), dump())
