# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Functions keep the globals of their module; classes imported twice are one; late lookups.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import _state
from _state import get, inc, Counter, values as vals
counter = 'mine'
print(get(), inc(), inc(), get(), _state.counter, counter)
_state.counter = 100
print(get(), inc())
vals.append('x')
print(_state.values, vals is _state.values)
_state.values = ['replaced']
print(vals, _state.show())
def later(): return _state.added()
err(later)
_state.added = lambda: 'added from outside'
print(later(), _state.call_added())
c = Counter()
c.tick(); c.tick()
print(c, Counter.total, _state.Counter is Counter, isinstance(c, _state.Counter))
_state.helper = lambda: 'patched helper'
print(_state.use_helper())
del _state.helper
err(_state.use_helper)
class Sub(Counter):
    def tick(self):
        super().tick()
        return self
print(Sub().tick().tick(), Counter.total, Sub.__mro__[1].__module__, Sub.__module__)
exec('counter = 999', _state.__dict__)
print(get(), eval('counter', vars(_state)), sorted(n for n in dir(_state) if not n.startswith('_'))[:4])
import _state as s2
print(s2.gen_values(), list(s2.gen()), s2.__name__)
