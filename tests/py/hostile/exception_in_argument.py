# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: A function that has found one argument wrong asks no other one; an exception that an argument's method catches
# itself does not take away the function's own.
class Truth:
    asked = 0

    def __bool__(self):
        Truth.asked += 1
        try:
            [][1]
        except IndexError:
            pass
        return True


print((5).to_bytes(2, 'little', signed=Truth()), int.from_bytes(b'\xff', 'big', signed=Truth()), Truth.asked)
for act in lambda: (5).to_bytes(2, 5, signed=Truth()), lambda: int.from_bytes(b'ab', 5, signed=Truth()), lambda: (5).to_bytes(2, 'x', signed=Truth()):
    try:
        act()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(Truth.asked)


class Shown:
    def __repr__(self):
        raise KeyError('shown')


for act in lambda: repr([1, Shown(), 2]), lambda: '%r %r' % (Shown(), Shown()), lambda: f'{Shown()!r}{Shown()!r}', lambda: str({1: Shown()}):
    try:
        act()
    except KeyError as e:
        print(e)
