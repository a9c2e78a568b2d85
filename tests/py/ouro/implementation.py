# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: sys says which implementation this is.
import sys
print(sys.implementation.name, sys.version_info[:2] >= (3, 4))
print(sys.version.startswith('3.'), isinstance(sys.platform, str))
own = sys.implementation.version
print(len(own), tuple(own) == (own.major, own.minor, own.micro, own.releaselevel, own.serial), own != sys.version_info)
print('(Ouro %s)' % '.'.join(map(str, own[:3])) in sys.version, sys.version_info)
