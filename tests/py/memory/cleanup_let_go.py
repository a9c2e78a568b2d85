# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, weakref
# Shows: one gc.collect() finds what the program has let go of a moment ago, however it held it: no register that
#        waits for a result, and no variable of C code, keeps it.
import gc
import weakref


class Ring:
    def __init__(self, *args, **keywords):
        self.me = self

    def method(self, *args, **keywords):
        return self

    def __add__(self, other):
        return Ring()

    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1

    def __getitem__(self, key):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def __iter__(self):
        yield self


def same(x, *rest, **keywords):
    return x


def gone(ref):
    gc.collect()
    return ref() is None


kept = []


def check(name, result):
    if not result:
        kept.append(name)


def values():
    x = Ring()
    r = weakref.ref(x)
    x = None
    check('variable', gone(r))
    x = Ring()
    r = weakref.ref(x)
    del x
    check('del', gone(r))
    check('argument', gone(weakref.ref(Ring())))
    check('index', gone(weakref.ref([Ring()][0])))
    check('keyword', gone(weakref.ref(same(x=Ring()))))
    check('star', gone(weakref.ref(same(*[Ring()]))))
    check('method', gone(weakref.ref(Ring().method(1, a=2))))
    check('method of method', gone(weakref.ref(Ring().method().method().method())))
    check('operator', gone(weakref.ref(Ring() + Ring())))
    check('subscript', gone(weakref.ref(Ring()[Ring()])))
    check('max', gone(weakref.ref(max([Ring(), Ring()], key=id))))
    check('sorted', gone(weakref.ref(sorted([Ring(), Ring()], key=id)[1])))
    check('map', gone(weakref.ref(list(map(same, [Ring()]))[0])))
    check('condition', gone(weakref.ref(Ring() if r else None)))
    check('or', gone(weakref.ref(None or Ring())))
    check('next', gone(weakref.ref(next(iter(Ring())))))
    check('text', gone(weakref.ref(same(Ring(), f'{Ring()!r} {Ring().me}'))))
    check('lambda', gone(weakref.ref((lambda x=Ring(): x)())))
    m = Ring().method
    r = weakref.ref(m.__self__)
    m = None
    check('bound method', gone(r))


def containers():
    a = [Ring()]
    r = weakref.ref(a[0])
    a.pop()
    check('pop', gone(r))
    a = [Ring()]
    r = weakref.ref(a[0])
    a.pop()
    gc.collect()
    check('pop, collected here', r() is None)
    a = [Ring()]
    r = weakref.ref(a[0])
    a[0] = None
    check('item', gone(r))
    a = [1, Ring()]
    r = weakref.ref(a[1])
    del a[1]
    check('del item', gone(r))
    a = [Ring(), 2]
    r = weakref.ref(a[0])
    a.clear()
    check('clear', gone(r))
    d = {1: Ring()}
    r = weakref.ref(d[1])
    d.pop(1)
    check('dict.pop', gone(r))
    d = {Ring(): 1}
    r = weakref.ref(next(iter(d)))
    d.popitem()
    check('popitem', gone(r))
    s = {Ring()}
    r = weakref.ref(next(iter(s)))
    s.pop()
    check('set.pop', gone(r))
    a, b = Ring(), Ring()
    r = weakref.ref(b)
    a = b = None
    check('unpacked', gone(r))
    holder = Ring()
    holder.other = Ring()
    r = weakref.ref(holder.other)
    del holder.other
    check('attribute', gone(r))


def statements():
    for x in [Ring(), Ring()]:
        r = weakref.ref(x)
    x = None
    check('for', gone(r))
    refs = [weakref.ref(x) for x in [Ring(), Ring()]]
    check('comprehension', gone(refs[0]) and gone(refs[1]))
    with Ring() as x:
        r = weakref.ref(x)
    x = None
    check('with', gone(r))
    try:
        raise ValueError(Ring())
    except ValueError as e:
        r = weakref.ref(e.args[0])
    check('exception', gone(r))
    g = (x for x in [Ring()])
    r = weakref.ref(next(g))
    g = None
    check('generator', gone(r))
    x = Ring()
    x += 1
    r = weakref.ref(x)
    x = None
    check('+=', gone(r))
    r = weakref.ref(Ring())
    assert not Ring() == Ring()
    check('comparison', gone(r))


for i in range(3):
    values()
    containers()
    statements()
print(kept)
