# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
import math as sub_math
pub = 'public'
_priv = 1
__dunder = 2
Pub = 'Pub'
