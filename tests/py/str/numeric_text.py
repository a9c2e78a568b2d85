# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: Parsing numbers out of text, padding, aligning columns, checksums over digits.
def luhn(s):
    d = [int(c) for c in s if c.isdigit()][::-1]
    return sum(d[0::2]) + sum(sum(divmod(2 * x, 10)) for x in d[1::2])
print([luhn(s) % 10 == 0 for s in ('4539 1488 0343 6467', '8273 1232 7352 0569', '0')])
text = 'x=12,y=-7;z=+30 w=0x1F v=1e3 bad=1x'
out = {}
for part in text.replace(';', ' ').replace(',', ' ').split():
    k, _, v = part.partition('=')
    for conv in (int, lambda s: int(s, 0), float):
        try:
            out[k] = conv(v)
            break
        except ValueError:
            continue
    else:
        out[k] = None
print(out)
for n in (0, 7, 42, -5, 12345):
    print(str(n).zfill(6), str(n).rjust(6), str(n).ljust(6, '_'), '%6d|%-6d|%06d' % (n, n, n), f'{n:>6}{n:<6}|{n:^6}', str(n)[::-1], sum(map(int, str(abs(n)))))
def groups(s, n, sep=' '): return sep.join(s[max(0, i - n):i] for i in range(len(s) % n or n, len(s) + 1, n))
print(groups('1234567', 3, ','), groups('12', 3), groups('deadbeef', 4), groups('123456', 3))
def isbn(s):
    s = s.replace('-', '')
    return len(s) == 10 and sum((10 - i) * (10 if c == 'X' else int(c)) for i, c in enumerate(s)) % 11 == 0
print(isbn('0-306-40615-2'), isbn('0-306-40615-3'), isbn('080442957X'), isbn(''))
words = {0: 'zero', 1: 'one', 2: 'two', 3: 'three', 5: 'five', 8: 'eight', 13: 'thirteen', 20: 'twenty', 30: 'thirty', 80: 'eighty'}
def say(n):
    if n in words: return words[n]
    if n < 100: return (words.get(n // 10 * 10, '?') + '-' + words.get(n % 10, '?'))
    return say(n // 100) + ' hundred' + (' and ' + say(n % 100) if n % 100 else '')
print([say(n) for n in (0, 21, 35, 83, 100, 213, 880, 583)])
print(sorted(['a10', 'a9', 'a100', 'b1'], key=lambda s: (s[0], int(s[1:]))), '{:,}'.format(sum(range(10**4))), '3.50'.rstrip('0').rstrip('.'), '100'.strip('0') or '0', int('0' * 50 + '7'))
