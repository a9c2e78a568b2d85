# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# memory: 44k
"""A small Lisp: reader, lexical closures, tail calls in constant space, macros by quasi-quotation's simpler
cousin (functions over lists), errors with the expression that failed.
"""


class LispError(Exception):
    pass


class Symbol:
    table = {}

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    @classmethod
    def of(cls, name):
        if name not in cls.table:
            cls.table[name] = cls(name)
        return cls.table[name]


class Scope:
    def __init__(self, names, outer):
        self.names = names
        self.outer = outer

    def find(self, symbol):
        scope = self
        while scope is not None:
            if symbol in scope.names:
                return scope.names
            scope = scope.outer
        raise LispError("unbound symbol %s" % symbol)


class Lambda:
    def __init__(self, parameters, body, scope):
        self.parameters = parameters
        self.body = body
        self.scope = scope

    def bind(self, arguments):
        names = {}
        rest = iter(arguments)
        parameters = iter(self.parameters)
        for p in parameters:
            if p is DOT:
                names[next(parameters)] = list(rest)
                break
            try:
                names[p] = next(rest)
            except StopIteration:
                raise LispError("too few arguments") from None
        else:
            if list(rest):
                raise LispError("too many arguments")
        return Scope(names, self.scope)


class Macro(Lambda):
    pass


DOT = Symbol.of(".")
QUOTE = Symbol.of("quote")
TRUE = Symbol.of("t")


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        while self.at < len(self.text) and (self.text[self.at].isspace() or self.text[self.at] == ";"):
            if self.text[self.at] == ";":
                while self.at < len(self.text) and self.text[self.at] != "\n":
                    self.at += 1
            else:
                self.at += 1

    def __iter__(self):
        self.skip()
        while self.at < len(self.text):
            yield self.read()
            self.skip()

    def read(self):
        self.skip()
        if self.at >= len(self.text):
            raise LispError("expression ends too early")
        c = self.text[self.at]
        self.at += 1
        if c == "(":
            items = []
            while True:
                self.skip()
                if self.text[self.at : self.at + 1] == ")":
                    self.at += 1
                    return items
                items.append(self.read())
        if c == ")":
            raise LispError("stray )")
        if c == "'":
            return [QUOTE, self.read()]
        if c == '"':
            end = self.text.index('"', self.at)
            value = self.text[self.at : end]
            self.at = end + 1
            return value
        start = self.at - 1
        while self.at < len(self.text) and self.text[self.at] not in "()'\"; \n\t":
            self.at += 1
        token = self.text[start : self.at]
        try:
            return int(token)
        except ValueError:
            return Symbol.of(token)


def show(value):
    if isinstance(value, list):
        return "(" + " ".join([show(v) for v in value]) + ")"
    if isinstance(value, Lambda):
        return "<lambda>"
    if isinstance(value, str):
        return '"%s"' % value
    if isinstance(value, (int, Symbol)):
        return str(value)
    return "<primitive>"


def truth(value):
    return TRUE if value else []


def first(items):
    if not isinstance(items, list) or not items:
        raise LispError("car of " + show(items))
    return items[0]


def add(*values):
    total = 0
    for v in values:
        total += v
    return total


def multiply(*values):
    product = 1
    for v in values:
        product *= v
    return product


def quotient(a, b):
    if b == 0:
        raise LispError("division by zero")
    return a // b


PRIMITIVES = {
    "+": add,
    "*": multiply,
    "-": lambda a, b=None: -a if b is None else a - b,
    "/": quotient,
    "mod": lambda a, b: a - b * quotient(a, b),
    "<": lambda a, b: truth(a < b),
    "=": lambda a, b: truth(a == b),
    "eq": lambda a, b: truth(a is b or isinstance(a, int) and a == b),
    "car": first,
    "cdr": lambda items: items[1:],
    "cons": lambda a, items: [a] + items,
    "list": lambda *items: list(items),
    "null": lambda a: truth(a == []),
    "atom": lambda a: truth(not isinstance(a, list)),
    "append": lambda *lists: sum(lists, []),
    "length": len,
    "concat": lambda *parts: "".join([p if isinstance(p, str) else show(p) for p in parts]),
}


