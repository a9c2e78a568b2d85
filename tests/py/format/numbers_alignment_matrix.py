# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Every alignment with every sign and width on several values, as a checksum and samples.
acc = 0
n = 0
samples = []
for v in (0, 5, -5, 123456, -123456, 2**40):
    for fill in ('', '*', 'é'):
        for al in ('', '<', '>', '^', '='):
            if fill and not al: continue
            for sign in ('', '+', ' ', '-'):
                for alt in ('', '#'):
                    for w in ('', '3', '12'):
                        for sep in ('', ',', '_'):
                            for t in ('', 'd', 'x', 'b', 'o', 'X'):
                                if sep == ',' and t in 'xboX' and t: continue
                                s = format(v, fill + al + sign + alt + w + sep + t)
                                n += 1
                                acc = (acc * 31 + sum(map(ord, s)) + len(s)) % 1000000007
                                if n % 397 == 0: samples.append(s)
print(n, acc)
print(samples)
acc = n = 0
for v in (0.0, 0.5, -0.5, 1024.0, -1024.25, 3.0):
    for al in ('', '<', '*>', '^', '='):
        for sign in ('', '+', ' '):
            for w in ('', '10', '012'):
                for p in ('', '.0', '.2', '.4'):
                    for t in ('f', 'e', 'g', '%', 'F', 'E', 'G'):
                        s = format(v, al + sign + w + p + t)
                        n += 1
                        acc = (acc * 31 + sum(map(ord, s)) + len(s)) % 1000000007
print(n, acc)
for s in ('', 'ab', 'é漢🐍'):
    print([format(s, f + al + w + p) for f in ('', '·') for al in ('<', '>', '^') for w in ('0' if False else '2', '5') for p in ('', '.2')])
