# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The tables of one dump: types, who keeps most alive, all objects of one type."""

from collections import Counter, namedtuple

from heapviewer.layout import number
from heapviewer.paths import join

Type = namedtuple("Type", "name count bytes")
# objects: that it retains, itself included.  members: the nodes of the row, several if it stands for all of
# counters[*].  rest: the row says how many more there are, and nothing else of it has a meaning but retained.
Holder = namedtuple("Holder", "path type objects retained bytes depth members rest")

LEAST_GROUP = 4
DEEPEST = 5
PART = 0.1  # of what holds it: less is not told below that


def types(heap):
    counts, sizes = Counter(), Counter()
    for node in heap.nodes.values():
        sizes[node.owner.type] += node.block.size
        counts[node.owner.type] += node.owner is node
    return [Type(name, counts[name], size) for name, size in sorted(sizes.items(), key=lambda s: (-s[1], s[0]))]


def owned_bytes(heap):
    sizes = Counter()
    for node in heap.nodes.values():
        sizes[node.owner] += node.block.size
    return sizes


def groups(heap, nodes):
    """Lists of nodes, largest first: those of one type under paths that differ in indexes or keys only stand
    together, but for those that are large beside the others."""
    alike = {}
    for node in nodes:
        alike.setdefault((node.shape, node.type), []).append(node)
    found = []
    for members in alike.values():
        if len(members) >= LEAST_GROUP and heap.shapes.text(members[0].shape).find("*") >= 0:
            whole = sum(n.retained for n in members)
            single = [n for n in members if n.retained > whole / 4 and n.retained * len(members) > 2 * whole]
            found += [[n] for n in single]
            members = [n for n in members if n not in single]
        if len(members) >= LEAST_GROUP and heap.shapes.text(members[0].shape).find("*") >= 0:
            found.append(members)
        else:
            found += [[n] for n in members]
    return sorted(found, key=lambda g: -sum(n.retained for n in g))


def path_of(heap, members):
    """Of one object, or with [*] of a group; what all have in common is written out."""
    if len(members) == 1:
        return heap.path(members[0])
    steps = [heap.paths.steps_to(n.path) for n in members]
    shape = heap.shapes.steps_to(members[0].shape)
    same = [len({s[i] for s in steps if i < len(s)}) == 1 for i in range(len(shape))]
    return join([steps[0][i] if same[i] else shape[i] for i in range(len(shape))])


def below(paths, depth, path):
    """What a path adds to the one of the row that it stands below; paths: those of the rows above, by depth."""
    del paths[depth:]
    paths.append(path)
    return path[len(paths[-2]) :] if depth and path.startswith(paths[-2]) and path != paths[-2] else path


def each(sizes):
    """1,024 x 48 B, or 3 x 16-48 B."""
    low, high = min(sizes), max(sizes)
    return "%s x %s B" % (number(len(sizes)), number(low) if low == high else "%s-%s" % (number(low), number(high)))


def holder_tree(heap):
    """Each object under the object that dominates it; those under none, or under structure, on top."""
    top = []
    for node in heap.nodes.values():
        node.held = []
    for node in heap.nodes.values():
        if node.owner is not node or heap.is_structure(node):
            continue
        above = node.dominator
        while above and above.owner is node:
            above = above.dominator
        above = above.owner if above else None
        if above is None or heap.is_structure(above) or above is node:
            top.append(node)
        else:
            above.held.append(node)
    return top


def visible(nodes):
    """Without code, and with what is in a namespace or cell instead of the namespace or cell."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if node.inside and node.parent or node.type == "cell" and node.held:
            waiting += reversed(node.held)
        elif node.type != "(code)":
            yield node


class Holders:
    """The largest, each followed by what it holds; what is small beside the whole is left out below the top."""

    def __init__(self, heap, limit, least=0.02):
        self.heap, self.limit = heap, limit
        self.own = owned_bytes(heap)
        self.least = least * (sum(n.block.size for n in heap.nodes.values()) or 1)
        self.rows = []
        self.add(holder_tree(heap), 0, (), 0)

    def row(self, members, depth):
        return Holder(path_of(self.heap, members), members[0].type, sum(n.count for n in members),
                      sum(n.retained for n in members), sum(self.own[n] for n in members), depth, members, 0)

    def kind(self, node):
        return node.type, self.heap.shapes.steps[node.shape]

    def add(self, nodes, depth, above, whole):
        """above: the kinds of the rows that this is below; whole: what the last of them retains."""
        least = max(self.least, PART * whole)
        found = groups(self.heap, list(visible(nodes)))
        for i, members in enumerate(found):
            kind = self.kind(members[0])
            if depth == 0 and len(self.rows) >= self.limit:
                self.add_rest(found[i:], depth)
                return
            retained = sum(n.retained for n in members)
            if depth and (len(self.rows) >= self.limit or retained < least or depth > DEEPEST or
                          above[-2:] == (kind, kind)):  # the third node of a linked list, and so on
                if (i or above[-2:] == (kind, kind)) and sum(n.retained for g in found[i:] for n in g) >= self.least:
                    self.add_rest(found[i:], depth)
                return
            self.rows.append(self.row(members, depth))
            self.add([h for n in members for h in n.held], depth + 1, above + (kind,), retained)

    def add_rest(self, left, depth):
        nodes = [n for members in left for n in members]
        self.rows.append(Holder("", "", sum(n.count for n in nodes), sum(n.retained for n in nodes),
                                sum(self.own[n] for n in nodes), depth, [], len(nodes)))


def holders(heap, limit):
    return Holders(heap, limit).rows


def of_type(heap, name):
    """All objects of a type, largest first, but the dicts of whole modules last; None if there are none."""
    found = [n for n in heap.nodes.values() if n.owner is n and n.type == name]
    return sorted(found, key=lambda n: (heap.is_structure(n), -n.retained, n.path)) or None


def type_question(heap, name, limit):
    """How many, where, which are the largest and who holds them."""
    found = of_type(heap, name)
    if found is None:
        return None
    own = owned_bytes(heap)
    alike = {}
    for node in found:
        alike.setdefault(node.shape, []).append(node)
    places = sorted(alike.values(), key=lambda g: (heap.is_structure(g[0]), -sum(n.retained for n in g)))
    return {
        "type": name, "count": len(found), "bytes": sum(own[n] for n in found),
        "places": [{"path": path_of(heap, g), "count": len(g), "bytes": sum(own[n] for n in g),
                    "retained": sum(n.retained for n in g), "each": each([n.retained for n in g])} for g in places[:limit]],
        "places_left": len(places[limit:]),
        "largest": [{"handle": heap.handle(n), "address": "%x" % n.block.address, "path": heap.path(n), "bytes": own[n],
                     "retained": n.retained, "held_by": held_by(heap, n)} for n in found[:limit]],
        "largest_left": len(found[limit:]),
    }


def held_by(heap, node):
    """The paths of all that refers to it; of a namespace or cell, of what that belongs to."""
    found, waiting, seen = [], [node], set()
    while waiting:
        at = waiting.pop()
        seen.add(at)
        for holder in heap.referrers(at):
            if isinstance(holder, str):
                found.append(holder or "sys.modules")
            elif holder.path != node.path or holder.type == "cell":
                found.append(heap.path(holder))
            elif holder.inside and holder not in seen:
                waiting.append(holder)
    return list(dict.fromkeys(found))
