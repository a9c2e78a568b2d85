# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
print('b starts')
import _circ_a as a
seen = (hasattr(a, 'early'), hasattr(a, 'name'))
from _circ_a import early
name = 'b'
def use():
    return a.name, early
print('b ends')
