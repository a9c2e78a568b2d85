# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: hex, text-methods
# Shows: Case, predicates, justification and translation on bytes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(b'Ab\xe9'.upper(), b'AB\xc9'.lower(), b'hello world'.title(), b'hELLO'.capitalize(), b'aB'.swapcase())
for b in (b'', b'abc', b'ABC', b'123', b'a1', b' \t', b'\xe9', b'Title Case'):
    print(b, b.isalpha(), b.isdigit(), b.isalnum(), b.isspace(), b.isupper(), b.islower(), b.istitle(), b.isascii())
print(b'a'.center(5, b'*'), b'a'.ljust(3), b'a'.rjust(3, b'0'), b'-5'.zfill(4), b'a\tb'.expandtabs(4))
t = bytes.maketrans(b'abc', b'xyz')
print(b'aabbcc'.translate(t), b'abcd'.translate(None, b'bd'), b'abcd'.translate(t, b'a'), len(t))
err(bytes.maketrans, b'ab', b'c')
err(b'a'.translate, b'short')
err(b'a'.center, 5, b'ab')
print(b'abc'.hex(), b''.hex(), b'\x0f\xf0'.hex(':'), bytes.fromhex(''))
