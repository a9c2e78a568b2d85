# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
print('a starts')
early = 'early a'
import _circ_b as b
name = 'a'
def call():
    return b.use()
print('a ends')
