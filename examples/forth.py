# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# memory: 44k
"""A small Forth: colon definitions compiled to threaded code, control structures, variables, strings.

Definitions are lists of cells; a cell is a word object or an int to push, and branches hold their target.
"""


class ForthError(Exception):
    pass


class Word:
    def __init__(self, name, immediate=False):
        self.name = name
        self.immediate = immediate

    def run(self, forth):
        raise NotImplementedError


class Primitive(Word):
    def __init__(self, name, function, immediate=False):
        super().__init__(name, immediate)
        self.function = function

    def run(self, forth):
        self.function(forth)


class Colon(Word):
    def __init__(self, name):
        super().__init__(name)
        self.cells = []

    def run(self, forth):
        forth.execute(self.cells)


class Cell(Word):
    """A variable: pushes itself as an address."""

    def __init__(self, name):
        super().__init__(name)
        self.value = 0

    def run(self, forth):
        forth.push(self)


class Branch(Word):
    def __init__(self, name, conditional):
        super().__init__(name)
        self.conditional = conditional
        self.target = None

    def taken(self, forth):
        return not self.conditional or forth.pop() == 0


class Loop(Branch):
    def __init__(self, target):
        super().__init__("loop", True)
        self.target = target

    def taken(self, forth):
        index, limit = forth.returns.pop()
        index += 1
        if index < limit:
            forth.returns.append((index, limit))
            return True
        return False


class Print(Word):
    def __init__(self, text):
        super().__init__('."')
        self.text = text

    def run(self, forth):
        forth.write(self.text)


def binary(function):
    def run(forth):
        b = forth.pop()
        a = forth.pop()
        forth.push(function(a, b))

    return run


def divide(a, b):
    if b == 0:
        raise ForthError("division by zero")
    return a // b


