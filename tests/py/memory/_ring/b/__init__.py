# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""One of a ring of modules, each with classes that refer to each other and to those of other modules."""
import sys
from _ring import modules

__path__ = [__path__[0][:-2]]
me = sys.modules[__name__]


class Node:
    kinds = []

    def __init__(self, value):
        self.value = value
        self.module = me
        self.kind = Node

    def neighbours(self):
        return me.previous.Node, me.next.Node


class Leaf(Node):
    def first(self):
        return modules[0].Node


Node.leaf = Leaf
Node.kinds += [Node, Leaf]
Node.one = Leaf(len(modules))

# into the ring, behind the last one; and with those at a half and a third of the way
previous = modules[-1] if modules else me
next = modules[0] if modules else me
modules.append(me)
previous.next = next.previous = me
for other in (modules[len(modules) // 2], modules[len(modules) // 3]):
    other.Node.kinds.append(Leaf)
    Node.kinds.append(other.Leaf)
    Node.one.other = other.Node.one
