# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, codecs, eval, float, hex, percent
# Shows: bytes literals, escapes and repr.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(b'abc', b"it's", b'say "x"', b'\x00\xff\n\t\\', rb'\n', Rb'\x', bR'\d', b'a' b'b', b'''tri
ple''', b'\101\0', b"'\"")
print(bytes(), bytes(3), bytes([65, 66]), bytes((1, 2)), bytes(range(4)), bytes('é', 'utf-8'), bytes(b'x'), bytes(bytearray(b'y')), bytes('a', 'ascii'))
for a in ((-1,), ('abc',), ([256],), ([-1],), (['a'],), (1.5,), (None,), (5, 'utf-8'), ('é', 'ascii'), ({1: 2}, 'x', 'y', 'z')):
    err(bytes, *a)
print(bytes({1: 2, 3: 4}), bytes(i * i for i in range(5)), len(bytes(1000)), bytes.fromhex('00 ff 1A'), b'\x01\xab'.hex(), bytes(b'abc').hex('-'))
err(bytes.fromhex, '0g')
err(bytes.fromhex, '123')
err(bytes.fromhex, 5)
class B:
    def __bytes__(self):
        return b'from method'
print(bytes(B()), b'%s' % B() if False else b'')
try:
    eval("b'é'")
except SyntaxError as e:
    print('SyntaxError', e.msg)
try:
    eval("b'a' 'b'")
except SyntaxError as e:
    print('SyntaxError', e.msg)
