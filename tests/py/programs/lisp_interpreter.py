# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: A small Lisp with lexical scope, tail loops, quoting, macros and error reporting.
class Sym(str):
    def __repr__(self): return str(self)
class LispError(Exception): pass
def tokenize(s): return s.replace('(', ' ( ').replace(')', ' ) ').replace("'", " ' ").split()
def parse(toks):
    if not toks: raise LispError('unexpected end')
    t = toks.pop(0)
    if t == '(':
        out = []
        while True:
            if not toks: raise LispError('missing )')
            if toks[0] == ')':
                toks.pop(0)
                return out
            out.append(parse(toks))
    if t == ')': raise LispError('unexpected )')
    if t == "'": return [Sym('quote'), parse(toks)]
    try: return int(t)
    except ValueError: pass
    try: return float(t)
    except ValueError: return {'#t': True, '#f': False}.get(t, Sym(t))
class Env(dict):
    def __init__(self, names=(), vals=(), outer=None):
        super().__init__(zip(names, vals))
        self.outer = outer
    def find(self, k):
        e = self
        while e is not None:
            if k in e: return e
            e = e.outer
        raise LispError(f'unbound: {k}')
class Lambda:
    def __init__(self, params, body, env, macro=False): self.params, self.body, self.env, self.macro = params, body, env, macro
    def bind(self, args):
        if len(self.params) > 1 and self.params[-2] == '.':
            n = len(self.params) - 2
            return Env(self.params[:n] + self.params[-1:], args[:n] + [args[n:]], self.env)
        if len(args) != len(self.params): raise LispError(f'want {len(self.params)} arguments, got {len(args)}')
        return Env(self.params, args, self.env)
def ev(x, env):
    while True:
        if isinstance(x, Sym): return env.find(x)[x]
        if not isinstance(x, list): return x
        if not x: return []
        op, *args = x
        if op == 'quote': return args[0]
        if op == 'if': x = args[1] if ev(args[0], env) not in (False, []) else args[2] if len(args) > 2 else []
        elif op == 'define':
            if isinstance(args[0], list): env[args[0][0]] = Lambda(args[0][1:], args[1:], env)
            else: env[args[0]] = ev(args[1], env)
            return Sym(args[0][0] if isinstance(args[0], list) else args[0])
        elif op == 'set!': env.find(args[0])[args[0]] = v = ev(args[1], env); return v
        elif op == 'lambda': return Lambda(args[0], args[1:], env)
        elif op == 'macro': env[args[0][0]] = Lambda(args[0][1:], args[1:], env, True); return args[0][0]
        elif op == 'let': env, x = Env([b[0] for b in args[0]], [ev(b[1], env) for b in args[0]], env), [Sym('begin')] + args[1:]
        elif op == 'begin':
            for a in args[:-1]: ev(a, env)
            x = args[-1] if args else []
        else:
            f = ev(op, env)
            if isinstance(f, Lambda) and f.macro:
                x = ev([Sym('begin')] + f.body, f.bind(args))
                continue
            vals = [ev(a, env) for a in args]
            if isinstance(f, Lambda): env, x = f.bind(vals), [Sym('begin')] + f.body
            elif callable(f):
                try: return f(*vals)
                except (TypeError, IndexError, ZeroDivisionError) as e: raise LispError(f'{op}: {type(e).__name__}') from e
            else: raise LispError(f'not a function: {show(f)}')
def show(x):
    if x is True: return '#t'
    if x is False: return '#f'
    if isinstance(x, list): return '(' + ' '.join(map(show, x)) + ')'
    return '#<lambda>' if isinstance(x, Lambda) or callable(x) else str(x)
def prod(*a):
    r = 1
    for v in a: r *= v
    return r
G = Env(('+', '*', '-', '/', '<', '=', 'car', 'cdr', 'cons', 'list', 'null?', 'length', 'map', 'append'), (lambda *a: sum(a), prod, lambda a, *b: a - sum(b) if b else -a, lambda a, b: a // b, lambda a, b: a < b, lambda a, b: a == b, lambda l: l[0], lambda l: l[1:], lambda a, l: [a] + l, lambda *a: list(a), lambda l: l == [], len, lambda f, l: [ev([f, [Sym('quote'), v]], G) for v in l], lambda *a: sum(a, [])))
for src in ('(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))', '(fact 30)', '(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))', '(loop 3000 0)', "(map (lambda (x) (* x x)) '(1 2 3))", "(let ((x 2) (y 3)) (define z 4) (list x y z (+ x y z)))", '(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)))))', '(define c (counter))', '(list (c) (c) (c))', "(cons 'a '(b (c #t) 1.5))", '(define (sum . xs) (if (null? xs) 0 (+ (car xs) (loop2 xs))))', '(define (loop2 xs) (length (cdr xs)))', '(sum 10 20 30)', '(macro (unless c a) (list (quote if) c (quote ()) a))', '(unless #f (+ 1 1))', '(unless #t (/ 1 0))', "(append '(1) '() '(2 3))", '()', "''a", '(car (cdr (quote (1 2))))', '(zzz)', '(/ 1 0)', '(car 5)', '((lambda (x) x))', '(1 2)', '(+ 1', ')', "(fact 'a)", "(car '())"):
    try: print(src, '=>', show(ev(parse(tokenize(src)), G)))
    except LispError as e: print(src, '!!', e)
