# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: The mini-language on str: width, precision, fill, multi-byte fill, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for v in ('', 'a', 'hello', 'héé', '漢字', 'toolongtext'):
    print([format(v, s) for s in ('', 's', '7', '<7', '>7', '^7', '*^8', '.3', '6.2', '\u00b7>6.2', 's', '10s', '.0', '08', '0>5', '{^5')])
for s in ('d', '=5', '+', ',', '#', ' ', 'x', '=05', '.', 'q', '5.', '+5s', '-', '_', '<5d', 'ss'):
    err(format, 'abc', s)
print('{:>{w}.{p}}|{:{f}^{w}}'.format('abcdef', 'x', w=8, p=3, f='*'), '{0:{1}}{0:>{1}}'.format('q', 4), f"{'nested':{'>'}{10}.{3}}", f"{'a':{8}}|")
print('%s' % format('é', '>3'), '{:3}|{:3}|{:3}'.format('é', '漢', 'ab'), format('é' * 5, '.2'), format('x', '3') + '|', format('x', 'é>3'))
