# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: error-texts, float, percent
# Shows: A compiler from expressions to bytecode and its stack machine, with closures and errors.
class Compiler:
    OPS = {'+': 'ADD', '-': 'SUB', '*': 'MUL', '/': 'DIV', '<': 'LT', '=': 'EQ'}
    def __init__(self):
        self.code, self.consts, self.names = [], [], []
    def const(self, v):
        if v not in self.consts:
            self.consts.append(v)
        return self.consts.index(v)
    def emit(self, op, arg=None):
        self.code.append((op, arg))
        return len(self.code) - 1
    def patch(self, at):
        self.code[at] = (self.code[at][0], len(self.code))
    def compile(self, t):
        if isinstance(t, (int, float)):
            self.emit('CONST', self.const(t))
        elif isinstance(t, str):
            self.emit('LOAD', t)
        elif t[0] == 'if':
            _, c, a, b = t
            self.compile(c)
            j1 = self.emit('JF')
            self.compile(a)
            j2 = self.emit('JMP')
            self.patch(j1)
            self.compile(b)
            self.patch(j2)
        elif t[0] == 'let':
            _, n, v, body = t
            self.compile(v)
            self.emit('STORE', n)
            self.compile(body)
        elif t[0] == 'fn':
            sub = Compiler()
            sub.compile(t[2])
            self.emit('FN', (tuple(t[1]), sub))
        elif isinstance(t[0], str) and t[0] in self.OPS:
            for a in t[1:]:
                self.compile(a)
            self.emit(self.OPS[t[0]])
        else:
            for a in t:
                self.compile(a)
            self.emit('CALL', len(t) - 1)
        return self
class VMError(Exception): pass
def run(c, env, depth=0):
    stack, pc = [], 0
    while pc < len(c.code):
        op, arg = c.code[pc]
        pc += 1
        if op == 'CONST': stack.append(c.consts[arg])
        elif op == 'LOAD':
            try: stack.append(env[arg])
            except KeyError: raise VMError(f'unbound {arg} at {pc - 1}') from None
        elif op == 'STORE': env = {**env, arg: stack.pop()}
        elif op == 'JF': pc = pc if stack.pop() else arg
        elif op == 'JMP': pc = arg
        elif op == 'FN': stack.append((arg, env))
        elif op == 'CALL':
            args = [stack.pop() for _ in range(arg)][::-1]
            f = stack.pop()
            if callable(f):
                stack.append(f(*args))
            else:
                (params, body), fenv = f
                if len(params) != len(args): raise VMError('arity %d != %d' % (len(params), len(args)))
                stack.append(run(body, {**fenv, 'self': f, **dict(zip(params, args))}, depth + 1))
        else:
            b, a = stack.pop(), stack.pop()
            try:
                stack.append({'ADD': lambda: a + b, 'SUB': lambda: a - b, 'MUL': lambda: a * b, 'DIV': lambda: a // b, 'LT': lambda: a < b, 'EQ': lambda: a == b}[op]())
            except (TypeError, ZeroDivisionError) as e:
                raise VMError(f'{op}: {e}') from e
    return stack[-1]
def read(s):
    toks = s.replace('(', ' ( ').replace(')', ' ) ').split()
    def go():
        t = toks.pop(0)
        if t == '(':
            out = []
            while toks[0] != ')': out.append(go())
            toks.pop(0)
            return out
        try: return int(t)
        except ValueError: return t
    return go()
env = {'max': max, 'neg': lambda x: -x}
for s in ('(+ 1 (* 2 3))', '(if (< 1 2) 10 20)', '(let x 5 (* x x))', '((fn (a b) (- a b)) 10 3)', '(let fact (fn (n) (if (< n 2) 1 (* n (self (- n 1))))) (fact 25))', '(let add (fn (a) (fn (b) (+ a b))) ((add 3) 4))', '(max 1 (neg -9))', '(let fib (fn (n) (if (< n 2) n (+ (self (- n 1)) (self (- n 2))))) (fib 15))'):
    print(s, '=>', run(Compiler().compile(read(s)), env))
for s in ('(/ 1 0)', 'nope', '((fn (a) a) 1 2)', '(+ 1 max)'):
    try:
        run(Compiler().compile(read(s)), env)
    except VMError as e:
        print(s, '!!', str(e).split('function')[0].split('builtin')[0])
c = Compiler().compile(read('(if (= 1 2) 3 4)'))
print(c.code, c.consts)
