# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, groups, io-memory, percent, text-methods
# Shows: tracebacks of groups as text, in boxes, with notes, chains, and limits of depth and width.
import sys

try:
    import io
    from traceback import format_exception
    def text(e):
        if margin_forgotten:
            lines = ''.join(format_exception(e)).split('\n')
        else:
            sys.stderr = io.StringIO()
            sys.__excepthook__(type(e), e, e.__traceback__)
            lines = sys.stderr.getvalue().split('\n')
            sys.stderr = sys.__stderr__
        kept, in_source = [], False
        for line in lines:  # Ouro keeps no source lines
            bare = line.split('| ', 1)[1] if line.lstrip(' ')[:2] in ('| ', '+ ') and '| ' in line else line
            if in_source and bare.startswith('    '):
                continue
            in_source = bare.startswith('  File "')
            kept.append(line)
        return '\n'.join(kept)
except (ImportError, AttributeError):
    class Out:
        def __init__(self):
            self.parts = []
        def write(self, part):
            self.parts.append(part)
    def text(e):
        out = Out()
        sys.print_exception(e, out)
        return ''.join(out.parts)

def show(f):
    print('-----', f.__name__)
    try:
        f()
    except BaseException as e:
        out = []
        for line in text(e).split('\n'):
            start, quote, rest = line.partition('File "')
            out.append(start + quote + (rest.split('/')[-1] if quote else rest))
        print('\n'.join(out), end='')

G = ExceptionGroup
def leaf(x, kind=ValueError):
    raise kind(x)
def get(f, *args):
    try:
        f(*args)
    except BaseException as e:
        return e
def chain(a, b):
    try:
        leaf(a)
    except Exception as e:
        raise TypeError(b)
def cause(a, b):
    try:
        leaf(a)
    except Exception as e:
        raise TypeError(b) from e
def group(message, *members):
    raise G(message, members)

one = get(group, 'one', get(leaf, 1), KeyError('k'), get(chain, 2, 3), get(cause, 4, 5))
one.add_note('note\nsecond line')
one.exceptions[0].add_note('leaf note')
outer = get(group, 'outer', ValueError('multi\nline'), get(group, 'inner', one, OSError(2, 'x')))

def plain():
    raise G('plain', [ValueError(1)])
def not_raised():
    raise BaseExceptionGroup('b', [G('in', [ValueError()]), KeyboardInterrupt()])
def big():
    raise outer
def star():
    try:
        raise outer
    except* OSError:
        try:
            group('in handler', ValueError('q'))
        except* ValueError:
            leaf('new')
    except* KeyError as e:
        raise
def context():
    try:
        star()
    except* Exception as e:
        x = ValueError('during')
        x.__notes__ = ['a', 5, '', 'b\n\nc\n']
        raise x
def from_group():
    try:
        star()
    except BaseException as e:
        raise ValueError('from group') from e
def group_from():
    raise G('g', [ValueError(1)]) from KeyError('cause')
def no_frames():
    try:
        raise G('g', [ValueError(1)])
    except* ValueError:
        raise G('x', [get(leaf, 1)]) from None
def deep():
    e = ValueError('bottom')
    for i in range(14):
        e = G('d%d' % i, [e, TypeError(i)])
    raise e
def wide():
    raise G('wide', [ValueError(i) for i in range(18)])
def wide_by_one():
    raise BaseExceptionGroup('wide', [KeyboardInterrupt(i) for i in range(16)])
def just_fits():
    raise G('fits', [ValueError(i) for i in range(15)])
def strange_notes():
    y = ValueError('w')
    y.__notes__ = 'str'
    z = ValueError('x')
    z.__notes__ = ('tu', 'ple')
    n = ValueError('none')
    n.__notes__ = None
    raise G('notes', [y, z, n])
class Noted(Exception):
    pass
def note_of_class():
    e = Noted('m')
    e.add_note('kept in the instance')
    e.add_note('second')
    raise e
class BadNote:
    def __str__(self):
        raise ValueError
    __repr__ = __str__
def failing_notes():
    e, f = ValueError(1), ValueError(2)
    e.__notes__ = [BadNote(), 'ok']
    raise G('f', [e])
def closing():
    raise G('a', [G('b', [G('c', [ValueError(1)])])])
def closing_chain():
    try:
        raise G('p', [ValueError(1)])
    except G as e:
        i = e
    try:
        raise KeyError
    except KeyError:
        try:
            raise G('q', [ValueError(2), i])
        except G as e:
            j = e
    i.__cause__ = OSError('c')
    raise G('r', [j])
def group_as_cause_of_last():
    v = ValueError('v')
    v.__cause__ = G('c', [KeyError(1), KeyError(2)])
    raise G('r', [TypeError(1), v])
def cycle():
    a, b = ValueError('a'), ValueError('b')
    a.__context__, b.__context__ = b, a
    raise G('cycle', [a])
class Sub(G):
    def derive(self, excs):
        return Sub(self.message, excs)
def derived():
    raise Sub('sub', [ValueError(1), Sub('x', [OSError()])])
class Fails(Exception):
    def __str__(self):
        1 / 0
def failing_str():
    raise G('', [Fails()])
def recursive(n):
    if n:
        recursive(n - 1)
    raise ValueError('r')
def repeated():
    raise G('rec', [get(recursive, 8)])

# CPython prints uncaught exceptions with code in C that forgets the margin of lines in the middle of a
# message and such; its module traceback, which in turn forgets to close some boxes, is right there.
margin_forgotten = False
for f in (plain, not_raised, group_from, no_frames, deep, wide, wide_by_one, just_fits, note_of_class,
          closing, closing_chain, group_as_cause_of_last, cycle, derived, failing_str):
    show(f)
margin_forgotten = True
for f in (big, star, context, from_group, strange_notes, failing_notes, repeated):
    show(f)
