# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Large bodies with long jumps: hundreds of statements in loops, branches and handlers.
def make(n, body, head, tail='    return r\n'):
    src = 'def f(r):\n' + head + body * n + tail
    ns = {}
    exec(src, ns)
    return ns['f']
f = make(300, '        r = r * 3 % 1000003 + i\n', '    for i in range(5):\n        if i == 3: continue\n')
print(f(1))
f = make(300, '        r += 1\n', '    while r < 5000:\n        if r > 4000: break\n')
print(f(0))
f = make(200, '        r += 1\n        if r == 77: r += 1000\n        elif r == 5: r += 2\n        else: r += 0\n', '    if r >= 0:\n', '    else:\n        r = -1\n    return r\n')
print(f(0), f(-5))
f = make(200, '        r.append(len(r))\n', '    try:\n', '        1 / 0\n    except ZeroDivisionError as e:\n' + '        r.append("h")\n' * 200 + '    else:\n        r.append("else")\n    finally:\n' + '        r.append("f")\n' * 200 + '    return len(r), r[199], r[399], r[-1]\n')
print(f([]))
f = make(100, '        r += 1 if r % 2 and r % 3 or r % 5 and not r % 7 else 2\n', '    for i in range(50):\n')
print(f(0))
f = make(60, '    for i in range(2):\n        for j in range(2):\n            if i == j: continue\n            r += i + j\n', '')
print(f(0))
f = make(100, '    with c() as v:\n        r += v\n', '    class c:\n        def __enter__(s): return 1\n        def __exit__(s, *a): pass\n')
print(f(0))
f = make(150, '    a, (b, *c) = r, [r, r, r]\n    r = a + b - c[0] + 1\n', '')
print(f(0))
f = make(100, '    try:\n        r += 1\n        if r % 10 == 0: raise KeyError(r)\n    except KeyError as e:\n        r += e.args[0]\n    finally:\n        r += 1\n', '')
print(f(0))
f = make(120, '    r = [x + 1 for x in r if x is not None]\n', '')
print(f([0, 1, 2]))
