# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What min_imports.py imports."""
VALUE = 5
_hidden = "hidden"


def twice(n):
    return 2 * n


def get():
    return VALUE


class Thing:
    def __init__(self, n):
        self.n = n
