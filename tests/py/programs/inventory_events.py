# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: An inventory with classes, properties, events, undo, iteration, formatting and error handling.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Event:
    def __init__(self): self._h = []
    def __iadd__(self, h): self._h.append(h); return self
    def __isub__(self, h): self._h.remove(h); return self
    def __call__(self, *a, **k):
        for h in self._h[:]: h(*a, **k)
    def __len__(self): return len(self._h)
class Item:
    __slots__ = ('name', '_qty', 'price', 'tags')
    def __init__(self, name, qty=0, *, price=0, tags=()):
        self.name, self._qty, self.price, self.tags = name, qty, price, frozenset(tags)
    @property
    def qty(self): return self._qty
    @qty.setter
    def qty(self, v):
        if not isinstance(v, int): raise TypeError(f'qty must be int, not {type(v).__name__}')
        if v < 0: raise ValueError(f'{self.name}: {v} is below zero')
        self._qty = v
    value = property(lambda self: self._qty * self.price)
    def __repr__(self): return f'{self.name}x{self._qty}'
    def __format__(self, spec): return f'{self.name:{spec}}' + f'{self._qty:>5}' + f'{self.value:>9,.2f}' if spec else repr(self)
    def __lt__(self, o): return self.value < o.value
class Inventory:
    def __init__(self):
        self._items, self._undo, self.changed = {}, [], Event()
    def __getitem__(self, k):
        if isinstance(k, str): return self._items[k]
        if isinstance(k, slice): return sorted(self._items.values(), key=lambda i: i.name)[k]
        if callable(k): return [i for i in self if k(i)]
        raise TypeError('bad key %r' % type(k).__name__)
    def __setitem__(self, k, qty):
        old = self._items[k].qty if k in self._items else None
        if k not in self._items: self._items[k] = Item(k)
        try: self._items[k].qty = qty
        except (ValueError, TypeError):
            if old is None: del self._items[k]
            raise
        self._undo.append((k, old))
        self.changed(k, old, qty)
    def __delitem__(self, k):
        self._undo.append((k, self._items.pop(k).qty))
        self.changed(k, self._undo[-1][1], None)
    def __contains__(self, k): return k in self._items
    def __iter__(self): return iter(sorted(self._items.values(), key=lambda i: i.name))
    def __len__(self): return len(self._items)
    def undo(self):
        if not self._undo: return False
        k, old = self._undo.pop()
        if old is None: del self._items[k]
        elif k in self._items: self._items[k].qty = old
        else: self._items[k] = Item(k, old)
        return True
    def __enter__(self): self._mark = len(self._undo); return self
    def __exit__(self, t, v, tb):
        if t:
            while len(self._undo) > self._mark: self.undo()
        return t is not None and issubclass(t, ValueError)
inv = Inventory()
log = []
inv.changed += lambda *a: log.append(a)
inv['bolt'] = 100
inv['nut'] = 50
inv['gear'] = 7
inv['bolt'].price, inv['nut'].price, inv['gear'].price = 0.25, 0.5, 12.5
inv['bolt'].tags |= {'small', 'steel'} if False else set()
inv['nut'] = inv['nut'].qty - 8
print(list(inv), len(inv), 'nut' in inv, inv[:2], inv[lambda i: i.qty < 50], max(inv), log[-1])
for i in inv: print(f'{i:<8}|', f'{i}')
err(lambda: inv['none'])
err(lambda: inv[5])
def neg(): inv['gear'] = -1
def typ(): inv['new'] = 'x'
err(neg)
err(typ)
print('new' in inv)
with inv:
    inv['gear'] = 0
    del inv['nut']
    inv['cog'] = 3
    inv['cog'] = -3
print(list(inv))
try:
    with inv:
        inv['bolt'] = 1
        raise KeyError('not swallowed')
except KeyError as e: print('out', e, inv['bolt'].qty)
n = 0
while inv.undo(): n += 1
print(n, list(inv), len(log), sum(1 for _, old, new in log if old is None))
