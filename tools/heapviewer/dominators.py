# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What each node of a graph retains: the bytes that would be freed with it, which are those that it dominates.

Dominators after Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph", with path compression.
The simpler one of Cooper, Harvey and Kennedy took minutes for a linked list of 100,000 instances, each of which refers
to its class, too.
"""

ROOT = 0  # the number of what stands for all roots; the others follow in the order of a walk in depth


class Walk:
    """nodes: what each number stands for; parents: by which one it was found; predecessors: all that refer to it."""

    def __init__(self, starts, successors):
        self.nodes, self.parents, self.predecessors = [None], [None], [[]]
        self.numbers = {}
        stack = [(ROOT, iter(starts))]
        while stack:
            above, rest = stack[-1]
            for following in rest:
                number = self.numbers.get(following)
                if number is not None:
                    self.predecessors[number].append(above)
                    continue
                number = self.numbers[following] = len(self.nodes)
                self.nodes.append(following)
                self.parents.append(above)
                self.predecessors.append([above])
                stack.append((number, iter(successors(following))))
                break
            else:
                stack.pop()


class Forest:
    """The part of the walk's tree that has been seen from the back; finds where a way up comes lowest."""

    def __init__(self, count):
        self.semi = list(range(count))
        self.label = list(range(count))
        self.ancestor = [None] * count

    def lowest(self, v):
        ancestor, label, semi = self.ancestor, self.label, self.semi
        if ancestor[v] is None:
            return v
        way = []
        at = v
        while ancestor[ancestor[at]] is not None:
            way.append(at)
            at = ancestor[at]
        for at in reversed(way):
            above = ancestor[at]
            if semi[label[above]] < semi[label[at]]:
                label[at] = label[above]
            ancestor[at] = ancestor[above]
        return label[v]


def dominators(walk):
    """By numbers; that of the root is None."""
    count = len(walk.nodes)
    forest, parents = Forest(count), walk.parents
    semi, found = forest.semi, [None] * count
    buckets = [[] for _ in range(count)]
    for w in range(count - 1, 0, -1):
        for v in walk.predecessors[w]:
            semi[w] = min(semi[w], semi[forest.lowest(v)])
        buckets[semi[w]].append(w)
        above = parents[w]
        forest.ancestor[w] = above
        for v in buckets[above]:
            u = forest.lowest(v)
            found[v] = u if semi[u] < semi[v] else above
        buckets[above] = []
    for w in range(1, count):
        if found[w] != semi[w]:
            found[w] = found[found[w]]
    return found


def attribute(nodes, starts, successors):
    """Sets dominator, retained and count of nodes: address -> Node."""
    walk = Walk(starts, successors)
    dominator = dominators(walk)
    found = [nodes.get(a) for a in walk.nodes]
    for i in range(len(found) - 1, 0, -1):  # what dominates a node has a smaller number
        node = found[i]
        node.retained += node.block.size
        node.count += node.owner is node
        if dominator[i] != ROOT:
            node.dominator = found[dominator[i]]
            node.dominator.retained += node.retained
            node.dominator.count += node.count
