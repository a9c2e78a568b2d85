# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Circular imports see the partly built module.
import _circ_a
print(_circ_a.name, _circ_a.b.name, _circ_a.b.a is _circ_a, _circ_a.b.seen, _circ_a.call())
try:
    import _circ_c
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
