# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Paths under which things are found, such as __main__.app.rows[3]['name'].

A path is a number in a tree of steps, so that two dumps can be compared without writing a path out: those of a
list linked through 100,000 nodes would take gigabytes.  What has no name in Python stands in angle brackets:
<cell x>, <key 'k'>, or the type of what is referred to.
"""

import re

REPEATED = re.compile(r"\(([^()]+)\)\*(\d+)")
LEAST_REPEATS, LONGEST_PERIOD = 4, 3
MOST_PIECES = 32  # of longer paths both ends are shown


class Paths:
    def __init__(self):
        self.ids = {}
        self.parents, self.steps = [None], [""]  # number 0: where all begins

    def child(self, parent, step):
        """An empty step is for what the user sees as one with its parent: the dict of a module's names."""
        if not step:
            return parent
        found = self.ids.get((parent, step))
        if found is None:
            found = self.ids[parent, step] = len(self.parents)
            self.parents.append(parent)
            self.steps.append(step)
        return found

    def steps_to(self, path):
        found = []
        while path:
            found.append(self.steps[path])
            path = self.parents[path]
        return found[::-1]

    def text(self, path):
        return join(self.steps_to(path)) or "sys.modules"

    def is_below(self, path, above):
        while path is not None and path > above:  # a child's number is larger
            path = self.parents[path]
        return path == above


def any_of(step):
    """The step without what tells an item from its neighbours."""
    if step.startswith("["):
        return "[*]"
    if step.startswith((".<key ", ".<item ")):
        return step[: step.index(" ")] + " *>"
    return step


def repeats_at(steps, at):
    """(period, times) of what repeats itself from here on."""
    for period in range(1, LONGEST_PERIOD + 1):
        unit, times = steps[at : at + period], 1
        while steps[at + times * period : at + (times + 1) * period] == unit:
            times += 1
        if times >= LEAST_REPEATS:
            return period, times
    return 1, 1


def join(steps):
    pieces, at = [], 0
    while at < len(steps):
        period, times = repeats_at(steps, at)
        unit = "".join(steps[at : at + period])
        pieces.append(unit if times == 1 else "(%s)*%d" % (unit, times))
        at += period * times
    if len(pieces) > MOST_PIECES:
        pieces[MOST_PIECES // 2 : -MOST_PIECES // 2] = ["..."]
    return "".join(pieces)


def spelled(text):
    """As the steps spell it, of what a user types: ["key"] as ['key'], (.next)*3 as .next.next.next."""
    text = REPEATED.sub(lambda m: m.group(1) * int(m.group(2)), text.strip())
    return re.sub(r'\["([^"\']*)"\]', r"['\1']", text)
