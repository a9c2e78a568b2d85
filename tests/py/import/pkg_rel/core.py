# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from . import sibling
from .sibling import name
from .tools import helper
from . import public as up
