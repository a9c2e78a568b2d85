# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: match, async and await give a clear SyntaxError for now.
def refused(src):
    try:
        exec(src)
        print('accepted', src)
    except SyntaxError as e:
        print('SyntaxError', len(e.msg) > 5)
refused('match 5:\n  case 5: print(1)\n  case _: print(2)')
refused('async def f(): pass')
refused('async def f():\n  await g()')
refused('async def f():\n  async for x in y: pass')
match = 1
case = match + 1
print(match, case)
