# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: sys.stdout, sys.stderr and sys.stdin as objects; empty stdin.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import sys
print(sys.stdin.read() == '', sys.stdin.readline() == '')
sys.stdout.write('')
print(sys.stdout.write('abc é\n'))
sys.stderr.write('this goes to stderr\n')
print('error text', file=sys.stderr)
try:
    input()
    print('no error')
except EOFError as e:
    print(type(e).__name__, e)
sys.stdout.flush()
err(sys.stdout.write, 5)
err(sys.stdout.write, b'bytes')
