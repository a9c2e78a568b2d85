# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Finds the block that a user means: by handle or address, by the name of a variable, by type (the largest)."""

import difflib
import re

from heapviewer import paths, tables

ENDS = (".", "[", "(", ":")  # what a step begins with


class NotFound(Exception):
    pass


def by_address(heap, text):
    """An address, or the end of one that no other block has."""
    digits = re.fullmatch(r"(@|0x)?([0-9a-fA-F]+)", text)
    if not digits:
        return None
    value, unit = int(digits.group(2), 16), 16 ** len(digits.group(2))
    if value in heap.dump.blocks:
        return value
    found = [a for a in heap.dump.blocks if a % unit == value] if len(digits.group(2)) >= 4 else []
    return found[0] if len(found) == 1 else None


def spellings(step):
    """What may be typed for a step: .x for .<cell x> or .<local x>, f().x and f.x for f(): x."""
    named = re.fullmatch(r"\.<(?:cell|local|default) (\w+)>", step)
    if named:
        return step, "." + named.group(1)
    named = re.fullmatch(r"(.*)\(\): (\w+)", step)
    return (step, "%s().%s" % named.groups(), "%s.%s" % named.groups()) if named else (step,)


def by_name(heap, text):
    """Along all references, not only those that made the paths: an object may have several names."""
    waiting = [(heap.root_link(root), 0) for root in reversed(heap.roots_in_order())]
    seen = set()
    while waiting:
        link, at = waiting.pop()  # at: where in the text the step is to stand
        node = heap.nodes.get(link.address)
        step = next((s for s in spellings(link.step) if text.startswith(s, at)), None)
        if node is None or step is None:
            continue
        at += len(step)
        more = at < len(text)
        if not more and (step or node.parent and node.parent.type == "cell") and node.type != "cell":
            return node
        if (link.address, at) in seen or more and step and not text.startswith(ENDS, at):
            continue
        seen.add((link.address, at))
        links = list(heap.links(node))
        waiting += [(above._replace(step=""), at) for above in links if above.step == ".__class__" and more]
        waiting += [(following, at) for following in reversed(links) if more or not following.step]
    return None


def find(heap, text):
    """The node; raises NotFound with what to tell the user."""
    address = by_address(heap, text)
    if address is not None:
        if address not in heap.nodes:
            raise NotFound("%s: no root leads to this block; the next collection frees it" % text)
        return heap.nodes[address].owner
    name = paths.spelled(text)
    node = by_name(heap, name)
    if node is not None:
        return node.owner
    found = tables.of_type(heap, text)
    if found:
        return found[0]
    node = by_name(heap, "__main__." + name)
    if node is not None:
        return node.owner
    names = [t.name for t in tables.types(heap)]
    names += [heap.path(n) for n in heap.nodes.values() if n.parent and n.parent.inside and n.role == "object"][:2000]
    close = difflib.get_close_matches(name, names, 3) + difflib.get_close_matches("__main__." + name, names, 2)
    hint = "; close to it: " + ", ".join(dict.fromkeys(close)) if close else ""
    raise NotFound("%s: no address, variable or type of this dump%s" % (text, hint))
