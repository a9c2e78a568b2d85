# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: codecs
# Shows: encode and decode, UTF-8, ASCII and Latin-1, and bad input.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

s = 'aé漢🐍'
b = s.encode()
print(b, b.decode() == s, s.encode('utf-8') == b, str(b, 'utf-8') == s, s.encode('UTF8') == b)
print('é'.encode('latin-1'), b'\xe9'.decode('latin-1'), 'abc'.encode('ascii'), b'abc'.decode('ascii'))
err('é'.encode, 'ascii')
err(b'\xff'.decode)
err(b'a\xe9'.decode, 'ascii')
err(b'\xc3'.decode, 'utf-8')
print('aéb'.encode('ascii', 'ignore'), 'aéb'.encode('ascii', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('utf-8', 'replace'))
err('a'.encode, 'no-such')
err(b'a'.decode, 'no-such')
print(''.encode(), b''.decode(), str(b'', 'ascii'), str(), str(5), str(b'x'))
err(str, 5, 'utf-8')
err(str, 'a', 'utf-8')
for bad in (b'\x80', b'\xc0\x80', b'\xed\xa0\x80', b'\xf8\x88\x80\x80\x80', b'\xe2\x82', b'\xf4\x90\x80\x80'):
    try:
        print(bad.decode())
    except UnicodeDecodeError as e:
        print(type(e).__name__, isinstance(e, ValueError), isinstance(e, UnicodeError))
print(len('\u0800\uffff\U00010000\U0010ffff'.encode()))
