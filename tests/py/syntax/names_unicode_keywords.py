# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, unicode
# Shows: Identifiers in Unicode, soft keywords as names, all keywords reserved.
é = 1
漢字 = 2
_x1 = 3
Ünï_ç0de = 4
def größe(λ, μ=1):
    return λ * μ
class Ñandú:
    año = 2026
print(é, 漢字, _x1, Ünï_ç0de, größe(3, μ=2), Ñandú().año, getattr(Ñandú, 'año'), größe.__name__)
match = 5
case = 6
_ = 7
type = 8 if False else type
print(match, case, _, match + case)
def match_(case): return case
print(match_(case=1))
print(match, [match for match in range(2)])
match[0] if False else None
for kw in 'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split():
    for tmpl in ('%s = 1', 'def %s(): pass', 'x.%s', 'f(%s=1)', 'def f(%s): pass', 'import %s', 'for %s in x: pass', 'class %s: pass'):
        try:
            compile(tmpl % kw, '<k>', 'exec')
            print('accepted', tmpl % kw)
        except SyntaxError:
            pass
print('keywords reserved')
print(eval('é + 漢字'), {'é': é}['é'], f'{é}{漢字}')
__all = ____ = _0_ = 'underscores'
print(__all, ____, _0_)
for s in ('1a = 1', 'a-b = 1', 'a\u00d7b = 1', '² = 1', 'a b = 1', '·a = 1'):
    try:
        exec(s)
        print('accepted', s)
    except SyntaxError:
        print('refused', ascii(s))
