#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What a test program needs of the build that is to run it, and what the build has.

A need is a builtin name (`memoryview`), a module (`weakref`), something in one of them (`math.gamma`,
`bytes.title`), or a word of the list WORDS.  What a program says by its imports, by the builtin names that it uses
and by attributes of modules is read off its syntax tree, and that of the modules beside it; the rest stands in a
line `# needs:`.  What there is, the build itself is asked, by a program that looks for each of them.  At the full
level nothing may be missed: there a test that does not find what it needs fails.
"""

import ast
import builtins
import os
import re
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tools"))
import packtexts  # noqa: E402  tools/packtexts.py

# Needs that are no names: how a program finds out.
WORDS = {
    "/": "1 / 2",
    "big-int": "1 << 70",
    "pow-of-3": "pow(2, 3, 5)",
    "class-change": "type('A', (), {})().__class__ = type('B', (), {})",
    "co_name": "(lambda: 0).__code__.co_name",
    "percent": "'%d' % 1",
    "dict-reversed": "reversed({})",
    "qualnames": "assert (lambda: (lambda: 0))().__qualname__ != '<lambda>'",
    "codecs": "'a'.encode('latin-1')",
    "json-options": "__import__('json').dumps(1, indent=1)",
    "unicode": "assert '\\xe9'.isalpha()",
    "except*": "exec('try: pass\\nexcept* ValueError: pass')",
}
CODECS = re.compile("(us-)?ascii$|u8$|l1$|latin|iso|backslashreplace$|xmlcharrefreplace$", re.I)
# Where a program may have bytes from that has none of its own.
BYTES_FROM = {"encode", "to_bytes", "tobytes", "read", "readline", "getvalue", "recv", "pack", "fromhex"}
# What gives a dict, or a view of one.
OF_DICT = {"dict", "keys", "values", "items", "fromkeys"}
# Of Ouro's gc, what CPython's has not.
OF_GC = {"pause", "pin", "threshold"}
# Modules that are part of a build, not files.
MODULES = {"array", "atexit", "gc", "io", "json", "math", "micropython", "os", "random", "select", "socket", "struct", "time",
           "weakref"}


def is_big(node):
    """Is this a constant, or an expression of constants, that is no small int of a 32-bit machine?"""
    if not all(isinstance(n, (ast.Constant, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop)) for n in ast.walk(node)):
        return False
    if not all(type(n.value) is int for n in ast.walk(node) if isinstance(n, ast.Constant)):
        return False
    try:
        value = eval(compile(ast.Expression(node), "", "eval"), {"__builtins__": {}})
    except (ArithmeticError, TypeError, ValueError, MemoryError):
        return False
    return type(value) is int and not -(1 << 29) <= value < 1 << 29


class Uses(ast.NodeVisitor):
    def __init__(self, folder):
        self.folder, self.found, self.names, self.seen = folder, set(), {}, set()
        self.of_bytes, self.has_bytes, self.defined = set(), False, set()

    def file(self, path):
        if path in self.seen or not os.path.isfile(path):
            return
        self.seen.add(path)
        with open(path, "rb") as f:
            try:
                tree = ast.parse(f.read())
            except (SyntaxError, ValueError):
                return
        self.names = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                self.defined.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                self.defined.add(node.attr)
        self.visit(tree)

    def module(self, name):
        top = name.split(".")[0]
        if top in MODULES:
            self.found.add(top)
        else:
            path = os.path.join(self.folder, *name.split("."))
            kept = self.names
            self.file(path + ".py")
            self.file(os.path.join(path, "__init__.py"))
            self.names = kept

    def of_module(self, module, name):
        """What CPython has not got either, a test names to see it fail, or it says so itself."""
        if (module == "gc" and name in OF_GC) or (module != "micropython" and hasattr(__import__(module), name)):
            self.found.add("%s.%s" % (module, name))

    def visit_Import(self, node):
        for alias in node.names:
            self.module(alias.name)
            self.names[alias.asname or alias.name] = alias.name

    def visit_ImportFrom(self, node):
        if node.level == 0 and node.module:
            self.module(node.module)
            if node.module in MODULES:
                for alias in node.names:
                    self.of_module(node.module, alias.name)

    def visit_Attribute(self, node):
        if node.attr == "__qualname__":
            self.found.add("qualnames")
        if isinstance(node.value, ast.Name):
            owner = self.names.get(node.value.id, node.value.id)
            if owner in MODULES and node.value.id in self.names:
                self.of_module(owner, node.attr)
            elif isinstance(getattr(builtins, owner, None), type) and hasattr(getattr(builtins, owner), node.attr):
                # a method by the name of its type
                self.found.add("%s.%s" % (owner, node.attr))
        if not node.attr.startswith("__") and node.attr not in self.defined:  # of whatever type: better not run than wrong
            is_text = isinstance(node.value, ast.Call) and getattr(node.value.func, "attr", "") in ("decode", "hex")
            if hasattr(str, node.attr):
                self.found.add("str.%s" % node.attr)
            if hasattr(bytes, node.attr) and not is_text:
                self.of_bytes.add("bytes.%s" % node.attr)
        self.has_bytes |= node.attr in BYTES_FROM and node.attr not in self.defined  # its own method
        self.generic_visit(node)

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant) and isinstance(node.left.value, (str, bytes)):
            self.found.add("percent")
        if isinstance(node.op, ast.Div):
            self.found.add("/")
        if is_big(node):
            self.found.add("big-int")
        self.generic_visit(node)

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name) and node.func.id == "pow" and len(node.args) + len(node.keywords) > 2:
            self.found.add("pow-of-3")
        if any(isinstance(a, ast.Constant) and isinstance(a.value, str) and CODECS.match(a.value)
               for a in node.args + [k.value for k in node.keywords]):
            self.found.add("codecs")
        if isinstance(node.func, ast.Name) and node.func.id == "reversed" and node.args:
            of = node.args[0]
            if isinstance(of, (ast.Dict, ast.DictComp)) or (
                    isinstance(of, ast.Call) and getattr(of.func, "attr", getattr(of.func, "id", "")) in OF_DICT):
                self.found.add("dict-reversed")
        if node.keywords and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("dump", "dumps", "load", "loads"):
            self.found.add("json-options")
        self.generic_visit(node)

    def visit_AugAssign(self, node):
        if isinstance(node.op, ast.Div):
            self.found.add("/")
        self.generic_visit(node)

    def visit_Constant(self, node):
        self.has_bytes |= isinstance(node.value, bytes)
        if isinstance(node.value, float):
            self.found.add("float")
        if is_big(node):
            self.found.add("big-int")

    def visit_Name(self, node):
        self.has_bytes |= node.id in ("bytes", "bytearray", "memoryview")
        if isinstance(node.ctx, ast.Load) and hasattr(builtins, node.id) and not node.id.startswith("__"):
            self.found.add(node.id)

    def visit_Set(self, node):
        self.found.add("set")
        self.generic_visit(node)

    visit_SetComp = visit_Set

    def visit_TryStar(self, node):
        self.found.add("except*")
        self.generic_visit(node)


def of_program(path):
    """The set of needs that the program shows by itself."""
    uses = Uses(os.path.dirname(path))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        uses.file(path)
    return uses.found | (uses.of_bytes if uses.has_bytes else set())


def words_of_errors(image):
    """A pattern of the texts that an image with short texts (tools/packtexts.py --terse) does not say in full, or
    None: it says them all."""
    found = []
    for name, text in packtexts.messages(packtexts.Image(image)):
        if packtexts.terse(name, text) != text:
            parts = [re.escape(part) for part in re.split(rb"%%|%z?[a-zA-Z]", text)]
            if max(map(len, parts)) > 6:
                found.append(rb".*?".join(parts))
    return re.compile(b"|".join(found)) if found else None


def probe(needs):
    """A program that prints the build's level, and those of the needs that are there, one a line."""
    lines = ["import sys\nprint(sys.implementation._level)\n"]
    for need in sorted(needs):
        first, _, rest = need.partition(".")
        look = WORDS.get(need)
        if look is None:
            look = first if hasattr(builtins, first) else "__import__(%r)" % first
            look = "%s.%s" % (look, rest) if rest else look
        lines.append("try:\n    %s\n    print(%r)\nexcept Exception:\n    pass\n" % (look, need))
    return "".join(lines)
