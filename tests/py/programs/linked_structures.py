# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, set
# Shows: Linked list, LRU cache, binary tree with deletion, trie, union find, graph algorithms with classes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Node:
    __slots__ = ('k', 'v', 'prev', 'next')
    def __init__(self, k=None, v=None): self.k, self.v, self.prev, self.next = k, v, self, self
class LRU:
    def __init__(self, cap): self.cap, self.map, self.root, self.hits = cap, {}, Node(), 0
    def _link(self, n):
        n.prev, n.next = self.root.prev, self.root
        n.prev.next = n.next.prev = n
    def _unlink(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def get(self, k, default=None):
        if k not in self.map: return default
        n = self.map[k]
        self._unlink(n); self._link(n)
        self.hits += 1
        return n.v
    def put(self, k, v):
        if k in self.map: self._unlink(self.map[k])
        elif len(self.map) >= self.cap:
            old = self.root.next
            self._unlink(old)
            del self.map[old.k]
        n = self.map[k] = Node(k, v)
        self._link(n)
    def __iter__(self):
        n = self.root.next
        while n is not self.root:
            yield n.k
            n = n.next
c = LRU(3)
for k in 'abcadbea': c.get(k) or c.put(k, k.upper())
print(list(c), c.hits, c.get('a'), c.get('zz', 'none'), list(c), len(c.map))
class Tree:
    class N:
        def __init__(self, k): self.k, self.l, self.r, self.pri = k, None, None, hash(k) * 2654435761 % 2**32
    def __init__(self, it=()):
        self.root, self.size = None, 0
        for x in it: self.add(x)
    def add(self, k):
        def ins(n):
            if n is None:
                self.size += 1
                return Tree.N(k)
            if k < n.k:
                n.l = ins(n.l)
                if n.l.pri > n.pri: l = n.l; n.l, l.r = l.r, n; n = l
            elif k > n.k:
                n.r = ins(n.r)
                if n.r.pri > n.pri: r = n.r; n.r, r.l = r.l, n; n = r
            return n
        self.root = ins(self.root)
    def remove(self, k):
        def join(a, b):
            if not a or not b: return a or b
            if a.pri > b.pri: a.r = join(a.r, b); return a
            b.l = join(a, b.l)
            return b
        def rem(n):
            if n is None: raise KeyError(k)
            if k < n.k: n.l = rem(n.l)
            elif k > n.k: n.r = rem(n.r)
            else: self.size -= 1; return join(n.l, n.r)
            return n
        self.root = rem(self.root)
    def __iter__(self):
        stack, n = [], self.root
        while stack or n:
            while n: stack.append(n); n = n.l
            n = stack.pop()
            yield n.k
            n = n.r
    def __contains__(self, k):
        n = self.root
        while n and n.k != k: n = n.l if k < n.k else n.r
        return n is not None
    def __len__(self): return self.size
t = Tree(i * 37 % 101 for i in range(101))
print(list(t) == list(range(101)), len(t), 50 in t, 101 in t)
for i in range(0, 101, 2): t.remove(i)
print(list(t)[:5], len(t), 50 in t, 51 in t)
err(t.remove, 50)
class DSU:
    def __init__(self, n): self.p, self.n = list(range(n)), n
    def find(self, x):
        while self.p[x] != x: self.p[x] = x = self.p[self.p[x]]
        return x
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        self.p[a] = b
        self.n -= 1
        return True
edges = sorted(((i * 7 + j * 13) % 17, i, j) for i in range(10) for j in range(i))
d = DSU(10)
mst = [(w, i, j) for w, i, j in edges if d.join(i, j)]
print(sum(w for w, *_ in mst), len(mst), d.n, mst[:4])
g = {}
for _, a, b in mst: g.setdefault(a, []).append(b); g.setdefault(b, []).append(a)
def dfs(n, seen=None):
    seen = set() if seen is None else seen
    seen.add(n)
    yield n
    for m in sorted(g[n]):
        if m not in seen: yield from dfs(m, seen)
print(list(dfs(0)))
def floyd(n, e):
    D = [[0 if i == j else 999 for j in range(n)] for i in range(n)]
    for w, i, j in e: D[i][j] = D[j][i] = w
    for k in range(n):
        for i in range(n):
            for j in range(n): D[i][j] = min(D[i][j], D[i][k] + D[k][j])
    return D
print(floyd(6, [(w, i, j) for w, i, j in edges if i < 6 and (i + j) % 3 == 1]))
class LinkedList:
    def __init__(self, *xs):
        self.head = None
        for x in reversed(xs): self.head = (x, self.head)
    def __iter__(self):
        n = self.head
        while n: x, n = n; yield x
    def __reversed__(self): return iter(list(self)[::-1])
    def __add__(self, o): return LinkedList(*self, *o)
    def __eq__(self, o): return list(self) == list(o)
    def __repr__(self): return '->'.join(map(repr, self)) or 'empty'
print(LinkedList(1, 'a', None), LinkedList(), LinkedList(1, 2) + LinkedList(3), list(reversed(LinkedList(*'xyz'))), LinkedList(1) == [1], [*LinkedList(*range(500))][-1])
