# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Powers and shifts whose result cannot fit fail at once.
# timeout: 5
one, two, five = 1, 2, 5 # variables, so that nobody computes this before
for act in (lambda: (two ** 31) ** (two ** 31), lambda: 3 ** (3 ** (23 * one)), lambda: (-7) ** (two ** 33),
            lambda: (one << 20000) ** (one << 20000), lambda: one << two ** 40, lambda: five << two ** 61,
            lambda: (10 ** 100 * one) ** (10 ** 100 * one)):
    try:
        act()
        print('done')
    except (MemoryError, OverflowError):
        print('refused')
print((two ** 31) ** 31 == two ** 961, one ** (two ** 100), (-one) ** (two ** 100 + 1), (one - 1) ** (two ** 100))
