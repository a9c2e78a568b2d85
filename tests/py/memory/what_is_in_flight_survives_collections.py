# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, eval, percent, set
#
# A collection, in which blocks may move, in the middle of iterating, generating, raising, sorting, calling
# with many arguments, defining classes, comparing, hashing, importing and formatting.
import gc


def churn():
    junk = [[i, {i: [i]}] for i in range(60)]
    gc.collect()
    return len(junk)


# iterators of every sort
data = [[i] for i in range(6)]
d = {('k', i): [i] for i in range(6)}
s = {('s', i) for i in range(6)}
iterators = [iter(data), iter(tuple(data)), iter(d), iter(d.items()), iter(d.values()), reversed(data), reversed(d),
             enumerate(data), zip(data, d), map(lambda x: x + [0], data), filter(None, data), iter(range(10 ** 20, 10 ** 20 + 6)),
             iter('abcdéf'), iter(b'abcdef'), iter(bytearray(b'abcdef'))]
out = []
for round in range(6):
    for it in iterators:
        out.append(next(it))
        churn()
print(out)
it, seen = iter(s), []
for x in it:
    seen.append(x)
    churn()
print(sorted(seen))


# generators that run in each other
def inner(n):
    local = ['inner', n]
    try:
        for i in range(n):
            got = yield [i, local]
            churn()
            if got:
                local.append(got)
    except ValueError as e:
        churn()
        local.append(str(e))
        yield local
    return local


def outer(n):
    name = 'outer %d' % n
    result = yield from inner(n)
    churn()
    yield name, result


g = outer(3)
print(next(g), g.send('sent'), end=' ')
churn()
print(g.throw(ValueError('thrown in')), list(g))
many = [inner(i) for i in range(5)]
for i in range(4):
    print([next(x, None) for x in many], churn())


# exceptions
def deep(n, why):
    local = [n] * 3
    try:
        if n == 0:
            raise KeyError(why)
        deep(n - 1, why)
    except KeyError as e:
        churn()
        local.append(e.args[0])
        if n == 3:
            raise RuntimeError(local) from e
        raise
    finally:
        churn()
        local.append('finally')


try:
    deep(5, ['a list'])
except RuntimeError as e:
    caught = e
churn()
lines, tb = [], caught.__traceback__
while tb:
    lines.append(tb.tb_lineno > 0)
    tb = tb.tb_next
print(repr(caught), repr(caught.__cause__), caught.__context__ is caught.__cause__, lines)


# what C code does
class Number:
    def __init__(self, n):
        self.n = [n]

    def __lt__(self, other):
        churn()
        return self.n < other.n

    def __eq__(self, other):
        churn()
        return self.n == other.n

    def __hash__(self):
        churn()
        return self.n[0] % 4

    def __repr__(self):
        churn()
        return 'N' + str(self.n[0])

    def __add__(self, other):
        churn()
        return Number(self.n[0] + other.n[0])

    def __format__(self, spec):
        churn()
        return spec + str(self.n)

    def __index__(self):
        churn()
        return self.n[0]

    def __iter__(self):
        for i in range(self.n[0]):
            churn()
            yield [i]


numbers = [Number(i * 7 % 11) for i in range(11)]
print(sorted(numbers), sorted(numbers, key=lambda x: (churn(), -x.n[0])[1]), min(numbers), max(numbers))
print({x: x.n for x in numbers}, set(numbers) == set(numbers), numbers.index(Number(4)), Number(4) in numbers)
print(sum(numbers, Number(0)), '{0:a}{1:b}'.format(*numbers), f'{numbers[2]:c}{numbers[3]!r}', '%s %r' % (numbers[4], numbers[5]))
print(list(range(20))[Number(3):Number(9):Number(2)], bytes([Number(5), Number(6)]), [*Number(3)], (*Number(2), *Number(1)))
print(''.join(str(x) for x in numbers), ' '.join(map(repr, numbers)), list(zip(Number(2), numbers)))


def arguments(a, *rest, key=None, **others):
    churn()
    return a, rest, key, others


print(arguments([1], *[[2], [3]], key={'k': [4]}, **{'x' + str(i): [i] for i in range(3)}))
print(arguments(*Number(3), **dict(zip('pqr', Number(3)))))


# classes
def make(i):
    churn()

    class Local(Number):
        value = [i]
        churn()

        def __init_subclass__(cls, **kw):
            churn()
            cls.kw = kw

        def who(self):
            churn()
            return super().__repr__() + type(self).__name__ + str(self.value)

    class Sub(Local, option=[i]):
        pass

    churn()
    return Sub


classes = [make(i) for i in range(4)]
print([c(i).who() for i, c in enumerate(classes)], [c.kw for c in classes], [c.__mro__[1].__name__ for c in classes])


# attributes of functions
def counted():
    counted.calls.append(len(counted.calls))
    return counted.calls


counted.calls = []
functions = []
for i in range(8):
    def f(x=[i]):
        return x
    f.tag = ['tag', i]
    if i % 2:
        functions.append(f)
    churn()
    counted()
print(counted(), [(f.tag, f(), sorted(f.__dict__)) for f in functions])
functions[0].__dict__ = {'new': [1]}
churn()
print(functions[0].new, hasattr(functions[0], 'tag'), functions[1].tag)

# code that is compiled meanwhile
space = {'churn': churn}
for i in range(5):
    exec('name%d = [%d, churn()]\ndef fn%d(a, b=[%d]):\n    churn()\n    return (a, b, name%d, %d.5, "text %d", (1, 2, %d))\n'
         % ((i,) * 8), space)
print([space['fn%d' % i](i) for i in range(5)], eval('[churn() for x in fn1(3) if churn()]', space))
with_cells = [lambda y, x=x: (x, y, churn()) for x in data]
print([f([2]) for f in with_cells])
