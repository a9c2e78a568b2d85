# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from .. import public
from ..sibling import name
from ..tools import helper
up2 = (public, name, helper())
