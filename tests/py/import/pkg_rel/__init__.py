# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
__all__ = ['tools', 'public']
public = 'pub'
shadow = 'a name of the package'
from . import sibling
from .sibling import name as sib_name
def get_shadow_module():
    import sys
    return sys.modules['pkg_rel.shadow']
