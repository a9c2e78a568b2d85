# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods, unicode
# Shows: strip family, removeprefix, removesuffix, startswith, endswith with tuples.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(repr('  a b \t\n'.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), repr('xxaxx'.strip('x')), repr('abcba'.strip('ab')))
print(repr(''.strip()), repr('   '.strip()), repr('www.x.com'.strip('cmow.')), repr('aé'.rstrip('é')), repr('éaé'.strip('é')), repr('ab'.strip('')))
print(repr('\u00a0\u3000x\u2009'.strip()), repr('x'.strip(None)))
print('TestHook'.removeprefix('Test'), 'TestHook'.removeprefix('Hook'), 'a.py'.removesuffix('.py'), 'a.py'.removesuffix(''), ''.removesuffix('a'))
s = 'hello'
print(s.startswith('he'), s.startswith('lo', 3), s.startswith(('x', 'h')), s.startswith(()), s.startswith(''), s.startswith('', 5), s.startswith('', 6))
print(s.endswith('lo'), s.endswith('he', 0, 2), s.endswith(('x', 'o')), s.endswith(''), s.startswith('hello!'), s.endswith('ll', -3, -1))
err(s.startswith, 1)
err(s.endswith, ['a'])
err(s.startswith, ('a', 1))
err(s.strip, 1)
err(s.removeprefix, 1)
