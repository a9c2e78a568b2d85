# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Malformed f-strings are SyntaxErrors, not crashes.
for s in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{x:{'", "f'{x:{y'", "f'{x'", "f'{x!r'", "f'{x:'", "f'{a b}'", "f'{#}'", "f'{x!r:{'", "f'{x:}}'", "f'{)}'", "f'{(}'", "f'{[}'", "f'{x]}'",
          "f'{*}'", "f'{**x}'", "f'{yield}'", "f'{x=!}'", "f'{lambda x: 1}'", "f'{x:{y:{z}}}'", "f'{1 +}'", "f'{=}'", "f'{!r}'", "f'{:5}'", "f'{x!rr}'", "f'{x! r}'", "f'{import os}'", "f'{x;y}'", "f'{x\\n}'", "f'{\\'a\\'}'", "bf'{x}'", "f'{x", "f'''{x''", "f'{f\"{\"}'", "fu'x'", "f'{x:{}}'"):
    try:
        r = eval(s, {'x': 5, 'y': 6, 'z': 7})
        print(s, '=', r)
    except SyntaxError as e:
        print(s, '->', 'SyntaxError')
    except Exception as e:
        print(s, '->', type(e).__name__, e)
