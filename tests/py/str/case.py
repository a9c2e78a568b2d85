# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods, unicode
# Shows: Case conversion and tests on ASCII text, and on some wider letters.
for s in ('hello World', 'ABC', 'abc', 'a1B2', '', '123', "they're bill's", 'x-ray z_a'):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.isupper(), s.islower(), s.istitle(), s.casefold(), sep='|')
print('élan'.upper(), 'ÀÉ'.lower(), 'жук'.upper(), 'ΑΒΓ'.lower(), 'жук'.capitalize(), 'é'.islower(), 'É'.isupper())
print('Hello World'.istitle(), 'HeLLo'.istitle(), 'Hello world'.istitle(), 'aB'.isupper(), 'A1'.isupper(), '1'.isupper())
