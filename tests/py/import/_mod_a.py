# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Module doc."""
import math
print('loading', __name__)
__all__ = ['exported', 'value']
value = 'original'
_private = 'priv'
hidden = 1
def func(n):
    return value, n
def exported():
    return 'exported ' + value
class Klass:
    def m(self):
        return value
