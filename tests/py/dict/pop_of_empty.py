# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""pop() of an empty dict does not hash the key."""

for d in {}, {1: 2}:
    for args in ([],), ([], "default"):
        try:
            print(d.pop(*args))
        except (KeyError, TypeError) as e:
            print(type(e).__name__, e)
