# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: sys says which implementation this is.
import sys
print(sys.implementation.name, sys.version_info[:2] >= (3, 4))
print(sys.version.startswith('3.'), isinstance(sys.platform, str))
