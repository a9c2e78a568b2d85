# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, set
# Shows: A longer program with dicts: memo tables, graphs, topological sort, grouping, trie.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

memo = {}
def paths(r, c):
    if r == 0 or c == 0:
        return 1
    if (r, c) not in memo:
        memo[r, c] = paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(16, 16), len(memo))
graph = {'a': {'b': 7, 'c': 9, 'f': 14}, 'b': {'a': 7, 'c': 10, 'd': 15}, 'c': {'a': 9, 'b': 10, 'd': 11, 'f': 2},
         'd': {'b': 15, 'c': 11, 'e': 6}, 'e': {'d': 6, 'f': 9}, 'f': {'a': 14, 'c': 2, 'e': 9}}
def dijkstra(g, start):
    dist, prev, todo = {start: 0}, {}, set(g)
    while todo:
        n = min((x for x in todo if x in dist), key=lambda x: (dist[x], x))
        todo.remove(n)
        for m, w in g[n].items():
            if dist[n] + w < dist.get(m, 10**9):
                dist[m], prev[m] = dist[n] + w, n
    return dist, prev
dist, prev = dijkstra(graph, 'a')
print(sorted(dist.items()), sorted(prev.items()))
deps = {'app': ['lib', 'util'], 'lib': ['base'], 'util': ['base', 'lib'], 'base': []}
def topo(deps):
    out, state = [], {}
    def visit(n, trail=()):
        if state.get(n) == 2:
            return
        if state.get(n) == 1:
            raise ValueError('cycle: ' + ' -> '.join(trail + (n,)))
        state[n] = 1
        for m in deps.get(n, ()):
            visit(m, trail + (n,))
        state[n] = 2
        out.append(n)
    for n in deps:
        visit(n)
    return out
print(topo(deps))
deps['base'] = ['app']
err(topo, deps)
trie = {}
for w in ('car', 'cart', 'care', 'dog', 'do', 'é'):
    node = trie
    for ch in w:
        node = node.setdefault(ch, {})
    node[None] = w
def walk(node):
    for k in node:
        if k is None:
            yield node[k]
        else:
            yield from walk(node[k])
print(list(walk(trie)), list(walk(trie['c']['a'])), list(walk(trie['d'])))
def deep_merge(a, b):
    r = dict(a)
    for k, v in b.items():
        r[k] = deep_merge(r[k], v) if isinstance(v, dict) and isinstance(r.get(k), dict) else v
    return r
print(deep_merge({'net': {'ip': 1, 'mask': 2}, 'log': 1}, {'net': {'ip': 9, 'gw': {'x': 1}}, 'log': {}}))
