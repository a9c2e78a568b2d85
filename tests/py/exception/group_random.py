# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, groups, percent
# Shows: trees of groups and except* statements put together at random give what CPython gives.
# timeout: 40

class Random:
    def __init__(self, seed):
        self.state = seed
    def __call__(self, n):
        self.state = (self.state * 1103515 + 12345) % 2147483
        return self.state // 64 % n

KINDS = ValueError, KeyError, OSError, TypeError, ZeroDivisionError, KeyboardInterrupt
NAMES = 'ValueError', 'KeyError', 'OSError', 'TypeError', 'ArithmeticError', 'KeyboardInterrupt', 'LookupError', 'Exception', 'BaseException'

class Own(BaseExceptionGroup):
    def derive(self, excs):
        return Own(self.message + "'", excs)

def leaf(random, pool):
    if pool and random(8) == 0:
        return pool[random(len(pool))]
    e = KINDS[random(6)](len(pool))
    pool.append(e)
    return e

def make(random, depth, pool):
    if depth == 0 or random(3) == 0:
        return leaf(random, pool)
    members = [make(random, depth - 1, pool) for _ in range(1 + random(4))]
    kind = Own if random(5) == 0 else BaseExceptionGroup
    g = kind('g%d' % random(100), members)
    if random(4) == 0:
        g.add_note('note%d' % random(10))
    return g

ACTIONS = ('pass', 'raise', 'raise e', 'raise IndexError(%d)', 'raise IndexError(%d) from e', 'raise e.exceptions[0]',
           'raise BaseExceptionGroup("new%d", [IndexError(1), e.exceptions[-1]])', 'e.add_note("n%d"); raise', 'pass', 'del e',
           'raise IndexError(%d) from None', 'e.args = (%d,)', 'e.__cause__ = KeyError(%d); raise')

def clause(random, out, indent):
    types = NAMES[random(9)] if random(3) else '(%s, %s)' % (NAMES[random(9)], NAMES[random(9)])
    out.append(indent + 'except* %s as e:' % types)
    out.append(indent + ' log.append((%r, tree(e)))' % types)
    if random(6) == 0:
        statement(random, out, indent + ' ', 'raise e')
        return
    action = ACTIONS[random(len(ACTIONS))]
    out.append(indent + ' ' + (action % random(100) if '%' in action else action))

def statement(random, out, indent, body):
    out.append(indent + 'try:')
    if random(5) == 0:
        statement(random, out, indent + ' ', body)
    else:
        out.append(indent + ' ' + body)
    for _ in range(1 + random(3)):
        clause(random, out, indent)
    if random(4) == 0:
        out.append(indent + 'finally:')
        out.append(indent + ' log.append("finally")')

def tree(e):
    text = '%s%r' % (type(e).__name__, e.args if not isinstance(e, BaseExceptionGroup) else e.message)
    if isinstance(e, BaseExceptionGroup):
        text += '[' + ' '.join(tree(x) for x in e.exceptions) + ']'
    return text

def full(e, depth=0):
    n, t = 0, e.__traceback__
    while t is not None:
        n, t = n + 1, t.tb_next
    text = '%s %s t%d %s %s' % (tree(e), getattr(e, '__notes__', ''), n, e.__suppress_context__, e.args if depth < 1 else '')
    for x in e.__cause__, e.__context__:
        text += ' <%s>' % (x and (full(x, depth + 1) if depth < 3 else tree(x)))
    if isinstance(e, BaseExceptionGroup) and depth < 4:
        text += ''.join('\n' + '  ' * depth + full(x, depth + 1) for x in e.exceptions)
    return text

total = 0
for seed in range(60):
    random = Random(seed * 977 + 5)
    lines = ['def f(error, log):']
    statement(random, lines, ' ', 'raise error')
    space = {'tree': tree}
    source = '\n'.join(lines)
    exec(source, space)
    log = []
    try:
        space['f'](make(random, 3, []), log)
        result = 'nothing'
    except BaseException as e:
        result = full(e)
    print(seed, log)
    print(result)
    total += len(result)
print(total)
