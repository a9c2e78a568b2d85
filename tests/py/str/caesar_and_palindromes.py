# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A longer text program: ciphers, anagrams, run lengths, Roman numerals.
def caesar(text, k):
    out = []
    for ch in text:
        if 'a' <= ch <= 'z':
            out.append(chr((ord(ch) - 97 + k) % 26 + 97))
        elif 'A' <= ch <= 'Z':
            out.append(chr((ord(ch) - 65 + k) % 26 + 65))
        else:
            out.append(ch)
    return ''.join(out)
msg = "The quick brown Fox, jumps über the lazy Dog!"
enc = caesar(msg, 3)
print(enc, caesar(enc, -3) == msg)
def is_pal(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]
print([w for w in ("A man, a plan, a canal: Panama", "Ouro", "", "Été", "No 'x' in Nixon") if is_pal(w)])
def rle(s):
    out = ''
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out += (str(j - i) if j - i > 1 else '') + s[i]
        i = j
    return out
def unrle(s):
    out, n = '', ''
    for c in s:
        if c.isdigit():
            n += c
        else:
            out += c * int(n or 1)
            n = ''
    return out
for s in ('aaabccdddd', '', 'x', '→→→é'):
    print(rle(s), unrle(rle(s)) == s)
def roman(n):
    r = ''
    for v, t in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'),
                 (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        while n >= v:
            r += t
            n -= v
    return r
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999)])
groups = {}
for w in 'listen silent enlist google elgoog abc cab'.split():
    groups.setdefault(''.join(sorted(w)), []).append(w)
print(sorted(groups.values()))
words = 'the cat and the dog and the bird'.split()
freq = sorted({w: words.count(w) for w in words}.items(), key=lambda p: (-p[1], p[0]))
print(freq)
print('\n'.join(f'{w:<6}|{"#" * n:>5}|' for w, n in freq))
