# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: eval and exec with namespaces, compile, globals and locals.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

x = 10
print(eval('x + 1'), eval('x + y', {'x': 1, 'y': 2}), eval('a', {}, {'a': 5}), eval(' 1 + 1 '), eval('[i * x for i in range(3)]'), eval('(lambda v: v + x)(1)'), eval('"é"'), eval(b'5 + 5') if False else 10)
ns = {}
print(exec('a = 1\ndef f():\n    return a + 1\nb = f()', ns), ns['a'], ns['b'], sorted(k for k in ns if k != '__builtins__'))
exec('x = 20')
print(x)
def loc():
    v = 5
    r = eval('v + 1')
    exec('v = 100')
    return r, v, sorted(locals())
print(loc())
g, l = {'q': 1}, {'q': 2}
exec('r = q; global s; s = q', g, l)
print(l['r'], 's' in g, 's' in l)
for s in ('1 +', 'x = 5', '', 'def f(): pass', '1; 2', 'a b', '(', '"'):
    try:
        eval(s)
        print('ok', s)
    except SyntaxError as e:
        print(repr(s), type(e).__name__)
err(eval, 'undefined_xyz')
err(eval, '1/0')
err(eval, 5)
err(exec, 'raise KeyError("k")')
err(exec, None)
err(eval, '1', 5)
c = compile('x * 2', '<s>', 'eval')
d = compile('y = 7\nz = y', '<s>', 'exec')
print(eval(c), eval(c, {'x': 4}))
ns = {}
exec(d, ns)
print(ns['z'], type(c).__name__)
exec(compile('1 + 1', '<s>', 'single'))
err(compile, '1', '<s>', 'bad')
print(eval('__name__'), sorted(eval('locals()', {}, {'k': 1})), 'x' in globals(), globals()['x'], type(globals()).__name__)
globals()['made'] = 'dynamic'
print(made)
class C:
    a = 1
    print(sorted(k for k in locals() if not k.startswith('__')))
    exec('b = 2')
print(C.b)
exec('''
class K:
    def m(self):
        return [self.v for _ in range(2)]
    v = 3
print(K().m())
for i in range(2):
    print('loop', i)
''')
exec('exec("print(1 + 1)")')
print(eval('eval("2 + 2")'), (lambda: eval('1 if True else 0'))())
