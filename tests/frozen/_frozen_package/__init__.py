# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A package to be frozen."""
from . import first
from .deep.leaf import below

order = [first.name]
