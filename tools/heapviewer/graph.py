# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What the blocks of a dump are, and under which names they are reached.

A block does not say what it is: its first word is a type if it is an object, but the items of a list may
begin with a type, too.  So the references are followed from the roots.  The dump says which words of which
type lead to objects and which to blocks that are their owner's (`field`): those have the role "items" (each
word is an object), "entries" (records of a dict or set) or "raw".  An object that only its owner sees (the
list inside an instance of a class derived from list) is a "part" of it.
"""

from collections import namedtuple

from heapviewer import dominators
from heapviewer.paths import Paths, any_of

# A reference: to which block, in which role, and the step that it adds to the path.  style: of a dict's entries,
# attributes of an owner or items.  owner: the node whose part the block is.  label: the type of what is no object.
Link = namedtuple("Link", "address role step style owner label", defaults=("items", None, None))

# In this order are things reached: names of modules first, so that they make the paths.
PROVIDERS = ("vm", "frame", "frames", "compiler", "pins", "c-stack")
ROOT_NAMES = {"path": "sys.path", "argv": "sys.argv", "memory_error": "(the spare MemoryError)", "main_unit": "(main)",
              "intern_chunks": "(interned strings)", "lookup_cache": "(lookup cache)", "modules": ""}
ROOT_LABELS = {"intern_chunks": "(interned strings)", "lookup_cache": "(lookup cache)"}
STRUCTURE = {"module", "(constants)", "(interned strings)", "(lookup cache)", "(compiler)"}
INTERNAL_TYPES = {"unit": "(constants)"}
WORD_KINDS = {"function": "default", "generator": "local"}  # what the names of a block's words are names of
DEEPEST_KEY = 3


class Node:
    __slots__ = ("block", "role", "type", "owner", "parent", "path", "shape", "inside", "style", "retained", "count",
                 "dominator", "held")

    def __init__(self, block, type_name, parent, link):
        self.block = block
        self.role = link.role  # object, items, entries, raw
        self.type = type_name
        self.owner = link.owner.owner if link.owner else self  # the node whose part this is; itself if it is an object
        self.parent = parent
        self.path = self.shape = 0  # numbers of Heap.paths and Heap.shapes
        # The user sees it as one with its parent; of a cell and what it holds, as what it holds.
        self.inside = not link.step and not (parent and parent.type == "cell")
        self.style = link.style
        self.retained = self.count = 0
        self.dominator = None
        self.held = []  # objects that this one dominates directly


class Heap:
    def __init__(self, dump, paths=None):
        self.dump = dump
        self.paths = paths or Paths()  # shared by the dumps that are compared
        self.shapes = Paths()  # the same with [*] for each index or key
        self.nodes = {}
        self.class_names = {}
        self.runs = {}  # of layout.runs
        self.handle_length = None
        self.holders_of = None
        for root in self.roots_in_order():
            self.reach(root)
        dominators.attribute(self.nodes, list(self.root_addresses()), self.successors)

    # -- what a block is --

    def roots_in_order(self):
        def rank(root):
            provider = root.provider.split(":")[0]
            return PROVIDERS.index(provider) if provider in PROVIDERS else len(PROVIDERS)

        return sorted(self.dump.roots, key=rank)

    def text_of(self, address):
        block = self.dump.blocks.get(address)
        return block.note[0] if block and block.note else None

    def word_text(self, block, word):
        """A word that holds a str: interned, or a block with text."""
        if word in block.texts:
            return block.texts[word]
        return self.text_of(block.at(word))

    def type_address(self, block):
        return block.rom.get(0) or block.at(0)

    def is_object(self, block):
        address = self.type_address(block)
        return address is not None and (address in self.dump.types or self.is_class(address))

    def type_name(self, address):
        if address in self.dump.types:
            name = self.dump.types[address]
            return INTERNAL_TYPES.get(name, name)
        if address not in self.class_names:
            block = self.dump.blocks.get(address)
            self.class_names[address] = (block and self.word_text(block, 2)) or "?"
        return self.class_names[address]

    def type_of(self, address):
        """Of an object that may not have been reached yet."""
        if address in self.nodes:
            return self.nodes[address].type
        block = self.dump.blocks.get(address)
        return self.type_name(self.type_address(block)) if block and self.is_object(block) else "block"

    def describe(self, block, word, depth=DEEPEST_KEY):
        """A value as a user would write it, as far as the dump has it."""
        if word in block.texts:
            return repr(block.texts[word])
        if word in block.ints:
            return str(block.ints[word])
        if word in block.rom:
            return self.dump.types.get(block.rom[word], "?")
        target = self.dump.blocks.get(block.at(word))
        if target is None:
            return "?"
        kind = self.type_of(target.address)
        if kind == "str" and target.note:
            return repr(target.note[0])
        if kind == "tuple" and depth and target.ints.get(1, 99) <= 4:
            items = [self.describe(target, i + 2, depth - 1) for i in range(target.ints[1])]
            return "(%s%s)" % (", ".join(items), "," if len(items) == 1 else "")
        return "<%s>" % kind

    def fields_of(self, address):
        """word -> Field, those of the type that it is like included."""
        fields, seen = {}, set()
        while address and address not in seen:
            seen.add(address)
            for word, field in self.dump.fields.get(address, {}).items():
                fields.setdefault(word, field)
            address = self.dump.like.get(address)
        return fields

    def is_class(self, address):
        block = self.dump.blocks.get(address)
        return block is not None and block.kind == "v" and address in self.dump.like

    # -- following references --

    def root_link(self, root):
        label = ROOT_LABELS.get(root.label)
        if root.provider == "compiler" and root.role != "object":
            label = "(compiler)"
        style = "modules" if root.label == "modules" else "items"
        role = "object" if root.role == "namespace" else root.role
        return Link(root.address, role, self.root_step(root), style, None, label)

    def root_step(self, root):
        if root.provider.startswith("frame:"):
            frame = self.dump.frames[int(root.provider[6:])]
            return "%s(): %s" % (frame.function, root.label or "<%s>" % self.type_of(root.address))
        if root.provider in ("c-stack", "frames"):
            return "(C code)" if root.provider == "c-stack" else "(running function)"
        if root.provider == "vm":
            return ROOT_NAMES.get(root.label, "(%s)" % root.label.replace("_", " "))
        return "(%s)" % (" ".join(filter(None, (root.provider, root.label))))

    def reach(self, root):
        queue = []
        self.meet(queue, None, self.root_link(root))
        for node in queue:  # it grows meanwhile
            for link in self.links(node):
                self.meet(queue, node, link)

    def meet(self, queue, parent, link):
        block = self.dump.blocks.get(link.address)
        if block is None or link.address in self.nodes:
            return
        known, role, label = self.is_object(block), link.role, link.label
        if role == "unknown":
            role = "object" if known else "items" if block.kind == "v" else "raw"
        if role == "object" and not known:
            role = "items" if block.kind != "r" else "raw"
            label = label or self.label_inside(parent)
        name = self.type_name(self.type_address(block)) if role == "object" else label
        node = Node(block, name, parent, link._replace(role=role))
        if node.type is None:
            node.type = node.owner.type if node.owner is not node else "(other)"
        self.name(node, link.step)
        self.nodes[link.address] = node
        queue.append(node)

    def name(self, node, step):
        above = node.parent
        if node.type == "(constants)" and node.role == "object":  # whichever function leads there: they are the module's
            fields = self.fields_of(self.type_address(node.block))
            home = next((node.block.at(w) for w, f in fields.items() if f.role == "namespace"), None)
            if home in self.nodes:
                above, step = self.nodes[home], ".<constants>"
        node.path = self.paths.child(above.path if above else 0, step)
        node.shape = self.shapes.child(above.shape if above else 0, any_of(step))

    @staticmethod
    def label_inside(parent):
        """Of a block that is no object, but lies where objects lie."""
        if parent is None or parent.role != "items":
            return None
        return "(code)" if parent.type == "(constants)" else parent.type

    def links(self, node):
        if node.role == "items":
            return self.item_links(node)
        if node.role == "entries":
            return self.entry_links(node)
        return self.object_links(node) if node.role == "object" else ()

    def item_links(self, node):
        for word, address in node.block.refs:
            if node.type == "(constants)":
                yield Link(address, "object", "[%s]" % self.describe(node.block, word))
            else:
                yield Link(address, "object", "[%d]" % word)

    def object_links(self, node):
        fields = self.fields_of(self.type_address(node.block))
        seen = {}  # how many references to the same type have no name
        for word, address in node.block.refs:
            field = fields.get(word)
            if field is None:
                yield Link(address, "object", self.word_step(node, word, address, seen))
            elif field.role == "attribute":
                yield Link(address, "object", "" if node.type == "cell" else "." + field.label)
            elif field.role == "namespace":
                yield Link(address, "object", "", "attributes")
            elif field.role == "part":
                yield Link(address, "object", "", "items", node)
            elif field.label == "code":
                yield Link(address, field.role, ".__code__", node.style, None, "(code)")
            else:
                yield Link(address, field.role, "", node.style, node)
        for edge in self.dump.edges.get(node.block.address, ()):
            yield Link(edge.address, "object", "", "attributes")

    def word_step(self, node, word, address, seen):
        if word == 0:
            return ".__class__"
        if node.type == "tuple":
            return "[%d]" % (word - 2)
        kind = self.type_of(address)
        if word in node.block.names:
            return ".<%s %s>" % ("cell" if kind == "cell" else WORD_KINDS.get(node.type, "word"), node.block.names[word])
        seen[kind] = seen.get(kind, 0) + 1
        return ".<%s>" % kind if seen[kind] == 1 else ".<%s %d>" % (kind, seen[kind])

    def entry_links(self, node):
        counts = node.parent.block.ints.get(1, 0)
        keys_only = counts >> 3 & 1
        stride = 2 - keys_only + (counts >> 1 & 1)
        for word, address in node.block.refs:
            record, part = divmod(word, stride)
            if part == 0:
                step = ".<%s %s>" % ("item" if keys_only else "key", self.describe(node.block, word))
            else:
                step = self.entry_step(node, record * stride)
            yield Link(address, "object", step)

    def entry_step(self, node, word):
        text = self.word_text(node.block, word)
        if node.style == "modules":
            return text or "?"
        if text is not None and node.style == "attributes":
            return "." + text
        return "[%s]" % self.describe(node.block, word)

    # -- names --

    def path(self, node):
        return self.paths.text(node.path)

    def handle(self, node):
        """The end of the address, as much of it as tells it from all others."""
        if self.handle_length is None:
            length = 4
            while len({a % 16**length for a in self.dump.blocks}) < len(self.dump.blocks):
                length += 1
            self.handle_length = length
        return "@%0*x" % (self.handle_length, node.block.address % 16**self.handle_length)

    def chain(self, node):
        """The objects from a root to this one."""
        found = []
        while node:
            if node.role == "object":
                found.append(node)
            node = node.parent
        return found[::-1]

    # -- the graph --

    def successors(self, address):
        block = self.dump.blocks[address]
        found = [a for _, a in block.refs if a in self.nodes]
        return found + [e.address for e in self.dump.edges.get(address, ()) if e.address in self.nodes]

    def root_addresses(self):
        """C code holds many things for a moment only: what it alone holds counts, nothing else.  The bytes of a
        pinned bytearray are still the bytearray's."""
        for root in self.roots_in_order():
            node = self.nodes.get(root.address)
            if node and (root.provider not in ("c-stack", "pins") or node.parent is None):
                yield root.address

    def referrers(self, node):
        """The objects that refer to this one, and the steps of roots that do."""
        if self.holders_of is None:
            self.holders_of = {}
            for address, holder in self.nodes.items():
                for following in self.successors(address):
                    self.holders_of.setdefault(following, []).append(holder.owner)
            for root in self.dump.roots:
                if root.provider != "c-stack" and root.address in self.nodes:
                    self.holders_of.setdefault(root.address, []).append(self.root_step(root))
        found = self.holders_of.get(node.block.address, [])
        return [h for h in dict.fromkeys(found) if h is not node]

    def is_structure(self, node):
        """Holds whole modules: of no interest as a holder."""
        if node.type in STRUCTURE or node.owner.type in STRUCTURE:
            return True
        parent = node.parent
        return node.style in ("attributes", "modules") and (parent is None or parent.type in STRUCTURE)

    def unreached(self):
        """Blocks that no root leads to: garbage that the next collection frees."""
        lost = [b for a, b in self.dump.blocks.items() if a not in self.nodes]
        return {"count": len(lost), "bytes": sum(b.size for b in lost)}
