# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Imported by t5_2_identity.py while objects are held by a class and a module."""


class Other:
    items = [1, 2, 3]

    def total(self):
        return sum(self.items)


table = {i: str(i) for i in range(20)}