class Forth:
    MAX_DEPTH = 40

    def __init__(self):
        self.stack = []
        self.returns = []
        self.words = {}
        self.output = []
        self.definition = None
        self.control = []
        self.tokens = None
        self.depth = 0
        self.make_words()

    def make_words(self):
        simple = {
            "+": lambda a, b: a + b,
            "-": lambda a, b: a - b,
            "*": lambda a, b: a * b,
            "/": divide,
            "mod": lambda a, b: a - b * divide(a, b),
            "=": lambda a, b: -(a == b),
            "<": lambda a, b: -(a < b),
            ">": lambda a, b: -(a > b),
            "and": lambda a, b: a & b,
            "or": lambda a, b: a | b,
            "max": max,
            "min": min,
        }
        for name in simple:
            self.add(Primitive(name, binary(simple[name])))
        for name in dir(self):
            if name.startswith("word_"):
                self.add(Primitive(SPELLING.get(name[5:], name[5:]), self.unbound(name)))
            elif name.startswith("now_"):
                self.add(Primitive(SPELLING.get(name[4:], name[4:]), self.unbound(name), True))

    def unbound(self, name):
        return getattr(type(self), name)

    def add(self, word):
        self.words[word.name] = word

    def push(self, value):
        self.stack.append(value)

    def pop(self):
        if not self.stack:
            raise ForthError("stack is empty")
        return self.stack.pop()

    def write(self, text):
        self.output.append(text)

    def execute(self, cells):
        if self.depth >= self.MAX_DEPTH:
            raise ForthError("nested too deeply")
        self.depth += 1
        try:
            at = 0
            while at < len(cells):
                cell = cells[at]
                at += 1
                if isinstance(cell, int):
                    self.stack.append(cell)
                elif isinstance(cell, Branch):
                    if cell.taken(self):
                        at = cell.target
                else:
                    cell.run(self)
        finally:
            self.depth -= 1

    def next_token(self):
        token = next(self.tokens, None)
        if token is None:
            raise ForthError("line ends too early")
        return token

    def interpret(self, line):
        self.tokens = iter(line.split())
        try:
            for token in self.tokens:
                self.token(token.lower())
            state = " ok" if self.definition is None else " compiled"
        except ForthError as error:
            self.stack.clear()
            self.returns.clear()
            self.definition = None
            state = " ? %s" % error
        text = "".join(self.output)
        self.output.clear()
        return text + state

    def token(self, token):
        word = self.words.get(token)
        if word is None:
            try:
                word = int(token)
            except ValueError:
                raise ForthError("unknown word " + token) from None
        compiling = self.definition is not None
        if compiling and not (isinstance(word, Word) and word.immediate):
            self.definition.cells.append(word)
        elif isinstance(word, int):
            self.push(word)
        else:
            word.run(self)

    # --- words

    def word_dup(self):
        self.push(self.stack[-1] if self.stack else self.pop())

    def word_drop(self):
        self.pop()

    def word_swap(self):
        b = self.pop()
        a = self.pop()
        self.stack += (b, a)

    def word_over(self):
        b = self.pop()
        a = self.pop()
        self.stack += (a, b, a)

    def word_rot(self):
        c = self.pop()
        b = self.pop()
        a = self.pop()
        self.stack += (b, c, a)

    def word_dot(self):
        self.write("%s " % self.pop())

    def word_show(self):
        self.write("<%d> %s" % (len(self.stack), "".join("%s " % v for v in self.stack)))

    def word_emit(self):
        self.write(chr(self.pop()))

    def word_cr(self):
        self.write("\n")

    def word_i(self):
        self.push(self.returns[-1][0])

    def word_j(self):
        self.push(self.returns[-2][0])

    def word_begin_do(self):
        index = self.pop()
        self.returns.append((index, self.pop()))

    def word_store(self):
        cell = self.address()
        cell.value = self.pop()

    def word_fetch(self):
        self.push(self.address().value)

    def address(self):
        cell = self.pop()
        if not isinstance(cell, Cell):
            raise ForthError("not an address")
        return cell

    def word_variable(self):
        self.add(Cell(self.next_token().lower()))

    def word_colon(self):
        self.definition = Colon(self.next_token().lower())

    # --- words that act while a definition is being compiled

    def compiling(self):
        if self.definition is None:
            raise ForthError("only in a definition")
        return self.definition.cells

    def now_semicolon(self):
        self.compiling()
        if self.control:
            self.control.clear()
            raise ForthError("unbalanced control structure")
        self.add(self.definition)
        self.definition = None

    def now_recurse(self):
        self.compiling().append(self.definition)

    def now_if(self):
        branch = Branch("if", True)
        self.compiling().append(branch)
        self.control.append(branch)

    def now_else(self):
        branch = Branch("else", False)
        self.compiling().append(branch)
        self.resolve()
        self.control.append(branch)

    def now_then(self):
        self.compiling()
        self.resolve()

    def resolve(self):
        if not self.control or not isinstance(self.control[-1], Branch):
            raise ForthError("unbalanced control structure")
        self.control.pop().target = len(self.definition.cells)

    def mark(self):
        if not self.control or not isinstance(self.control[-1], int):
            raise ForthError("unbalanced control structure")
        return self.control.pop()

    def now_begin(self):
        self.control.append(len(self.compiling()))

    def now_until(self):
        branch = Branch("until", True)
        self.compiling().append(branch)
        branch.target = self.mark()

    def now_do(self):
        self.compiling().append(self.words["(do)"])
        self.control.append(len(self.definition.cells))

    def now_loop(self):
        self.compiling().append(Loop(self.mark()))

    def now_quote(self):
        words = []
        while not words or not words[-1].endswith('"'):
            words.append(self.next_token())
        self.compiling().append(Print(" ".join(words)[:-1]))


SPELLING = {
    "dot": ".", "show": ".s", "store": "!", "fetch": "@", "colon": ":", "semicolon": ";", "quote": '."',
    "begin_do": "(do)",
}  # fmt: skip

PROGRAM = """
2 3 + 4 * .
1 2 3 rot .s drop drop drop
: square dup * ;
: squares 11 1 do i square . loop ;
squares
: fact dup 2 < if drop 1 else dup 1 - recurse * then ;
5 fact . 25 fact .
: gcd begin swap over mod dup 0 = until drop ;
1071 462 gcd .
: stars 0 do 42 emit loop ;
: triangle 6 1 do cr i stars loop ;
triangle
variable seed
7 seed !
: random seed @ 75 * 74 + 65537 mod dup seed ! swap mod ;
: dice 8 0 do 6 random 1 + . loop ;
dice
: table 4 1 do cr 4 1 do i j * . loop loop ;
table
: prime? dup 2 < if drop 0 else -1 swap dup 2 do dup i mod 0 = if swap drop 0 swap then loop drop then ;
: primes 2 . 50 3 do i prime? if i . then loop ;
primes
: greet ." Hello from Forth" ;
greet
1 0 /
drop
frobnicate
: broken if ;
: deep recurse ;
deep
1 2 + .
"""


def main():
    forth = Forth()
    for line in PROGRAM.strip().split("\n"):
        print("> %s" % line)
        print(forth.interpret(line))


main()
