# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Frozen packages, their submodules and relative imports, and what they can say of themselves.
import sys
import _frozen_package
import _frozen_package.deep.leaf
from _frozen_package import second
from _frozen_package.deep import leaf

print(_frozen_package.__doc__, _frozen_package.order, _frozen_package.below(), second.late)
print(_frozen_package.deep.leaf is leaf, _frozen_package.first.__package__, _frozen_package.__package__)
print(sorted(name for name in sys.modules if name.startswith("_frozen_package")))
for name in "_frozen_package.none", "_frozen_package.first.none":
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e, e.name)
try:
    leaf.fail()
except LookupError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
