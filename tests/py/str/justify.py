# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods
# Shows: center, ljust, rjust, zfill, expandtabs.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for w in (0, 3, 5, 6, 7, -1):
    print('[' + 'abc'.center(w) + ']', '[' + 'ab'.center(w, '*') + ']', '[' + 'abc'.ljust(w, '.') + ']', '[' + 'abc'.rjust(w, '-') + ']')
print('42'.zfill(5), '-42'.zfill(5), '+4'.zfill(5), ''.zfill(2), 'abc'.zfill(2), '-'.zfill(3), 'é'.center(5, '→'))
print(repr('a\tb\tcc\td'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('\t\n\tx'.expandtabs(2)), repr('a\tb'.expandtabs(0)), repr('abc\t'.expandtabs(3)))
err('a'.center, 5, 'ab')
err('a'.ljust, 5, '')
err('a'.rjust, 'x')
err('a'.center, 5, 1)
err('a'.zfill, 'x')
