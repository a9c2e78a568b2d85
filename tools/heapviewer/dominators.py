# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What each node of a graph retains: the bytes that would be freed with it.

Dominators after Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm".
"""


def postorder(starts, successors):
    done, order = set(), []
    for start in starts:
        if start in done:
            continue
        done.add(start)
        stack = [(start, iter(successors(start)))]
        while stack:
            address, rest = stack[-1]
            for following in rest:
                if following not in done:
                    done.add(following)
                    stack.append((following, iter(successors(following))))
                    break
            else:
                order.append(address)
                stack.pop()
    return order


def dominators(predecessors, top):
    """By numbers in postorder; `top` stands for all roots."""
    dominator = [None] * len(predecessors) + [top]

    def meet(a, b):
        while a != b:
            while a < b:
                a = dominator[a]
            while b < a:
                b = dominator[b]
        return a

    changed = True
    while changed:
        changed = False
        for i in range(len(predecessors) - 1, -1, -1):
            best = None
            for p in predecessors[i]:
                if dominator[p] is not None:
                    best = p if best is None else meet(best, p)
            if dominator[i] != best:
                dominator[i] = best
                changed = True
    return dominator


def attribute(nodes, starts, successors):
    """Sets dominator, retained and count of nodes: address -> Node."""
    order = postorder(starts, successors)
    number = {address: i for i, address in enumerate(order)}
    top = len(order)
    predecessors = [[] for _ in order]
    for address in order:
        for following in successors(address):
            predecessors[number[following]].append(number[address])
    for address in starts:
        predecessors[number[address]].append(top)
    dominator = dominators(predecessors, top)
    found = [nodes[a] for a in order]
    for i, node in enumerate(found):  # children come before what dominates them
        node.retained += node.block.size
        node.count += node.owner is node
        if dominator[i] != top:
            node.dominator = found[dominator[i]]
            node.dominator.retained += node.retained
            node.dominator.count += node.count
