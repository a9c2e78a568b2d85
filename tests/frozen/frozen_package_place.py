# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A frozen package is found before a folder of the same name; other modules may lie in the folder.
import _frozen_package
import _frozen_package.deep.leaf as leaf

print(_frozen_package.__file__, _frozen_package.__path__, leaf.__file__)
print(_frozen_package.deep)
