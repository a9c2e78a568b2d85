# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Relative imports, __all__ in packages, name shadowing, packages that import siblings.
import pkg_rel.core
print(pkg_rel.core.helper(), pkg_rel.core.up, pkg_rel.core.sibling.name)
from pkg_rel import *
print(tools.name, 'core' in globals(), public)
from pkg_rel.inner import up2
print(up2)
try:
    exec('from . import x', {'__name__': '__main__'})
except ImportError as e:
    print(type(e).__name__, e)
try:
    import pkg_rel.bad_beyond
except ImportError as e:
    print(type(e).__name__, e)
try:
    import pkg_rel.bad_missing
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
import pkg_rel.shadow
print(type(pkg_rel.shadow).__name__, pkg_rel.get_shadow_module().__name__)
