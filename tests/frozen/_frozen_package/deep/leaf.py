# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from .. import first as up
from . import level


def below():
    return up.name, level, __name__, __package__


def fail():
    raise LookupError("below")
