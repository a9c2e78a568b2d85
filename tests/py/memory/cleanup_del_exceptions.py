# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""An exception in __del__ or a callback is reported, contained, and keeps none of the others from running."""
import gc
import sys
import weakref

reports = []


def hook(args):
    reports.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None,
                    getattr(args.object, "__qualname__", type(args.object).__name__)))


sys.unraisablehook = hook
log = []


class Bad:
    def __init__(self, name, error):
        self.name = name
        self.error = error
        self.me = self

    def __del__(self):
        log.append(self.name)
        raise self.error


class Good:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        log.append(self.name)


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


def mixed():
    errors = [ValueError("v"), KeyError("k"), KeyboardInterrupt("ki"), SystemExit(3), StopIteration("s"),
              GeneratorExit("g"), ZeroDivisionError("z")]
    for i, error in enumerate(errors):
        Bad("bad%d" % i, error)
        Good("good%d" % i)


mixed()
collect()
print(sorted(log))
for r in sorted(reports):
    print(r)
reports.clear()
log.clear()

# not while another exception is handled or on its way: both go on undisturbed
def handled():
    try:
        raise LookupError("outer")
    except LookupError as error:
        Bad("inside", ValueError("inner"))
        collect()
        print("still", repr(sys.exc_info()[1]), error.args)
    try:
        try:
            Bad("again", ValueError("inner"))
            raise OSError("on its way")
        finally:
            collect()
    except OSError as error:
        print("arrived", error, type(error.__context__).__name__)


handled()
collect()
print(sorted(log), len(reports))
reports.clear()


def callback(ref):
    raise RuntimeError("callback")


class Target:
    pass


kept = []


def with_callback():
    t = Target()
    kept.append(weakref.ref(t, callback))
    kept.append(weakref.ref(t, lambda ref: log.append("the other one")))


log.clear()
with_callback()
collect()
print(reports, log)
reports.clear()


def stubborn():
    try:
        yield 1
    finally:
        raise ArithmeticError("in finally")


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def drop_generators():
    next(stubborn())


drop_generators()
collect()
print(reports)
reports.clear()


def drop_ignoring():
    next(ignores())


drop_ignoring()
collect()
print([(r[0], r[1], r[3]) for r in reports])
reports.clear()


# the hook itself may fail: then that is reported on stderr, and nothing else happens
def bad_hook(args):
    raise TypeError("hook")


sys.unraisablehook = bad_hook
drop_generators()
collect()
sys.unraisablehook = sys.__unraisablehook__
drop_generators()
collect()
print("end")
