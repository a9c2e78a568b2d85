# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: A longer program that leans on exceptions: tokenizer, parser, evaluator with error recovery.
class ParseError(Exception):
    def __init__(self, msg, pos):
        super().__init__(f'{msg} at {pos}')
        self.pos = pos
class EvalError(Exception):
    pass
class Parser:
    def __init__(self, text):
        self.text, self.i = text, 0
    def peek(self):
        while self.i < len(self.text) and self.text[self.i] == ' ':
            self.i += 1
        return self.text[self.i] if self.i < len(self.text) else ''
    def take(self, c):
        if self.peek() != c:
            raise ParseError(f'expected {c!r}, found {self.peek() or "end"!r}', self.i)
        self.i += 1
    def expr(self):
        left = self.term()
        while self.peek() in ('+', '-') and self.peek():
            op = self.peek()
            self.take(op)
            left = (op, left, self.term())
        return left
    def term(self):
        left = self.atom()
        while self.peek() in ('*', '/') and self.peek():
            op = self.peek()
            self.take(op)
            left = (op, left, self.atom())
        return left
    def atom(self):
        c = self.peek()
        if c == '(':
            self.take('(')
            e = self.expr()
            self.take(')')
            return e
        if c == '-':
            self.take('-')
            return ('neg', self.atom())
        j = self.i
        while self.i < len(self.text) and (self.text[self.i].isalnum() or self.text[self.i] == '.'):
            self.i += 1
        word = self.text[j:self.i]
        if not word:
            raise ParseError('unexpected %r' % (c or 'end'), j)
        try:
            return int(word)
        except ValueError:
            try:
                return float(word)
            except ValueError:
                if word[0].isdigit():
                    raise ParseError('bad number %r' % word, j) from None
                return word
    def parse(self):
        e = self.expr()
        if self.peek():
            raise ParseError('trailing %r' % self.text[self.i:], self.i)
        return e
def ev(t, env):
    if isinstance(t, (int, float)):
        return t
    if isinstance(t, str):
        try:
            return env[t]
        except KeyError as e:
            raise EvalError(f'no variable {e}') from e
    op, *args = t
    vals = [ev(a, env) for a in args]
    try:
        return {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, 'neg': lambda a: -a}[op](*vals)
    except ZeroDivisionError:
        raise EvalError('division by zero in %r' % (t,))
env = {'x': 10, 'y': 0.5}
stats = {}
for src in ('1 + 2 * 3', '(1 + 2) * 3', '-x * -(2 - 5)', 'x / y', '1 / (x - 10)', '2 +', '(1', '1 2', '3x + 1', 'z * 2', '', '1.5 * 4', '((((7))))', '1 + + 2', '8 / 4 / 2', '10 - 4 - 3', ')'):
    try:
        r = ev(Parser(src).parse(), env)
    except ParseError as e:
        r = f'parse error: {e} [{e.pos}]'
    except EvalError as e:
        r = f'eval error: {e} ({type(e.__context__).__name__})'
    else:
        stats['ok'] = stats.get('ok', 0) + 1
    finally:
        stats['all'] = stats.get('all', 0) + 1
    print(f'{src!r:>20} -> {r}')
print(stats)
