# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A package with as many modules as names are asked for: _ring.a, _ring.b, _ring.a.a, _ring.a.b, ... are each a
module of its own, made of the same two files, since every package here looks for its modules in this folder."""
modules = []
