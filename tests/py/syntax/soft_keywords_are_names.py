# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math
# Shows: The names match, case and type work as plain names in every position.
match = [1, 2, 3]
print(match[0], match [1], match[-1])
match = lambda *a: a
print(match(1, 2), match (3), match(*[4]))
case = {'k': 1}
print(case['k'], case.get('z'))
class match: x = 1
print(match.x, match().x)
match = case = _ = 0
match += 1
case -= 1
print(match, case, match if case else _, -match, match - case, match * case)
def case(match): return match
print(case(5), [match for match in (1, 2)], {match: case for match in 'a'}.keys())
for match in range(2): print(match, end=' ')
print(f'{match}', match == 1, match in [1], not match, match and 1)
import math as match
print(match.floor(2.5))
del match
try: match
except NameError as e: print(e)
type_ = type
print(type(1) is int, type_([]) is list)
