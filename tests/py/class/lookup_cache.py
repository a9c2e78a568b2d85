# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: where a name was found last time is not believed when it is no longer there: types, instances, globals, builtins.
# needs: eval


def names_of(n):
    return ["attribute_%d" % i for i in range(n)]


def make(name, bases, space):
    return type(name, bases, space)


# Many lookups, so that there is something to remember, and more classes than a small machine has versions.
classes = [make("C%d" % i, (), {"value": i, "get": lambda self, i=i: i, "twice": lambda self: self.get() * 2}) for i in range(700)]
print(sum(c.value for c in classes), sum(c().get() for c in classes), sum(c().twice() for c in classes))
for _ in range(3):
    print(sum(c.value for c in classes[::7]), sum(c().twice() for c in classes[::7]))


class Base:
    kind = "base"

    def method(self):
        return "method of Base"


class Middle(Base):
    pass


class Derived(Middle):
    def __init__(self):
        self.slot = 1


def look(o):
    return o.kind, o.method(), o.slot


d = Derived()
for _ in range(5):
    print(look(d))
Middle.kind = "middle"
print(look(d))
Middle.method = lambda self: "method of Middle"
print(look(d))
d.method = lambda: "of the instance"
print(look(d))
del d.method
d.kind = "of the instance"
print(look(d))
del Middle.method, Middle.kind
print(look(d))
Derived.slot = property(lambda self: "property")
print(look(d))
del Derived.slot
print(look(d))
Derived.__getattribute__ = lambda self, name: (lambda: name) if name == "method" else name
print(look(d))
del Derived.__getattribute__
print(look(d))


class Guarded:
    @property
    def broken(self):
        return self.absent

    def __getattr__(self, name):
        return "instead of " + name


g = Guarded()
print([g.broken for _ in range(3)], [g.other for _ in range(3)])


class Stores:
    pass


def store(o, v):
    o.x = v


s = Stores()
for i in range(3):
    store(s, i)
print(s.x)
Stores.__setattr__ = lambda self, name, v: object.__setattr__(self, name, -v)
for i in range(3):
    store(s, i)
print(s.x)
del Stores.__setattr__
store(s, 7)
print(s.x)


class Made:
    def __init__(self, v=0):
        self.v = v


def new():
    return Made().v


print([new() for _ in range(3)])
Made.__init__ = lambda self: setattr(self, "v", "another __init__")
print(new())
Made.__new__ = lambda cls: "no instance"
try:
    print(new())
except AttributeError as e:
    print("AttributeError")

# Globals and builtins.


def length(x):
    return len(x)


print([length("abc") for _ in range(3)])
len = lambda x: "a global of this name"
print(length("abc"))
del len
print(length("abc"))
globals()["len"] = lambda x: "set through globals()"
print(length("abc"))
globals().pop("len")
print(length("abc"))
import builtins

original = builtins.len
builtins.len = lambda x: "set in builtins"
print(length("abc"))
builtins.len = original
print(length("abc"))
space = {"abs": lambda x: "its own", "result": []}
source = "for i in range(3): result.append(abs(-1))"
exec(source, space)
print(space["result"], abs(-1))
other = {"result": []}
exec(source, other)
print(other["result"])
late = {}
exec("def f():\n    return max(1, 2)\n", late)
print([late["f"]() for _ in range(3)])
late["max"] = lambda *a: "late"
print(late["f"](), max(1, 2))
late.clear()
try:
    exec("f()", late)
except NameError as e:
    print(e)

# One name at different places of many dicts.
modules = []
for i in range(20):
    m = {"pad%d" % k: k for k in range(i)}
    m["shared"] = i
    exec("def f():\n    return shared\n", m)
    modules.append(m)
for _ in range(3):
    print([m["f"]() for m in modules])
for m in modules:
    m["shared"] = -m["shared"]
    m.pop("pad0", None)
print([m["f"]() for m in modules])

# More names than fit, on objects of several classes, in turn.
objects = []
for c in range(8):
    o = make("O%d" % c, (), {})()
    for i, name in enumerate(names_of(40)):
        setattr(o, name, (c, i))
    objects.append(o)
code = "def read(o):\n    return (%s)\n" % ", ".join("o." + n for n in names_of(40))
exec(code)
for _ in range(3):
    print(all(read(o) == tuple((c, i) for i in range(40)) for c, o in enumerate(objects)))
