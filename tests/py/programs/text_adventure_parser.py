# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, text-methods, unicode
# Shows: Text processing: word wrap, CSV, INI, simple regex, template engine, diff.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def wrap(text, w):
    lines, line = [], ''
    for word in text.split():
        if line and len(line) + 1 + len(word) > w: lines.append(line); line = word
        else: line = f'{line} {word}' if line else word
    return lines + [line] if line else lines
text = 'The ouroboros, ὀφις, is an ancient symbol depicting a serpent or dragon eating its own tail; it lives by it.'
for l in wrap(text, 28): print(f'|{l:<28}|{l.center(30, ".")}|')
def csv(text, sep=','):
    rows, row, field, q, i = [], [], '', False, 0
    while i < len(text):
        c = text[i]
        if q:
            if c == '"':
                if text[i + 1:i + 2] == '"': field += '"'; i += 1
                else: q = False
            else: field += c
        elif c == '"': q = True
        elif c == sep: row.append(field); field = ''
        elif c == '\n': row.append(field); rows.append(row); row, field = [], ''
        else: field += c
        i += 1
    if field or row: rows.append(row + [field])
    return rows
print(csv('a,b,c\n"x, y","say ""hi""",\n1,"multi\nline",é\n'), csv(''), csv('a;b', ';'))
def ini(text):
    out, sec = {}, None
    for n, l in enumerate(text.splitlines(), 1):
        l = l.split(';')[0].strip()
        if not l: continue
        if l.startswith('[') and l.endswith(']'): sec = out.setdefault(l[1:-1], {})
        elif '=' in l:
            if sec is None: raise ValueError('line %d: no section' % n)
            k, v = map(str.strip, l.split('=', 1))
            sec[k] = {'true': True, 'false': False}.get(v.lower(), int(v) if v.lstrip('-').isdigit() else v)
        else: raise ValueError(f'line {n}: cannot read {l!r}')
    return out
print(ini('[net]\nip = 10.0.0.1 ; comment\nport=-80\n\n[x y]\non = TRUE\nempty ='))
err(ini, 'a = 1')
err(ini, '[a]\nrubbish')
def match(p, s):
    if not p: return not s
    first = bool(s) and p[0] in (s[0], '.')
    if len(p) > 1 and p[1] == '*': return match(p[2:], s) or first and match(p, s[1:])
    if len(p) > 1 and p[1] == '?': return match(p[2:], s) or first and match(p[2:], s[1:])
    return first and match(p[1:], s[1:])
print([(p, s) for p in ('a*b', '.*', 'ab?c', 'x.z', '') for s in ('aaab', 'b', 'abc', 'ac', 'xyz', '', 'é') if match(p, s)])
def render(t, ctx):
    out, i = [], 0
    while True:
        j = t.find('{{', i)
        if j < 0: return ''.join(out) + t[i:]
        out.append(t[i:j])
        k = t.index('}}', j)
        expr, *filters = (x.strip() for x in t[j + 2:k].split('|'))
        v = ctx
        for part in expr.split('.'): v = v[int(part)] if part.isdigit() else v[part] if isinstance(v, dict) else getattr(v, part)
        for f in filters: v = {'upper': lambda s: s.upper(), 'len': len, 'join': ', '.join, 'rev': lambda s: s[::-1]}[f](v)
        out.append(str(v))
        i = k + 2
print(render('Hi {{name|upper}}: {{items.1|rev}} of {{items|len}} ({{ items | join }}) {{n.real}}!', {'name': 'zoë', 'items': ['one', 'two'], 'n': 5}))
err(render, '{{x}}', {})
err(render, '{{x', {})
def diff(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1): t[i][j] = t[i + 1][j + 1] + 1 if a[i] == b[j] else max(t[i + 1][j], t[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]: yield ' ' + a[i]; i += 1; j += 1
        elif j < len(b) and (i == len(a) or t[i][j + 1] > t[i + 1][j]): yield '+' + b[j]; j += 1
        else: yield '-' + a[i]; i += 1
print(list(diff('kitten', 'sitting')), ''.join(x[1] for x in diff('abcd', 'abd') if x[0] == ' '))
def lev(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(lev('kitten', 'sitting'), lev('', 'abc'), lev('été', 'ete'))
