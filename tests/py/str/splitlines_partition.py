# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods, unicode
# Shows: splitlines, partition and rpartition.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print('a\nb\r\nc\rd'.splitlines(), 'a\nb\r\nc\rd\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), '\n\n'.splitlines(keepends=True))
print('a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i'.splitlines())
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'kv'.partition('='), 'kv'.rpartition('='), ''.partition('x'), 'abc'.partition('abc'))
print('α→β→γ'.partition('→'), 'α→β→γ'.rpartition('→'))
err('a'.partition, '')
err('a'.rpartition, '')
err('a'.partition, 1)
err('a'.partition)
