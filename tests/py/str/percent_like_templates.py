# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent, text-methods, unicode
# Shows: Strings as data: nested quotes, template replacement, escaping, and bytes round trips.
samples = ['', 'plain', 'tab\there', "it's", '"q"', 'back\\slash', 'nl\n', 'é', '漢字', '🐍', '\x00\x01', '\x7f\x80\xff', 'mixed\t"é\'\\\n🐍', ' ', '%s', '{}', '{{x}}', '\r\n', '\u2028', '\ufeff']
for s in samples:
    assert eval(repr(s)) == s and eval(ascii(s)) == s
    assert s.encode().decode() == s and bytes(s, 'utf-8') == s.encode()
    assert s[::-1][::-1] == s and ''.join(list(s)) == s and s.replace('\n', '\n') == s
    assert ('%s' % s) == s == f'{s}' == '{}'.format(s) == str(s) == s + '' == s * 1
    assert s.join(['a', 'b']) == 'a' + s + 'b' and (s + 'x').endswith('x') and ('x' + s).startswith('x')
    assert len(s) == sum(1 for _ in s) and s.find(s) == 0 and s.count(s or 'q') == (1 if s else 0)
    assert ('a' + s + 'b').split(s or 'z') == (['a', 'b'] if s and s.strip() else ('a' + s + 'b').split(s or 'z'))
    assert s == s.ljust(0) == s.zfill(0) == s.expandtabs(8) if '\t' not in s else True
    print(repr(s), len(s), len(s.encode()), ascii(s), s.isprintable(), s.isascii(), sorted(s)[:3])
print(repr(''.join(samples))[:60], len(''.join(samples)), hash(''.join(samples)) == hash(''.join(samples)))
d = {s: i for i, s in enumerate(samples)}
print([d[s] for s in samples] == list(range(len(samples))), len(d))
