# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What the blocks of a dump are, who keeps them alive, and how much they keep alive.

A block does not say what it is: its first word is a type if it is an object, but the items of a list may
begin with a type, too.  So the references are followed from the roots.  The dump says which words of which
type lead to objects and which to blocks that are their owner's (`field`): those have the role "items" (each
word is an object), "entries" (records of a dict or set) or "raw".  An object that only its owner sees (the
list inside an instance of a class derived from list) is a "part" of it.
"""

from collections import Counter, namedtuple

Type = namedtuple("Type", "name count bytes")
Holder = namedtuple("Holder", "path type count retained bytes depth address")  # count: objects that it retains

LONGEST_PATH = 40  # steps; of longer ones (linked lists) the end is shown

# In this order are things reached: names of modules first, so that they make the paths.
PROVIDERS = ("vm", "frame", "frames", "compiler", "pins", "c-stack")
ROOT_NAMES = {"path": "sys.path", "argv": "sys.argv", "memory_error": "(the spare MemoryError)", "main_unit": "(main)"}
STRUCTURE = {"module", "(constants)", "(interned strings)", "(method cache)", "(compiler)"}
INTERNAL_TYPES = {"unit": "(constants)"}


class Node:
    __slots__ = ("block", "role", "type", "owner", "parent", "step", "style", "retained", "count", "dominator", "held")

    def __init__(self, block, role, type_name, owner, parent, step, style):
        self.block = block
        self.role = role  # object, items, entries, raw
        self.type = type_name
        self.owner = owner  # the node whose part this is; itself if it is an object
        self.parent, self.step = parent, step  # the path: that of the parent, and a step
        self.style = style  # of a dict's entries: attributes of an owner, or items
        self.retained = self.count = 0
        self.dominator = None
        self.held = []  # objects that this one dominates directly


class Heap:
    def __init__(self, dump):
        self.dump = dump
        self.nodes = {}
        self.class_names = {}
        self.runs = {}  # of layout.runs
        for root in self.roots_in_order():
            self.reach(root)
        self.dominate()

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
        return next((self.text_of(a) for w, a in block.refs if w == word), None)

    def type_address(self, block):
        return block.rom.get(0) or next((a for w, a in block.refs if w == 0), None)

    def type_name(self, address):
        if address in self.dump.types:
            name = self.dump.types[address]
            return INTERNAL_TYPES.get(name, name)
        if address not in self.class_names:
            block = self.dump.blocks.get(address)
            self.class_names[address] = (block and self.word_text(block, 2)) or "?"
        return self.class_names[address]

    def fields_of(self, address):
        """word -> Field, those of the type that it is like included."""
        fields, seen = {}, set()
        while address and address not in seen:
            seen.add(address)
            for word, field in self.dump.fields.get(address, {}).items():
                fields.setdefault(word, field)
            address = self.dump.like.get(address)
        return fields

    # -- following references --

    def root_step(self, root):
        if root.provider.startswith("frame:"):
            frame = self.dump.frames[int(root.provider[6:])]
            return "%s(): %s" % (frame.function, root.label or "register")
        if root.provider in ("c-stack", "frames"):
            return "(C code)" if root.provider == "c-stack" else "(running function)"
        if root.provider == "vm":
            return "" if root.label == "modules" else ROOT_NAMES.get(root.label, "(%s)" % root.label.replace("_", " "))
        return "(%s)" % (" ".join(filter(None, (root.provider, root.label))))

    def reach(self, root):
        label = {"intern_chunks": "(interned strings)", "lookup_cache": "(method cache)"}.get(root.label)
        if root.provider == "compiler" and root.role != "object":
            label = "(compiler)"
        style = "modules" if root.label == "modules" else "items"
        role = "object" if root.role == "namespace" else root.role
        queue = []
        self.meet(queue, root.address, role, None, self.root_step(root), style, None, label)
        for node in queue:  # it grows meanwhile
            self.follow(queue, node)

    def meet(self, queue, address, role, parent, step, style, owner, label):
        block = self.dump.blocks.get(address)
        if block is None or address in self.nodes:
            return
        type_address = self.type_address(block)
        known = type_address is not None and (type_address in self.dump.types or self.is_class(type_address))
        if role == "unknown":
            role = "object" if known else "items" if block.kind == "v" else "raw"
        if role == "object" and not known:
            role = "items" if block.kind != "r" else "raw"
            label = label or self.label_inside(parent)
        name = self.type_name(type_address) if role == "object" else label
        node = Node(block, role, name, None, parent, step, style)
        node.owner = owner.owner if owner else node
        if node.type is None:
            node.type = node.owner.type if node.owner is not node else "(other)"
        self.nodes[address] = node
        queue.append(node)

    @staticmethod
    def label_inside(parent):
        """Of a block that is no object, but lies where objects lie."""
        if parent is None or parent.role != "items":
            return None
        return "(code)" if parent.type == "(constants)" else parent.type

    def is_class(self, address):
        block = self.dump.blocks.get(address)
        return block is not None and block.kind == "v" and address in self.dump.like

    def follow(self, queue, node):
        if node.role == "items":
            first = 0
            for word, address in node.block.refs:
                self.meet(queue, address, "object", node, "[%d]" % (word - first), "items", None, None)
        elif node.role == "entries":
            self.follow_entries(queue, node)
        elif node.role == "object":
            self.follow_object(queue, node)

    def follow_object(self, queue, node):
        fields = self.fields_of(self.type_address(node.block))
        for word, address in node.block.refs:
            field = fields.get(word)
            if field is None:
                self.meet(queue, address, "object", node, self.word_step(node, word), "items", None, None)
            elif field.role == "attribute":
                self.meet(queue, address, "object", node, "." + field.label, "items", None, None)
            elif field.role == "namespace":
                self.meet(queue, address, "object", node, "", "attributes", None, None)
            elif field.role == "part":
                self.meet(queue, address, "object", node, "", "items", node, None)
            else:
                label = "(code)" if field.label == "code" else None
                self.meet(queue, address, field.role, node, ".__code__" if label else "", node.style,
                          None if label else node, label)
        for edge in self.dump.edges.get(node.block.address, ()):
            self.meet(queue, edge.address, "object", node, "", "attributes", None, None)

    @staticmethod
    def word_step(node, word):
        if word == 0:
            return ".__class__"
        if node.type == "tuple":
            return "[%d]" % (word - 2)
        return ".(%d)" % word

    def follow_entries(self, queue, node):
        counts = node.parent.block.ints.get(1, 0)
        stride = 2 - (counts >> 3 & 1) + (counts >> 1 & 1)
        keys_only = counts >> 3 & 1
        for word, address in node.block.refs:
            record, part = divmod(word, stride)
            if part == 0:
                step = ".(item)" if keys_only else ".(key)"
            else:
                step = self.entry_step(node, record * stride)
            self.meet(queue, address, "object", node, step, "items", None, None)

    def entry_step(self, node, word):
        text = self.word_text(node.block, word)
        if node.style == "modules":
            return text or "?"
        if text is not None:
            return "." + text if node.style == "attributes" else "[%r]" % text
        if word in node.block.ints:
            return "[%d]" % node.block.ints[word]
        key = next((a for w, a in node.block.refs if w == word), None)
        key = self.nodes.get(key)
        return "[<%s>]" % key.type if key else "[?]"

    def path(self, node):
        steps = []
        while node and len(steps) < LONGEST_PATH:
            if node.step:
                steps.append(node.step)
            node = node.parent
        if node:
            steps.append("...")
        return "".join(reversed(steps)) or "sys.modules"

    def chain(self, node):
        """The objects from a root to this one."""
        found = []
        while node:
            if node.role == "object":
                found.append(node)
            node = node.parent
        return found[::-1]

    # -- dominators: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" --

    def successors(self, address):
        block = self.dump.blocks[address]
        found = [a for _, a in block.refs if a in self.nodes]
        return found + [e.address for e in self.dump.edges.get(address, ()) if e.address in self.nodes]

    def root_addresses(self):
        """C code holds many things for a moment only: what it alone holds counts, nothing else."""
        for root in self.roots_in_order():
            node = self.nodes.get(root.address)
            if node and (root.provider != "c-stack" or node.parent is None):
                yield root.address

    def postorder(self):
        done, order = set(), []
        for start in self.root_addresses():
            if start in done:
                continue
            done.add(start)
            stack = [(start, iter(self.successors(start)))]
            while stack:
                address, rest = stack[-1]
                for following in rest:
                    if following not in done:
                        done.add(following)
                        stack.append((following, iter(self.successors(following))))
                        break
                else:
                    order.append(address)
                    stack.pop()
        return order

    def dominate(self):
        order = self.postorder()
        number = {address: i for i, address in enumerate(order)}
        top = len(order)  # stands for all roots
        predecessors = [[] for _ in order]
        for address in order:
            for following in self.successors(address):
                predecessors[number[following]].append(number[address])
        for address in self.root_addresses():
            predecessors[number[address]].append(top)
        dominator = [None] * len(order) + [top]

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
            for i in range(len(order) - 1, -1, -1):
                best = None
                for p in predecessors[i]:
                    if dominator[p] is not None:
                        best = p if best is None else meet(best, p)
                if dominator[i] != best:
                    dominator[i] = best
                    changed = True
        nodes = [self.nodes[a] for a in order]
        for i, node in enumerate(nodes):  # children come before what dominates them
            node.retained += node.block.size
            node.count += node.owner is node
            if dominator[i] != top:
                node.dominator = nodes[dominator[i]]
                node.dominator.retained += node.retained
                node.dominator.count += node.count

    # -- tables --

    def is_structure(self, node):
        """Holds whole modules: of no interest as a holder."""
        if node.type in STRUCTURE or node.owner.type in STRUCTURE:
            return True
        parent = node.parent
        return node.style in ("attributes", "modules") and (parent is None or parent.type in STRUCTURE)

    def types(self):
        counts, sizes = Counter(), Counter()
        for node in self.nodes.values():
            sizes[node.owner.type] += node.block.size
            counts[node.owner.type] += node.owner is node
        return [Type(name, counts[name], size) for name, size in sizes.most_common()]

    def owned_bytes(self):
        sizes = Counter()
        for node in self.nodes.values():
            sizes[node.owner] += node.block.size
        return sizes

    def holder_tree(self):
        """Each object under the object that dominates it; those under none, or under structure, on top."""
        top = []
        for node in self.nodes.values():
            node.held = []
        for node in self.nodes.values():
            if node.owner is not node or self.is_structure(node):
                continue
            above = node.dominator
            while above and above.owner is node:
                above = above.dominator
            above = above.owner if above else None
            if above is None or self.is_structure(above) or above is node:
                top.append(node)
            else:
                above.held.append(node)
        return top

    def holders(self, limit, least=0.02):
        """The largest, each followed by what it holds; what is small beside the whole is left out."""
        own = self.owned_bytes()
        used = sum(n.block.size for n in self.nodes.values()) or 1
        found = []

        def visible(nodes):
            """Without code, and with what is in a namespace instead of the namespace."""
            for node in nodes:
                if node.parent and not node.step:
                    yield from visible(node.held)
                elif node.type != "(code)":
                    yield node

        def add(nodes, depth):
            for node in sorted(visible(nodes), key=lambda n: -n.retained):
                if len(found) >= limit or (depth and (node.retained < least * used or depth > 5)):
                    break
                found.append(Holder(self.path(node), node.type, node.count, node.retained, own[node], depth,
                                    node.block.address))
                add(node.held, depth + 1)

        add(self.holder_tree(), 0)
        return found

    def unreached(self):
        """Blocks that no root leads to: garbage that the next collection frees."""
        lost = [b for a, b in self.dump.blocks.items() if a not in self.nodes]
        return {"count": len(lost), "bytes": sum(b.size for b in lost)}
