# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""A generator that is dropped inside try or with is closed: finally runs, once."""
import gc
import weakref


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


log = []


def plain(n):
    try:
        yield 1
        yield 2
    finally:
        log.append(n)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        log.append(("exit", t.__name__ if t else None))


def with_block():
    with Manager():
        yield 1
        yield 2


def drop_started(make, *args):
    g = make(*args)
    next(g)


def drop_new(make, *args):
    make(*args)


def drop_finished(make, *args):
    for x in make(*args):
        pass


def show(what):
    collect()
    print(what, log)
    log.clear()


drop_started(plain, "started")
show("started")
drop_new(plain, "new")
show("new")
drop_finished(plain, "finished")
show("finished")
drop_started(with_block)
show("with")


def closed_by_hand():
    g = plain("by hand")
    next(g)
    g.close()


closed_by_hand()
show("closed by hand")


def loop_with_break():
    for x in plain("break"):
        break


loop_with_break()
show("break")


def catches():
    try:
        yield 1
    except GeneratorExit:
        log.append("caught")
        raise
    else:
        log.append("never")


drop_started(catches)
show("except")


def nested():
    try:
        try:
            yield 1
        finally:
            log.append("inner")
    finally:
        log.append("outer")


drop_started(nested)
show("nested")


def delegating():
    try:
        yield from plain("delegated")
    finally:
        log.append("delegating")


drop_started(delegating)
show("yield from")


def simple_delegating(inner):
    yield from inner


def shared_inner():
    inner = plain("shared")
    drop_started(simple_delegating, inner)
    collect()
    print("the inner one is closed, too:", list(inner))


shared_inner()
show("shared")


def outside():
    try:
        log.append("in")
    finally:
        log.append("out")
    yield 1
    log.append("never")


drop_started(outside)
show("not inside")


# in a ring with its own frame
def ring(box):
    me = box
    try:
        yield 1
    finally:
        log.append(len(me))


def make_ring():
    box = []
    box.append(ring(box))
    next(box[0])


make_ring()
show("ring")


# what finally keeps alive stays
saved = []


def saves():
    value = {"key": [1, 2, 3]}
    try:
        yield 1
    finally:
        saved.append(value)
        log.append("saved")


drop_started(saves)
show("saves")
print(saved)

# many
for i in range(200):
    drop_started(plain, i)
collect()
print(sorted(log) == list(range(200)))
log.clear()

# with weak references and __del__ around
class Local:
    def __del__(self):
        log.append("local gone")


def holds():
    local = Local()
    try:
        yield 1
    finally:
        log.append("finally first")


refs = []


def drop_with_ref():
    g = holds()
    next(g)
    refs.append(weakref.ref(g, lambda r: log.append("callback")))


drop_with_ref()
collect()
collect()
print(sorted(log), refs[0]())
log.clear()


# generator expressions and send/throw still work on what is kept
def both():
    received = []
    while True:
        try:
            received.append((yield len(received)))
        except KeyError:
            received.append("key")


b = both()
print(next(b), b.send(1), b.throw(KeyError("k")), b.send(2))
b = None
show("both")
