# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What grew from one dump to the next: by type, and by the paths under which things are found.

Every block counts for the path by which it was first found, and for all that this path leads through.  From a
module down, growth belongs to the deepest path that explains it: where one child accounts for nearly all that
grew, the child is the answer; where several share it, their parent.  New items of a list or dict are the growth of
the list; if the items were there before and each grew, the answer is within them: sessions[*].log.  Of a list
that is linked through its nodes the answer is the node where it begins.
"""

from collections import Counter

from heapviewer import tables
from heapviewer.paths import LEAST_REPEATS, LONGEST_PERIOD, any_of, join

EXPLAINS = 0.8   # of what grew: enough to go down
TOLD_ALONE = 0.2  # of what grew: enough for a row of its own below the answer
DEEPEST = 3
MOST_SAMPLED = 200


def by_type(before, after):
    old = {t.name: t for t in tables.types(before)}
    new = {t.name: t for t in tables.types(after)}
    rows = []
    for name in old.keys() | new.keys():
        count = (new[name].count if name in new else 0) - (old[name].count if name in old else 0)
        size = (new[name].bytes if name in new else 0) - (old[name].bytes if name in old else 0)
        if count or size:
            rows.append({"type": name, "count": count, "bytes": size})
    return sorted(rows, key=lambda r: (-abs(r["bytes"]), r["type"]))


class Side:
    """One of the dumps, by path."""

    def __init__(self, heap, count):
        self.heap = heap
        self.own, self.nodes, self.structure = [0] * count, {}, set()
        for node in heap.nodes.values():
            self.own[node.path] += node.block.size
            self.nodes.setdefault(node.path, []).append(node)
            if heap.is_structure(node):
                self.structure.add(node.path)
        self.total = self.own[:]
        for path in range(count - 1, 0, -1):
            self.total[heap.paths.parents[path]] += self.total[path]


class Growth:
    """Of two heaps that share their Paths."""

    def __init__(self, before, after):
        self.heap, self.paths = after, after.paths
        count = len(self.paths.parents)
        self.before, self.after = Side(before, count), Side(after, count)
        self.by = [b - a for a, b in zip(self.before.total, self.after.total)]
        self.children = {}
        for path in range(1, count):  # code counts for the function whose it is
            if (self.after.total[path] or self.before.total[path]) and self.type_at(path) != "(code)":
                self.children.setdefault(self.paths.parents[path], []).append(path)

    # -- which path explains it; a place is a list of paths, several if it is all of sessions[*].log --

    def grown(self, place):
        return sum(self.by[p] for p in place)

    def gross(self, place):
        """What grew there, without what shrank beside it."""
        own = sum(self.after.own[p] - self.before.own[p] for p in place)
        return max(own, 0) + sum(max(self.by[c], 0) for p in place for c in self.children.get(p, ()))

    def below(self, place):
        """The places one step down: single children, and all items together that were there before."""
        found = {}
        for p in place:
            for child in self.children.get(p, ()):
                step = self.paths.steps[child]
                if len(place) == 1:
                    yield [child]
                if len(place) > 1 or any_of(step) != step:
                    if self.before.total[child] and self.after.total[child]:
                        found.setdefault(any_of(step), []).append(child)
        yield from (g for g in found.values() if len(g) > 1)

    def descend(self, path):
        """From a path to the places that explain most of its growth, one below the other."""
        chain = [[path]]
        while True:
            enough = EXPLAINS * self.gross(chain[-1])
            best = max(self.below(chain[-1]), key=self.grown, default=None)
            if best is None or self.grown(best) <= 0 or self.grown(best) < enough:
                return chain
            chain.append(best)

    def type_at(self, path):
        nodes = self.after.nodes.get(path) or self.before.nodes.get(path)
        return next((n.type for n in nodes if n.type != "cell"), nodes[0].type) if nodes else ""

    def answer(self, path):
        """The place, and whether it is where a linked list begins."""
        chain = self.descend(path)
        at, linked = self.start_of_repetition(chain)
        while at and len(chain[at]) > 1 and "*" in self.step_of(chain[at]):
            at -= 1  # all items of a list grew: the list did
        return chain[at], linked

    def step_of(self, place):
        step = self.paths.steps[place[0]]
        return step if len(place) == 1 else any_of(step)

    def start_of_repetition(self, chain):
        """Where the same steps through the same types begin and go on to the end; the end if they do not."""
        kinds = [(self.type_at(place[0]), any_of(self.step_of(place))) for place in chain]
        for period in range(1, LONGEST_PERIOD + 1):
            first = len(chain) - 1  # of those that are not like the one a period before
            while first >= period and kinds[first] == kinds[first - period]:
                first -= 1
            begin = first - period + 1
            if len(chain) - begin < LEAST_REPEATS * period or begin < 0:
                continue
            if begin and kinds[begin - 1][0] == kinds[begin - 1 + period][0]:
                return begin - 1, True  # reached by another step, such as .head, but one of them
            return begin, True
        return len(chain) - 1, False

    # -- rows --

    def rows(self):
        """Trees of growth, largest first: (row, rows below it)."""
        found = [self.tree(path, 0) for path in self.tops() if self.by[path] > 0]
        found = [t for t in found if t[0]["path"] != "(lookup cache)"]  # bounded, and given back: no leak
        return sorted(found, key=lambda t: (-t[0]["grew"], len(t[0]["path"]), t[0]["path"]))

    def tops(self):
        """What stands in modules, and what else roots lead to; a module that was not there is one of them."""
        waiting = [0]
        while waiting:
            path = waiting.pop()
            if path and (path not in self.after.structure or path not in self.before.nodes or
                         self.type_at(path).startswith("(")):
                yield path
            else:
                waiting += self.children.get(path, ())

    def shrank(self):
        found = [self.by[path] for path in self.tops() if self.by[path] < 0]
        return {"count": len(found), "bytes": -sum(found)}

    def tree(self, path, depth):
        place, linked = self.answer(path)
        row = self.row(place, depth)
        below = []
        if depth < DEEPEST and len(place) == 1 and not linked and not row["type"].startswith("("):
            enough = TOLD_ALONE * self.gross(place)
            large = [c for c in self.children.get(place[0], ()) if self.by[c] > 0 and self.by[c] >= enough]
            below = [self.tree(c, depth + 1) for c in sorted(large, key=lambda c: -self.by[c])]
        return row, below

    def row(self, place, depth):
        node = next((n for n in self.after.nodes.get(place[0], ()) if n.type != "cell"), None)
        return {"path": self.text(place), "type": self.type_at(place[0]), "grew": self.grown(place),
                "retained": sum(self.after.total[p] for p in place), "new": all(not self.before.total[p] for p in place),
                "depth": depth, "handle": self.heap.handle(node) if node else "", "of": self.composition(place),
                "also": self.also_held_by(place), "place": place}

    def text(self, place):
        if len(place) == 1:
            return self.paths.text(place[0])
        steps = [self.paths.steps_to(p) for p in place]
        return join([s if all(t[i] == s for t in steps) else any_of(s) for i, s in enumerate(steps[0])])

    def inside(self, place):
        """All paths from a place down."""
        waiting = list(place)
        while waiting:
            path = waiting.pop()
            yield path
            waiting += self.children.get(path, ())

    def composition(self, place):
        """How many objects of which types it has more than before, by what they take."""
        counts, sizes = Counter(), Counter()
        for path in self.inside(place):
            for side, sign in ((self.before, -1), (self.after, 1)):
                for node in side.nodes.get(path, ()):
                    sizes[node.owner.type] += sign * node.block.size
                    counts[node.owner.type] += sign * (node.owner is node)
        more = [(name, counts[name], sizes[name]) for name in counts if counts[name] > 0]
        return [{"type": n, "count": c, "bytes": s} for n, c, s in sorted(more, key=lambda m: (-m[2], m[0]))]

    def also_held_by(self, place):
        """Who else refers to what is new there: letting go of it in one place frees nothing."""
        found, inside, own = Counter(), set(self.inside(place)), self.text(place)
        fresh = [n for p in inside if not self.before.own[p] for n in self.after.nodes.get(p, ()) if n.owner is n]
        for node in fresh[:MOST_SAMPLED]:
            for holder in self.heap.referrers(node):
                if isinstance(holder, str):
                    found[holder] += holder not in ("", own)
                elif holder.path not in inside and self.is_another(holder, node):
                    found[self.heap.path(holder)] += 1
        if not found:
            return ""
        path, times = found.most_common(1)[0]
        return path if 2 * times >= min(len(fresh), MOST_SAMPLED) else ""

    def is_another(self, holder, node):
        """Not the one through which the path leads, and a place that a user knows."""
        leads = node.parent and holder is node.parent.owner
        return not leads and not self.heap.is_structure(holder) and holder.type != "(code)"


def flat(trees):
    for row, below in trees:
        yield row
        yield from flat(below)


def changes(growth, limit):
    before, after = growth.before.heap, growth.heap
    trees = growth.rows()
    shown, rows = 0, []
    while shown < len(trees) and len(rows) < limit:
        rows += list(flat(trees[shown : shown + 1]))[: limit - len(rows)]
        shown += 1
    kinds = by_type(before, after)
    return {
        "used": [before.dump.stats["used"], after.dump.stats["used"]],
        "total": [before.dump.stats["total"], after.dump.stats["total"]],
        "garbage": [before.unreached()["bytes"], after.unreached()["bytes"]],
        "types": kinds[:limit],
        "types_left": {"count": len(kinds[limit:]), "bytes": sum(t["bytes"] for t in kinds[limit:])},
        "paths": rows,
        "paths_left": {"count": len(trees) - shown, "grew": sum(t[0]["grew"] for t in trees[shown:])},
        "shrank": growth.shrank(),
    }
