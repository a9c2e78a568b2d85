# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, unicode
# Shows: repr picks quotes and escapes; ascii escapes all beyond ASCII.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for s in ('plain', "it's", '"', '\'"', 'é', '漢', '🐍', '\n\t\r\\', '\x00\x1f\x7f\x80\x9f', '\xa0\xad\u200b', '\u2029', 'a\\n', ''):
    print(repr(s).encode('utf-8'), ascii(s))
print(['é', "it's"], {'k"': 'v\n'}, ('\\',), str(['\x01']))
class R:
    def __repr__(self):
        return 'Ré'
print(ascii(R()), repr(R()), str(R()), [R()], '%r %a %s' % (R(), R(), R()))
class Bad:
    def __repr__(self):
        return 5
    def __str__(self):
        return None
err(repr, Bad())
err(str, Bad())
