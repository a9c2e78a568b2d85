# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The values that confusion.py hands to everything: makers in groups, and hostile objects.

A maker is called for each argument, so that no call finds what another has left behind.  A hostile object
answers a special method by first changing one of the values that the same call was given (`World.victims`):
it empties, grows or shrinks it, closes or releases it.  Then it gives a right answer, a wrong one, or raises.
Hostile objects live on `World.fuel`, of which each call gets a little, so that no iterator of ours is endless.
"""

import array
import gc
import io
import math
import struct
import sys
import weakref

try:
    import random
    import socket
except ImportError:  # a build with less of Python
    random = socket = None


class Fuel(Exception):
    """What hostile objects raise once the call has used up its share."""


class World:
    """What belongs to one call: the random numbers, the victims, the fuel."""

    def __init__(self):
        self.state, self.fuel, self.victims = 1, 0, []

    def start(self, seed, number):
        state = (seed * 7919 + number * 65537 + 12345) & 0xFFFFFFFF
        for _ in range(3):
            state = (state * 69069 + 1) & 0xFFFFFFFF
            state ^= state >> 13
        self.state, self.fuel, self.victims = state, 60, []

    def below(self, n):
        self.state = state = (self.state * 69069 + 1) & 0xFFFFFFFF
        return (state >> 7) % n

    def pick(self, options):
        self.state = state = (self.state * 69069 + 1) & 0xFFFFFFFF
        return options[(state >> 7) % len(options)]

    def victim(self, value):
        self.victims.append(value)
        return value


RAISED = (TypeError, ValueError, KeyError, IndexError, AttributeError, StopIteration, OverflowError, MemoryError,
          ZeroDivisionError, RecursionError, GeneratorExit, OSError)
WRONG = (None, -1, 2**63, -2**63, 2**31, 2**200, 1.5, math.nan, "", "x", b"x", (), (1, 2), NotImplemented, int, len)


def replace_code(value, code):
    value.__code__ = code
    value.__defaults__ = (1, 2, 3)
    value.__kwdefaults__ = {"a": 1}


class Hostile:
    """Makes the special methods; `world` says what they do next."""

    def __init__(self, world):
        self.world, self.pick, self.below = world, world.pick, world.below
        self.changes = {
            list: (lambda v: v.clear(), lambda v: v.extend([7] * 100), lambda v: v.pop(), lambda v: v.append(v),
                   lambda v: v.__setitem__(slice(None), [None]), lambda v: v.sort(), lambda v: v.reverse()),
            bytearray: (lambda v: v.clear(), lambda v: v.extend(b"y" * 300), lambda v: v.pop(),
                        lambda v: v.__setitem__(slice(None), b"z"), lambda v: v.__delitem__(slice(1, None))),
            dict: (lambda v: v.clear(), lambda v: v.update({i: i for i in range(40)}), lambda v: v.popitem(),
                   lambda v: v.__setitem__("x", v), lambda v: v.setdefault(5, 6)),
            set: (lambda v: v.clear(), lambda v: v.update(range(50)), lambda v: v.pop(), lambda v: v.add(1)),
            array.array: (lambda v: v.__delitem__(slice(None)), lambda v: v.extend(v), lambda v: v.pop(),
                          lambda v: v.append(1)),
            memoryview: (lambda v: v.release(), lambda v: v.cast("B").release()),
            io.BytesIO: (lambda v: v.close(), lambda v: v.truncate(0), lambda v: v.seek(1000), lambda v: v.write(b"q" * 200)),
            io.StringIO: (lambda v: v.close(), lambda v: v.truncate(0), lambda v: v.seek(0), lambda v: v.write("q" * 200)),
            type(lambda: 0): (lambda v: replace_code(v, self.other.__code__), lambda v: v.__dict__.clear()),
        }

        def generator():
            yield 1

        self.changes[type(generator())] = (lambda v: v.close(), lambda v: v.send(None), lambda v: v.throw(ValueError),
                                           lambda v: next(v), lambda v: v.throw(GeneratorExit, None, None))
        self.general = (lambda v: next(v), lambda v: v.__init__(), lambda v: v.close(), lambda v: v.__dict__.clear(),
                        lambda v: setattr(v, "__class__", self.pick(self.classes)), lambda v: v.__setstate__(5),
                        lambda v: setattr(v, "__eq__", 5), lambda v: v.__init__(*self.world.victims),
                        lambda v: setattr(v, "x", self.world.victims), lambda v: delattr(v, "x"))
        self.classes = (Fuel, World)

    def other(self, a=1, *b, c=2, **d):
        return a

    def change(self):
        """Changes one of the values of this call."""
        victims = self.world.victims
        if not victims:
            return
        value = self.pick(victims)
        try:
            for kind, changes in self.changes.items():
                if isinstance(value, kind):
                    break
            else:
                changes = self.general
            self.pick(changes)(value)
        except Exception:
            pass

    def act(self):
        world = self.world
        if world.fuel <= 0:
            raise Fuel
        world.fuel -= 1
        choice = self.below(64)
        if choice < 40:
            self.change()
        elif choice < 46:
            raise self.pick(RAISED)(self.pick(WRONG))
        elif choice == 63:
            gc.collect()
        return choice & 3

    def methods(self):
        """A table of all special methods, each of which acts first."""
        act, pick, below = self.act, self.pick, self.below
        world = self.world

        def gives(*right):
            def method(self, *args, **keywords):
                if act():
                    return pick(right)
                return pick(WRONG)
            return method

        def gives_argument(self, *args, **keywords):
            return pick(args) if act() and args else self

        def gives_self(self, *args, **keywords):
            return self if act() else pick(WRONG)

        def iterates(self):
            if act():
                return self
            return iter(pick(([1, 2, 3], "ab", b"ab", {1: 2}, (self,), [(1, 2), ("a", self)])))

        def next_one(self):
            if act() == 3 and below(3) == 0:
                raise StopIteration
            return pick((self, 1, 255, "a", ("a", 1), -1, b"x", 2**70, world.victims))

        table = {
            "__index__": gives(0, 1, 2, 5, -1, 3), "__int__": gives(0, 7, 2**70), "__float__": gives(1.5, math.inf),
            "__bool__": gives(True, False), "__len__": gives(0, 1, 3, 10, 2**40), "__length_hint__": gives(0, 5, 2**60),
            "__hash__": gives(1, 2, 2**61), "__str__": gives("s", "\U0001F600" * 9, ""), "__repr__": gives("r" * 40, "é", ""),
            "__bytes__": gives(b"b", b""), "__format__": gives("f", "x" * 50), "__eq__": gives(True, False, NotImplemented),
            "__ne__": gives(True, False), "__lt__": gives(True, False, NotImplemented), "__le__": gives(True, False),
            "__gt__": gives(True, False), "__ge__": gives(True, False, NotImplemented), "__contains__": gives(True, False),
            "__call__": gives(0, "k", (1, 2), 1.5), "__getitem__": gives(1, "i", b"i"), "__setitem__": gives(None),
            "__delitem__": gives(None), "__missing__": gives(1), "__reversed__": iterates, "__iter__": iterates,
            "__next__": next_one, "__enter__": gives_self, "__exit__": gives(True, False), "__get__": gives_argument,
            "__set__": gives(None), "__delete__": gives(None), "__set_name__": gives(None), "__del__": gives(None),
            "__instancecheck__": gives(True, False), "__subclasscheck__": gives(True, False), "__dir__": gives(["a"], [1], ()),
            "__sizeof__": gives(5), "__init_subclass__": classmethod(gives(None)), "__abs__": gives_self,
            "__round__": gives(1), "__trunc__": gives(1), "__floor__": gives(1), "__ceil__": gives(1), "__neg__": gives_self,
            "__pos__": gives_self, "__invert__": gives_self, "__fspath__": gives("scratch_p", b"scratch_p"),
            "keys": gives(["a"], [1], (), "ab"), "read": gives("text", b"text", ""), "write": gives(1), "readline": gives("l", b""),
        }
        for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift",
                     "and", "or", "xor"):
            table["__%s__" % name] = table["__r%s__" % name] = gives_argument
            table["__i%s__" % name] = gives_self
        return table

    def build(self, bases):
        """Hostile classes of this round: [(label, class, base)].  Each overrides what chance says."""
        table = self.methods()
        act, pick = self.act, self.pick

        def get_attribute(self, name):
            if act():
                raise AttributeError(name)
            return pick(WRONG)

        made = []
        for base in bases:
            for label, share in (("hostile", 2), ("half", 5)):
                names = {name: method for name, method in table.items() if self.below(6) < share}
                if base is not object and share == 2:
                    names.pop("__getitem__", None)
                if self.below(3) == 0:
                    names["__getattr__"] = get_attribute
                try:
                    made.append(("%s %s" % (label, base.__name__), type("H_" + base.__name__, (base,), names), base))
                except TypeError:  # no base for a class
                    pass
        self.classes = tuple(made_class for _, made_class, _ in made)
        return made


BASES = [object, int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, array.array, Exception, OSError,
         StopIteration, UnicodeDecodeError, SyntaxError, type, property, staticmethod, classmethod, io.BytesIO,
         io.StringIO, struct.Struct, weakref.ref, ExceptionGroup, super, enumerate, zip, map, filter, reversed, memoryview]
ARGUMENTS_OF_BASE = {  # what makes an instance; tried from left to right
    int: ((3,), (2**70,)), float: ((1.5,),), str: (("héllo",),), bytes: ((b"bytes",),), bytearray: ((b"bytearray",),),
    list: (([3, 1, 2],),), tuple: (((1, 2, 3),),), dict: (({1: 2, "a": 3},),), set: (({1, 2},),),
    frozenset: (({1, 2},),), array.array: (("h", [1, 2, 3]),), type: (("T", (), {}),), property: ((len,),),
    struct.Struct: (("<hi",),), ExceptionGroup: (("g", [ValueError(1)]),), zip: (([1], [2]),), map: ((len, ["a"]),),
    UnicodeDecodeError: (("utf-8", b"ab", 0, 1, "why"),), filter: ((None, [1, 2]),), enumerate: (([1, 2],),),
    reversed: (([1, 2],),), memoryview: ((b"abc",),), staticmethod: ((len,),), classmethod: ((len,),), io.StringIO: (("text",),),
    io.BytesIO: ((b"text",),), super: ((int, 5),), weakref.ref: ((Fuel,),), SyntaxError: (("m", ("f", 1, 2, "t")),),
}


def self_containing(world):
    kind = world.below(3)
    if kind == 0:
        value = [1, 2]
        value.append(value)
    elif kind == 1:
        value = {}
        value["self"] = value
    else:
        value = ([],)
        value[0].append(value)
    return world.victim(value)


def exhausted(iterator):
    for _ in iterator:
        pass
    return iterator


def released(view):
    view.release()
    return view


def view_of(world, value, slicing=None):
    view = memoryview(world.victim(value))
    return world.victim(view if slicing is None else view[slicing])


def text_file(world):
    with open("scratch_text", "w") as f:
        f.write("line one\nline two\nlast é")
    return world.victim(open("scratch_text", world.pick(("r", "rb", "r+", "w", "ab"))))


def raised(error):
    try:
        raise error
    except BaseException as caught:
        return caught


def makers(world, hostile_classes):
    """{group: [(label, maker)]}"""
    pick, victim = world.pick, world.victim

    def generator(*values):
        got = None
        for value in values:
            try:
                got = yield value if got is None else got
            except ValueError:
                got = 5

    def function(a, b=2, *c, d=4, **e):
        return a

    def delegating(values):
        yield from values

    class Plain:
        x = 1

        def __init__(self, *args, **keywords):
            self.y = args

        def method(self, *args):
            return args

    class Slots:
        __slots__ = ("a", "b")

    class Meta(type):
        pass

    def instance(made, base):
        for args in ARGUMENTS_OF_BASE.get(base, ()):
            try:
                return victim(made(*args))
            except Exception:
                pass
        return victim(made())

    def hostile_instance():
        _, made, base = pick(hostile_classes)
        return instance(made, base)

    def hostile_object():
        return victim(hostile_classes[world.below(2)][1]())

    def constant(*values):
        return [(repr(v)[:24], lambda v=v: v) for v in values]

    def shared(label, make):
        return (label, lambda: victim(make()))

    big_text = "ab\u00e9" * 3000
    groups = {
        "int": constant(0, 1, 2, 3, -1, 5, 8, 10, 255, True),
        "odd int": constant(2**63 - 1, -2**63, 2**63, 2**31, -2**31, 2**31 - 1, 2**32, 2**62, -2**62 - 1, 2**200, -2**200,
                            256, 1114112, 0xD800, 1000, 65536, 2**24, sys.maxsize, 2**61, 2**29, 2**30),
        "float": constant(0.0, -0.0, 1.5, -2.0, math.nan, math.inf, -math.inf, 1e308, 5e-324, 2.0**63, 1e22, 0.1),
        "str": constant("", "a", "abc", "x\0y", "\u00e9", "\ud7ff\ue000", "\U0001F600z", "%s %d", "{} {0!r:>5}", "{a[0].b}", "%(a)*d",
                        "utf-8", "latin-1", "ascii", "strict", "ignore", "replace", "big", "little", "rb", "w", "<hHiIqQ", "3s2x?", "5p", "0s",
                        "B", "d", "e", "n", ">10.3f", "_^+#020,.5e", "c", "x", "=+08X", "{", "}", "%", "{:{}}", "1_000", "0x1f", "-1e400", "nan",
                        "[1, {\"a\": null}]", "[[[[", "\"\\ud800\"", "math", "x.y", "def f(): pass", "1+", "__class__", "__dict__",
                        "__len__", "__eq__", "x", "y", "\n", "\r\n", " \t", "eval", "exec", "scratch_a", "a" * 300, "ß", "İ", "ŉ", "Σ")
        + [("long text", lambda: big_text), ("63 KB of text", lambda: "a" * 65000), ("str of chr", lambda: chr(pick((0, 0x7F, 0x80, 0x10FFFF, 0xFFFF))))],
        "bytes": constant(b"", b"a", b"\xff\xfe\0", b"abc" * 30, b"%s", b"12", b"\xe2\x82", b"\n")
        + [("16 KB of bytes", lambda: bytes(16384)), shared("bytearray", lambda: bytearray(b"hello world")),
           shared("empty bytearray", bytearray), shared("long bytearray", lambda: bytearray(3000)),
           ("memoryview", lambda: view_of(world, bytearray(b"0123456789"))),
           ("strided memoryview", lambda: view_of(world, bytearray(b"0123456789"), slice(8, 0, -3))),
           ("memoryview of h", lambda: view_of(world, array.array("h", [1, 2, 3]))),
           ("memoryview of bytes", lambda: view_of(world, b"const")),
           ("cast memoryview", lambda: victim(view_of(world, bytearray(16)).cast(pick(("i", "H", "d", "c", "?"))))),
           ("released memoryview", lambda: released(view_of(world, bytearray(5)))),
           shared("array of h", lambda: array.array("h", [3, 1, 2])), shared("array of d", lambda: array.array("d", [1.5, 2.5])),
           shared("array of B", lambda: array.array("B", b"bytes")), shared("empty array", lambda: array.array("q"))],
        "container": [
            shared("[]", list), shared("[3, 1, 2]", lambda: [3, 1, 2]), shared("list of str", lambda: ["b", "a", "c"]),
            shared("list of hostile", lambda: [hostile_object(), hostile_object(), 1]), shared("long list", lambda: list(range(300))),
            shared("mixed list", lambda: [1, "a", None, 1.5, [], b"x"]), ("self-containing", lambda: self_containing(world)),
            shared("list of pairs", lambda: [("a", 1), ["b", 2], "cd"]), ("()", lambda: ()), ("(1, 2)", lambda: (1, 2)),
            ("tuple of hostile", lambda: (hostile_object(), 1, hostile_object())), ("nested tuple", lambda: ((1, (2, 3)), [4])),
            ("tuple of types", lambda: (int, str)), ("tuple of str", lambda: ("a", "b")), shared("{}", dict),
            shared("{'a': 1}", lambda: {"a": 1, "b": 2}), shared("dict of int", lambda: {1: 2, 3: 4, None: 5}),
            shared("dict of hostile", lambda: {hostile_object(): 1, 2: hostile_object()}), shared("long dict", lambda: {i: i for i in range(100)}),
            shared("set()", set), shared("{1, 2, 3}", lambda: {1, 2, 3}), ("frozenset", lambda: frozenset((1, "a"))),
            shared("set of hostile", lambda: {hostile_object(), 1}),
            ("range(5)", lambda: range(5)), ("range(10, 0, -3)", lambda: range(10, 0, -3)), ("huge range", lambda: range(2**63 - 3, 2**63 + 3)),
            ("range of huge steps", lambda: range(-2**63, 2**63, 2**62)), ("dict keys", lambda: victim({1: 2, "a": 4}).keys()),
            ("dict items", lambda: victim({1: 2, "a": 4}).items()), ("dict values", lambda: victim({1: 2}).values()),
            ("slice", lambda: slice(pick((None, 0, 1, -1, 2**70)), pick((None, 2, 9, -2**70)), pick((None, 1, -1, 2, 0, 2**70)))),
            ("hostile slice", lambda: slice(hostile_object(), hostile_object(), pick((None, -1, hostile_object())))),
            ("odd slice", lambda: slice("a", 1.5, ())), ("class dict", lambda: Plain.__dict__),
        ],
        "iterator": [
            shared("list iterator", lambda: iter(victim([1, 2, 3]))), shared("dict iterator", lambda: iter(victim({1: 2, 3: 4}))),
            shared("set iterator", lambda: iter(victim({1, 2}))), shared("str iterator", lambda: iter("aé\U0001F600")),
            shared("bytearray iterator", lambda: iter(victim(bytearray(b"abc")))), shared("range iterator", lambda: iter(range(3))),
            shared("array iterator", lambda: iter(victim(array.array("h", [1, 2])))), shared("tuple iterator", lambda: iter((1, 2))),
            shared("reversed list", lambda: reversed(victim([1, 2, 3]))), shared("enumerate", lambda: enumerate(victim(["a", "b"]), 2**63 - 1)),
            shared("zip", lambda: zip(victim([1, 2]), hostile_object())), shared("map", lambda: map(hostile_object(), victim([1, 2]))),
            shared("filter", lambda: filter(hostile_object(), victim([1, 2]))), shared("callable iterator", lambda: iter(hostile_object(), 1)),
            shared("reversed dict", lambda: reversed(victim({1: 2, 3: 4}))), shared("sequence iterator", lambda: iter(hostile_classes[0][1]())),
            shared("generator", lambda: generator(1, 2, 3)), shared("exhausted generator", lambda: exhausted(generator(1, 2))),
            shared("delegating generator", lambda: delegating(hostile_object())), shared("started generator", lambda: started(generator(1, 2, 3))),
            shared("generator expression", lambda: (i for i in victim([1, 2]))), shared("closed generator", lambda: closed(generator(1))),
            shared("exhausted iterator", lambda: exhausted(iter(victim([1])))), shared("struct iterator", lambda: struct.iter_unpack("<h", victim(bytearray(8)))),
            shared("memoryview iterator", lambda: iter(view_of(world, bytearray(5)))), shared("bytes iterator", lambda: iter(b"abc")),
            shared("reversed range", lambda: reversed(range(5))),
        ],
        "callable": [
            ("len", lambda: len), ("int", lambda: int), ("str", lambda: str), ("list", lambda: list), ("type", lambda: type), ("dict", lambda: dict),
            ("object", lambda: object), ("Exception", lambda: Exception), ("ValueError", lambda: ValueError), ("bytes", lambda: bytes),
            ("bytearray", lambda: bytearray), ("memoryview", lambda: memoryview), ("tuple", lambda: tuple), ("float", lambda: float),
            ("BaseException", lambda: BaseException), ("StopIteration", lambda: StopIteration), ("array", lambda: array.array),
            shared("lambda", lambda: lambda *args: args), shared("function", lambda: function_copy(function)), ("method", lambda: Plain(1).method),
            ("list.append", lambda: list.append), ("[].append", lambda: victim([]).append), ("[].sort", lambda: victim([2, 1]).sort),
            ("str.join", lambda: str.join), ("int.__add__", lambda: int.__add__), ("dict.get", lambda: dict.get), ("slot wrapper", lambda: (5).__add__),
            ("Plain", lambda: type("P", (Plain,), {})), ("Slots", lambda: Slots), ("Meta", lambda: Meta), ("hostile class", lambda: pick(hostile_classes)[1]),
            ("property", lambda: property(hostile_object(), len)), ("classmethod", lambda: classmethod(hostile_object())), ("staticmethod", lambda: staticmethod(len)),
            ("getset", lambda: type.__dict__["__name__"]), ("getter", lambda: property.__get__), ("super", lambda: super),
        ],
        "other": [
            ("None", lambda: None), ("...", lambda: ...), ("NotImplemented", lambda: NotImplemented), shared("Plain()", lambda: Plain(1)),
            shared("Slots()", Slots), shared("object()", object), ("ValueError(1)", lambda: ValueError(1)), shared("exception", lambda: raised(KeyError("k"))),
            shared("group", lambda: ExceptionGroup("g", [ValueError(1), TypeError(2)])), ("StopIteration(5)", lambda: StopIteration(5)),
            ("traceback", lambda: raised(OSError(2, "no", "f")).__traceback__), ("math", lambda: math), ("sys", lambda: sys), ("gc", lambda: gc),
            ("code", lambda: function.__code__), ("cell", lambda: instance.__closure__[0]), ("compiled", lambda: compile(pick(("x", "1", "[]", "a=1")), "f", pick(("eval", "exec")))),
            shared("file", lambda: text_file(world)), shared("BytesIO", lambda: io.BytesIO(b"abc\ndef")), shared("StringIO", lambda: io.StringIO("abc\ndef")),
            shared("weak reference", lambda: weakref.ref(hostile_classes[0][1])), shared("proxy", lambda: weakref.proxy(kept(victim(Plain(1))))),
            shared("WeakSet", lambda: weakref.WeakSet([Plain, Meta])), shared("WeakKeyDictionary", lambda: weakref.WeakKeyDictionary({Plain: 1})),
            shared("WeakValueDictionary", lambda: weakref.WeakValueDictionary({1: Plain})), shared("finalize", lambda: weakref.finalize(kept(Plain(1)), len, 5)),
            ("Struct", lambda: struct.Struct(pick(("<hi", "10s", "", ">3Q")))), ("super()", lambda: super(int, True)),
        ],
        "hostile": [("hostile object", hostile_object), ("hostile", hostile_instance), ("hostile too", hostile_instance)],
    }
    groups["keyword"] = constant(
        "key", "default", "reverse", "sep", "end", "file", "flush", "encoding", "errors", "byteorder", "signed", "start", "stop", "step",
        "maxsplit", "keepends", "indent", "separators", "sort_keys", "cls", "name", "obj", "object", "source", "strict", "base", "iterable",
        "sequence", "x", "a", "self", "initial", "repeat", "buffering", "newline", "mode", "closefd", "ndigits", "exp", "mod", "prod", "zz", "", "a b", "é",
        "object_hook", "parse_float", "ensure_ascii", "allow_nan", "rel_tol", "abs_tol", "k", "weights", "format", "tabsize", "metaclass", "callback", "value", "bytes_per_sep", "args")
    if random:
        groups["other"].append(shared("Random", lambda: random.Random(5)))
    if socket:
        groups["other"].append(shared("socket", lambda: quiet_socket(socket.socket())))
    return groups


kept_values = [None] * 16


def kept(value):
    """Keeps the last few alive: what a weak reference is to refer to."""
    kept_values.append(value)
    kept_values.pop(0)
    return value


def quiet_socket(made):
    made.setblocking(False)
    return made


def started(iterator):
    next(iterator)
    return iterator


def closed(iterator):
    iterator.close()
    return iterator


def function_copy(function):
    def copy(a, b=2, *c, d=4, **e):
        return a, b, c, d, e, function
    return copy
