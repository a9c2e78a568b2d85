# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: The mini-language on floats whose rounding agrees in any precision.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for v in (0.0, -0.0, 0.5, -2.25, 1234.5, 1048576.0, 0.0625):
    print([format(v, s) for s in ('', '.1f', '.2f', '.0f', 'f', '8.2f', '<8.1f', '^9.1f', '*>9.2f', '+.1f', ' .1f', '08.2f', ',.1f', '_.1f', '.3e', 'e', '.0e', 'E', 'g', '.3g', 'G', '.1%', '%', '#.0f', '#g', '.2', '10', '+', '=+9.1f', '.10g', 'n')])
for v in (float('inf'), float('-inf'), float('nan')):
    print([format(v, s) for s in ('', 'f', '.2f', '+f', '8', '<8', '08.1f', 'e', 'G', 'F', '%', ',', 'E')])
for s in ('d', 'x', 's', 'c', 'b', '.f', 'ff', ',,', '..2f', '.2q', '+-', 'q'):
    err(format, 1.5, s)
print('{:.{}f}'.format(1.5, 3), '{:{}.{}f}'.format(2.25, 8, 1), f'{0.5:.3%}', f'{1e10:,.0f}', f'{123456.0:,}', f'{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.5:.0f}', f'{0.125:.2f} {0.375:.2f}', f'{1.0:.15g}', f'{100.0:g} {1e5:g} {1e6:g} {0.0001220703125:g}')
