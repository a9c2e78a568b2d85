# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, percent, set
# timeout: 20
"""Random graphs of instances, lists, dicts, sets and closures, mutated beside a shadow of plain numbers."""


class Node:
    def __init__(self, number):
        self.number = number
        self.edges = []
        self.names = {}


class Random:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


def reader(node):
    return lambda: node.number


def reachable(roots):
    seen = {}
    todo = list(roots)
    while todo:
        node = todo.pop()
        if node.number not in seen:
            seen[node.number] = node
            todo += node.edges
            todo += node.names.values()
    return seen


def shadow_reachable(roots, edges, names):
    seen = set()
    todo = list(roots)
    while todo:
        number = todo.pop()
        if number not in seen:
            seen.add(number)
            todo += edges[number]
            todo += names[number].values()
    return seen


def run(seed, steps):
    draw = Random(seed)
    roots, readers = [], []
    shadow_roots, edges, names = [], {}, {}
    count = 0
    for step in range(steps):
        what = draw(10)
        if what < 4 or not roots:
            node = Node(count)
            edges[count], names[count] = [], {}
            if roots and draw(3):
                i = draw(len(roots))
                roots[i].edges.append(node)
                edges[shadow_roots[i]].append(count)
            if draw(2) or not roots:
                roots.append(node)
                shadow_roots.append(count)
                readers.append(reader(node))
            count += 1
        elif what < 7:
            i, j = draw(len(roots)), draw(len(roots))
            key = "k%d" % draw(5)
            roots[i].names[key] = roots[j]
            names[shadow_roots[i]][key] = shadow_roots[j]
        elif what < 9:
            i = draw(len(roots))
            if roots[i].edges:
                roots[i].edges.pop()
                edges[shadow_roots[i]].pop()
        elif len(roots) > 4:
            i = draw(len(roots))
            del roots[i], shadow_roots[i], readers[i]
        if step % 60 == 0:
            assert set(reachable(roots)) == shadow_reachable(shadow_roots, edges, names)
            assert [r() for r in readers] == shadow_roots
    return count, len(roots), len(reachable(roots))


for seed in (1, 2, 3):
    print(run(seed, 300))
