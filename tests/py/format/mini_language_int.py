# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: The format mini-language on integers: fill, align, sign, #, 0, width, comma, type.
# needs: big-int, float

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for v in (0, 42, -42, 1234567, -10**12, 255):
    print([format(v, s) for s in ('', 'd', '5', '<8', '>8', '^8', '=8', '*^9', '+', '-', ' ', '08', '+08d', ',', '_', 'x', 'X', '#x', '#o', '#b', 'o', 'b', 'n', '#010x', '_x', '_b', '010,d', '=+10', '0<6', '\u2192>12')])
print(format(65, 'c'), format(0x20ac, 'c'), format(65, '5c') + '|', format(65, '<3c') + '|', format(True, 'd'), format(True), format(True, '5') + '|', format(10**30, ','), format(10**30, 'x'), format(-255, '#x'))
print(format(5, 'f'), format(5, '.2f'), format(5, 'e'), format(50, '%'), format(5, 'g'), format(7, '.0f'), format(1000000, 'g'), format(3, '06.2f'))
for v, s in ((5, 's'), (5, '.2d'), (5, 'z'), (5, ',x'), (5, ',_'), (5, '+c'), (5, '#c'), (-1, 'c'), (0x110000, 'c'), (5, '10 d'), (5, '<<<'), (5, '.'), (5, 'dd'), (5, '999999999999999999999d'), (5, '.2'), (5, ',c')):
    err(format, v, s)
err(format, 5, 5)
err(format, 5, None)