class Lisp:
    def __init__(self):
        self.top = Scope({TRUE: TRUE}, None)
        for name in PRIMITIVES:
            self.top.names[Symbol.of(name)] = PRIMITIVES[name]
        self.special = {}
        for name in ("quote", "if", "lambda", "macro", "define", "set!", "let", "begin", "cond"):
            self.special[Symbol.of(name)] = name

    def eval(self, x, scope):
        while True:
            if isinstance(x, Symbol):
                return scope.find(x)[x]
            if not isinstance(x, list) or not x:
                return x
            head = x[0]
            name = self.special.get(head) if isinstance(head, Symbol) else None
            if name == "quote":
                return x[1]
            if name == "if":
                chosen = self.eval(x[1], scope) != []
                x = x[2] if chosen else x[3] if len(x) > 3 else []
            elif name == "cond":
                for clause in x[1:]:
                    if self.eval(clause[0], scope) != []:
                        x = clause[1]
                        break
                else:
                    return []
            elif name == "lambda":
                return Lambda(x[1], x[2], scope)
            elif name == "macro":
                return Macro(x[1], x[2], scope)
            elif name == "define":
                self.top.names[x[1]] = self.eval(x[2], scope)
                return x[1]
            elif name == "set!":
                scope.find(x[1])[x[1]] = self.eval(x[2], scope)
                return []
            elif name == "let":
                scope = Scope({pair[0]: self.eval(pair[1], scope) for pair in x[1]}, scope)
                x = x[2]
            elif name == "begin":
                for item in x[1:-1]:
                    self.eval(item, scope)
                x = x[-1]
            else:
                function = self.eval(head, scope)
                if isinstance(function, Macro):
                    x = self.eval(function.body, function.bind(x[1:]))
                    continue
                arguments = [self.eval(a, scope) for a in x[1:]]
                if isinstance(function, Lambda):
                    scope = function.bind(arguments)
                    x = function.body
                elif callable(function):
                    try:
                        return function(*arguments)
                    except TypeError:
                        raise LispError("bad arguments in " + show([head] + arguments)) from None
                else:
                    raise LispError("not a function: " + show(function))

    def run(self, text):
        for expression in Reader(text):
            try:
                yield expression, show(self.eval(expression, self.top))
            except LispError as error:
                yield expression, "error: %s" % error


PROGRAM = """
(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
(fib 12)
(define count (lambda (n acc) (if (= n 0) acc (count (- n 1) (+ acc n)))))
(count 1000 0)                      ; a tail call: no deeper for 1000 than for 1
(define map (lambda (f xs) (if (null xs) '() (cons (f (car xs)) (map f (cdr xs))))))
(define fold (lambda (f a xs) (if (null xs) a (fold f (f a (car xs)) (cdr xs)))))
(define range (lambda (a b) (if (< a b) (cons a (range (+ a 1) b)) '())))
(map (lambda (x) (* x x)) (range 1 11))
(fold + 0 (range 0 30))
(define counter (lambda () (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n)))))
(define tick (counter))
(list (tick) (tick) (tick))
(define sort (lambda (xs) (if (null xs) xs (let ((p (car xs)) (rest (cdr xs)))
  (append (sort (filter (lambda (x) (< x p)) rest)) (list p) (sort (filter (lambda (x) (if (< x p) '() t)) rest)))))))
(define filter (lambda (f xs) (cond ((null xs) '()) ((f (car xs)) (cons (car xs) (filter f (cdr xs)))) (t (filter f (cdr xs))))))
(sort '(5 3 8 1 9 2 7))
(define unless (macro (test . body) (list 'if test '() (cons 'begin body))))
(unless (= 1 2) (concat "one is not two, " (* 6 7)))
(define fact (lambda (n) (if (= n 0) 1 (* n (fact (- n 1))))))
(fact 20)
(car '())
(/ 1 0)
(undefined 1 2)
(fib 1 2)
(+ 1 "x")
(define derive (lambda (e x) (cond
  ((eq e x) 1)
  ((atom e) 0)
  ((eq (car e) '+) (list '+ (derive (car (cdr e)) x) (derive (car (cdr (cdr e))) x)))
  ((eq (car e) '*) (list '+ (list '* (derive (car (cdr e)) x) (car (cdr (cdr e))))
                            (list '* (car (cdr e)) (derive (car (cdr (cdr e))) x)))))))
(derive '(+ (* a (* x x)) (* b x)) 'x)
"""


def main():
    lisp = Lisp()
    for expression, result in lisp.run(PROGRAM):
        source = show(expression)
        print(source if len(source) < 70 else source[:66] + " ...")
        print("  =>", result)


main()
