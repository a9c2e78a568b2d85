# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Calls everything with everything, inside the interpreter that is tested.

    ouro confusion.py SEED FROM COUNT [trace]

Walks all that can be called: functions of all modules, constructors, methods and special methods of all types,
operators and statements, attributes set and deleted; and calls it with 0 to 5 arguments and keywords from
confusion_pool.py.  What a call does follows from SEED and its number alone, except for what the earlier calls of
its round (ROUND calls) have done to classes and modules.  Every BEAT calls it says "@ NUMBER" on stderr, where
run.py listens; with `trace` it says before each call what it is.

Every exception is an answer, except SystemError.  All else that is wrong (a signal, a sanitizer's report, a hang)
run.py sees from outside.
"""

import sys

sys.path.insert(0, __file__.rpartition("/")[0] or ".")
import confusion_pool  # noqa: E402

ROUND = 512
BEAT = 128
MODULES = ("builtins", "sys", "gc", "micropython", "time", "math", "struct", "json", "random", "array", "io", "weakref",
           "atexit", "os", "socket", "select", "errno", "cmath", "binascii", "collections", "hashlib", "re", "itertools",
           "functools", "operator", "heapq", "zlib", "string", "types", "copy", "contextlib", "machine", "asyncio", "_thread",
           "vfs", "uctypes", "framebuf", "network", "ssl", "deflate", "cryptolib", "datetime", "base64", "bisect", "enum",
           "dataclasses", "traceback", "platform", "textwrap", "unittest", "logging", "argparse", "pathlib", "tempfile")
NAMES = ("__class__", "__dict__", "__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__mro__", "__code__",
         "__defaults__", "__kwdefaults__", "__globals__", "__closure__", "__self__", "__func__", "__wrapped__", "__traceback__",
         "__cause__", "__context__", "__suppress_context__", "__notes__", "args", "x", "y", "a", "__len__", "__eq__", "__hash__",
         "__iter__", "__call__", "__get__", "__set__", "__del__", "__slots__", "__annotations__", "tb_next", "gi_running",
         "real", "start", "errno", "characters_written", "object", "msg", "value", "name", "closed", "f" * 70, "é")


def harmless_text(words):
    """Names of files: nothing outside the folder in which we run."""
    return ["scratch_" + str(len(w)) if type(w) in (str, bytes) else w for w in words]


def few(limit):
    """Numbers below the limit; an object that says itself which number it is may say a long time."""
    def filtered(word):
        if type(word) in (int, float, bool):
            return word if word < limit else limit
        return limit if hasattr(type(word), "__index__") or hasattr(type(word), "__float__") else word

    return lambda words: [filtered(word) for word in words]


def numeric_hosts(words):
    return ["127.0.0.1" if type(w) is str else w for w in words]


def no_waiting(words):
    return (words + [(), (), ()])[:3] + [0]


# What would end or block the process, change files of others, or disarm this program: how its arguments are made
# harmless, and why.  What it leaves switched on or off is set right by `restore` after each call.
HARMLESS = {
    "os.remove": (harmless_text, "deletes files"), "os.unlink": (harmless_text, "deletes files"),
    "os.rename": (harmless_text, "moves files"), "os.rmdir": (harmless_text, "deletes folders"),
    "os.mkdir": (harmless_text, "makes folders"), "os.chdir": (lambda words: ["."] + words[1:], "the folder is the scratch folder"),
    "io.open": (harmless_text, "writes files"), "builtins.open": (harmless_text, "writes files"),
    "gc.dump": (harmless_text, "writes files"),
    "time.sleep": (few(0.001), "waits"), "time.sleep_ms": (few(2), "waits"), "time.sleep_us": (few(500), "waits"),
    "select.select": (no_waiting, "waits"), "select.poll.poll": (lambda words: words[:1] + [0], "waits"),
    "socket.getaddrinfo": (numeric_hosts, "asks name servers, which cannot be interrupted"),
    "socket.gethostbyname": (numeric_hosts, "asks name servers"),
    "socket.create_connection": (lambda words: [("127.0.0.1", 1), 0.01], "asks name servers, waits"),
    "socket.socket.connect": (lambda words: words[:1] + [("127.0.0.1", 1)], "asks name servers, waits"),
    "socket.socket.connect_ex": (lambda words: words[:1] + [("127.0.0.1", 1)], "asks name servers, waits"),
    "socket.socket.accept": (lambda words: words[:1], "waits, if it were not for setblocking in `restore`"),
    "sys.setrecursionlimit": (lambda words: [300], "a limit of 1 ends this program, one of 2**30 is nothing to test"),
    "micropython.alloc_emergency_exception_buf": (few(1000), "the memory never comes back"),
    "micropython.kbd_intr": (lambda words: words[:0], "run.py ends endless calls by Ctrl-C"),
    "builtins.exec": (lambda words: words[:1] + [{}], "without a dictionary it has this program's names"),
    "builtins.eval": (lambda words: words[:1] + [{}], "the same"),
}
# What is no target at all: the streams that run.py listens to, and what reads the state of this program.
LEFT_OUT = {"sys.stdout", "sys.stderr", "sys.stdin", "sys.__stdout__", "sys.__stderr__", "sys.__stdin__", "builtins.input"}


class Augmented:
    """Statements and operators, as functions of one to three values."""

    @staticmethod
    def all():
        texts = []
        for op in ("+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"):
            texts += ["a %s b" % op, "a %s= b" % op]
        texts += ["a %s b" % op for op in ("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "and")]
        texts += ["-a", "+a", "~a", "not a", "a[b]", "a[b] = c", "del a[b]", "a[b:c]", "a[b:c] = a", "del a[b:c]", "a[::b]", "a[::b] = c",
                  "a[b:c:-1]", "a[b, c]", "a()", "a(b)", "a(b, c)", "a(*b)", "a(**b)", "a(*b, **c)", "a(x=b)", "b, c = a", "b, *c = a", "[*a, *b]",
                  "{**a, **b}", "{*a, b}", "{a: b}", "{a, b, c}", "f'{a}'", "f'{a!r:>30}'", "f'{a:{b}}'", "f'{a!s}{b!a}'", "'%s %r' % (a, b)", "'%d' % a",
                  "'%*.*f' % (a, b, c)", "'%c%x' % (a, b)", "'{} {}'.format(a, b)", "'{0[a]} {0.x}'.format(a)", "b'%b %s' % (a, b)", "a.x", "a.x = b",
                  "del a.x", "a.x += b", "a[b] += c", "a[b:c] += c", "a if b else c", "raise a", "raise a from b", "return a", "assert a, b",
                  "for b in a:\n  if w(): break", "for b, c in a:\n  if w(): break", "[i for i in a if w() or b]", "{i: b for i in a}",
                  "sum(i for i in a)", "while a:\n  if w(): break", "with a: b()", "with a as x, b as y: c()",
                  "try: raise a\nexcept b: c", "try: a()\nexcept b: c()", "try: raise a\nfinally: b()", "try: raise a\nexcept* b: raise",
                  "try:\n try: raise a\n except b: raise c\nfinally: a.x", "class X(a): y = b", "class X(a, b): pass", "class X(a, metaclass=b): pass",
                  "class X(metaclass=a): x = b", "class X(a, x=b): y = c", "class X(b): x = a\nX().x\nX().x = c", "class X:\n __len__ = a\n __iter__ = b\nlen(X()), list(X())",
                  "class X:\n __slots__ = a", "class X:\n __getattr__ = a\n __eq__ = b\nX().z, X() == 1", "@a\ndef f(x=b): return x\nf()", "lambda x=a: b",
                  "def g():\n x = yield a\n yield from x or b\ny = g()\nnext(y), y.send(c), next(y), y.close()",
                  "def g():\n try: yield from a\n except b: yield c\ny = g()\nnext(y), y.throw(b), next(y)",
                  "def f(x, *y, z=a, **t): return x, y, z, t\nf(*b, **c)", "isinstance(a, b), issubclass(a, b)", "isinstance(a, (b, (c, int)))",
                  "sorted(a, key=b, reverse=True)", "a.sort(key=b)", "max(a, key=b), min(*a, default=c)", "a.__class__ = b", "a.__dict__ = b", "a.__init__(b, c)",
                  "super(a, b).x", "super(a, b).__init__(c)", "a.__get__(b, c)", "print(a, b, sep=c, file=S())", "print(a, end=b, file=c)",
                  "import math as m\nm.sqrt(a), m.pow(a, b)", "next(a, b), iter(a, b)", "''.join(a), b''.join(b)", "dict(a, **b)", "str(a, b, c)",
                  "a.join(b), a.replace(b, c), a.split(b, c)", "a.update(b), a.extend(b), a.insert(b, c)", "memoryview(a)[b] = c", "memoryview(a)[b:c] = a",
                  "a @ b", "divmod(a, b)", "pow(a, b, c)", "round(a, b)", "hash(a), hash((a, b))", "repr(a), str([a, b, c])", "bytes(a), bytearray(b)",
                  "float(a), int(b), bool(c), int(a, b)", "list(a), tuple(b), set(c), dict(b)", "slice(a, b, c).indices(10), slice(a).indices(b)",
                  "a == b != c < a", "a < b < c", "range(a, b, c)[1:2]", "zip(a, b, c), list(zip(a, b, strict=c))", "list(map(a, b, c))", "any(a), all(b), sum(c, a)",
                  "vars(a), dir(b)", "getattr(a, b, c)", "setattr(a, b, c)", "delattr(a, b)", "hasattr(a, b)", "x = a\ndel x, a, b, c", "global zz\nzz = a\ndel zz",
                  "t = a, b, c\nb, (c, *a) = t[::-1]", "*a, b = c", "a[b][c]", "a.x.y", "a.x(b)(c)", "x = a()\nx[b] = c"]
        made = []
        for text in texts:
            lines = text.split("\n")
            source = "def f(a, b, c, w, S):\n " + "\n ".join(lines)
            if len(lines) == 1 and not text.startswith(("raise", "return", "assert", "del", "class", "with", "x =")):
                try:
                    compile(text, "expression", "eval")
                    source = "def f(a, b, c, w, S):\n return " + text
                except SyntaxError:
                    pass
            names = {}
            try:
                exec(source, names)
            except SyntaxError:  # a build with less of Python
                continue
            made.append((text.replace("\n", "; "), names["f"]))
        return made


def walk(groups):
    """(functions, types): [(label, function)], [(label, type)], every one once."""
    functions, kinds, seen = [], [], []

    def found(label, value):
        if label in LEFT_OUT or any(value is other for other in seen):
            return
        seen.append(value)
        if isinstance(value, type):
            kinds.append((label, value))
        elif callable(value):
            functions.append((label, value))

    for name in MODULES:
        try:
            module = __import__(name)
        except ImportError:
            continue
        for attribute in sorted(dir(module)):
            found("%s.%s" % (name, attribute), getattr(module, attribute))
    for made in groups.values():
        for label, make in made:
            try:
                kind = type(make())
            except BaseException:  # hostile ones raise GeneratorExit, too
                continue
            if not kind.__name__.startswith("H_"):
                found("type of " + label, kind)
    for value in ((1).__add__, int.__add__, type.__dict__["__name__"], [].append, list.append, sys, Ellipsis, NotImplemented,
                  print, (lambda: 0).__code__, super(int, 1), walk.__get__(1), property(), type.__dict__):
        found("type of %r" % value, type(value))
    return functions, kinds


def receivers(groups, kinds):
    """For each type the makers of its instances; a type without any is called with chance arguments."""
    found = {kind: [] for _, kind in kinds}
    for made in groups.values():
        for label, make in made:
            try:
                value = make()
            except BaseException:
                continue
            for kind in found:
                if type(value) is kind or (kind is not object and isinstance(value, kind)):
                    found[kind].append((label, make))
    return found


def targets_of(functions, kinds):
    """[(weight class, label, how, what, name)]"""
    calls, methods = [], []
    for label, function in functions:
        calls.append((label, function, None))
    for label, kind in kinds:
        calls.append((label, kind, None))
        for name in sorted(dir(kind)):
            methods.append(("%s.%s" % (label, name), kind, name))
    return calls, methods


def main():
    seed, first, count = (int(word) for word in sys.argv[1:4])
    trace = len(sys.argv) > 4
    say, flush = sys.stderr.write, sys.stderr.flush
    world = confusion_pool.World()
    hostile = confusion_pool.Hostile(world)
    pick, below = world.pick, world.below
    import atexit
    import builtins
    import gc
    import micropython
    from io import StringIO

    enable, enabled, collect = gc.enable, gc.isenabled, gc.collect
    locked, unlock = micropython.heap_locked, micropython.heap_unlock
    run_exits, hook = atexit._run_exitfuncs, lambda error: None
    threshold, pause = gc.threshold, gc.pause
    set_limit, limit = sys.setrecursionlimit, sys.getrecursionlimit()
    get, put, call_type, cut = getattr, setattr, type, isinstance
    Base, System, Interrupt = BaseException, SystemError, KeyboardInterrupt

    def fresh_round(number):
        world.start(seed, number + 0x40000000)
        world.fuel = 10**6
        classes = hostile.build(confusion_pool.BASES)
        made = confusion_pool.makers(world, classes)
        return made

    groups = fresh_round(0)
    functions, kinds = walk(groups)
    calls, methods = targets_of(functions, kinds)
    statements = Augmented.all()
    module_states = [(m, dict(vars(m))) for m in {sys.modules[n] for n in MODULES if n in sys.modules}]
    module_states.append((confusion_pool, dict(vars(confusion_pool))))
    modules, kept_modules = sys.modules, dict(sys.modules)

    def repair():
        """Once a round: what calls have changed in modules."""
        for module, state in module_states:
            names = vars(module)
            for name in list(names):
                if name not in state:
                    del names[name]
            for name, value in state.items():
                if names.get(name, names) is not value:
                    names[name] = value
        for name in list(modules):
            if name not in kept_modules:
                del modules[name]
        modules.update(kept_modules)
        sys.unraisablehook = hook
        try:
            run_exits()
        except Base:
            pass

    group_names = ("int", "int", "odd int", "float", "str", "str", "bytes", "container", "container", "iterator", "callable", "other",
                   "hostile", "hostile", "hostile")
    counts = (0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5)

    def argument(labels):
        label, make = pick(groups[pick(group_names)])
        labels.append(label)
        return make()

    def keywords(labels):
        words = {}
        for _ in range(below(3) + 1):
            label, make = pick(groups["keyword"])
            name = make()
            labels.append(label + "=")
            words[name] = argument(labels)
        return words

    def plan():
        """(label, function, arguments, keywords, labels): what this call is to be."""
        labels, chance = [], below(100)
        if chance < 22:
            label, function = pick(statements)
            return label, function, [argument(labels), argument(labels), argument(labels), lambda: below(40) == 0, StringIO], {}, labels
        if chance < 32:
            return attribute_call(labels)
        if chance < 58:
            label, function, _ = pick(calls)
            words = []
        else:
            label, kind, name = pick(methods)
            words = [receiver(kind, labels)]
            function = get(kind, name)
            if chance < 70 and cut(words[0], kind):
                function, words = get(words[0], name), []
                label = "bound " + label
        words += [argument(labels) for _ in range(pick(counts))]
        if label in HARMLESS:
            words = HARMLESS[label][0](words)
        world.victims.extend(words)
        return label, function, words, keywords(labels) if below(7) == 0 else {}, labels

    def receiver(kind, labels):
        choices = kinds_made.get(kind)
        if choices and below(10):
            label, make = pick(choices)
            labels.append(label)
            return make()
        if below(3):
            try:
                return kind(*[argument(labels) for _ in range(below(3))])
            except Exception:
                pass
        return argument(labels)

    def attribute_call(labels):
        value = argument(labels)
        chance = below(3)
        name = pick(NAMES) if below(3) == 0 else pick(dir(call_type(value)))
        labels.append(name)
        if chance == 0:
            return "getattr", get, [value, name], {}, labels
        if chance == 1:
            return "setattr", put, [value, name, argument(labels)], {}, labels
        return "delattr", delattr, [value, name], {}, labels

    def follow(result):
        """Does something more with the result: a method of it, or its text."""
        chance = below(8)
        if chance == 0:
            repr(result)
        elif chance == 1:
            next(result)
        elif chance < 5 and result is not None:
            if result is builtins.__dict__ or result is modules or cut(result, call_type(sys)):
                return
            world.victims.append(result)
            name = pick(dir(call_type(result)))
            if name not in ("connect", "connect_ex", "accept", "poll"):
                get(result, name)(*[argument([]) for _ in range(below(3))])

    kinds_made = receivers(groups, kinds)
    if trace:
        say("%d functions and types, %d methods, %d statements\n" % (len(calls), len(methods), len(statements)))
    number = first - first % ROUND
    groups = fresh_round(number)
    number, failed = first, 0
    while number < first + count:
        try:
            if number % ROUND == 0:
                repair()
                groups = fresh_round(number)
            if number % BEAT == 0:
                say("@ %d\n" % number)
                flush()
            world.start(seed, number)
            label, function, words, named, labels = plan()
            if trace:
                say("@ %d %s %s\n" % (number, label, ", ".join(labels)))
                flush()
            try:
                result = function(*words, **named)
            except Base as caught:
                result = caught
                if call_type(caught) is Interrupt:
                    say("@interrupted %d %s %s\n" % (number, label, ", ".join(labels)))
            try:
                follow(result)
            except Base as caught:
                result = caught
            if call_type(result) is System and "SystemError" not in label:
                say("@SystemError %d %s %s: %s\n" % (number, label, ", ".join(labels), result))
        except Base as caught:  # of this program itself: while it makes arguments
            if call_type(caught) is Interrupt:
                say("@interrupted %d\n" % number)
            elif call_type(caught) is System:
                say("@SystemError %d\n" % number)
            failed += 1
            if trace:
                say("@ not called: %s\n" % call_type(caught).__name__)
        result = words = named = function = caught = None
        try:
            while locked():
                unlock()
            if not enabled():
                enable()
            threshold(-1)
            pause(0)
            set_limit(limit)
        except Base:
            pass
        number += 1
    collect()
    say("@done %d %d\n" % (number, failed))


main()
