# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
name = 'tools'
def helper():
    from .sibling import name as n
    return 'helper of ' + n
