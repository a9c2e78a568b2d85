# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: unicode
# Shows: split and rsplit, with blanks, separators and limits.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print('  a b\t\tc\n d  '.split(), ''.split(), '   '.split(), 'abc'.split())
print('a,b,,c,'.split(','), ''.split(','), ','.split(','), 'a--b--c'.split('--'), 'aaa'.split('aa'))
print('a,b,c,d'.split(',', 2), 'a,b,c,d'.split(',', 0), 'a,b,c'.split(',', -1), ' a b c '.split(None, 1), ' a b c  '.split(None, 0))
print('a,b,c,d'.rsplit(',', 2), 'a,b,c,d'.rsplit(',', 0), ' a b c '.rsplit(None, 1), 'aaa'.rsplit('aa'), ' x '.rsplit())
print('a b'.split(sep=' '), 'a b c'.split(maxsplit=1), 'a b c'.rsplit(maxsplit=1, sep=' '))
err('a'.split, '')
err('a'.rsplit, '')
err('a'.split, 1)
err('a'.split, ',', 'x')
print('ä ö\u00a0ü\u2003ß'.split(), 'äöä'.split('ö'), '\u2028a\x1cb\x85c'.split())
