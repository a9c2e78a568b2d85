# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, set
# Shows: A frozen module is found before a file of the same name, and what it can say of itself.
import sys
import _frozen_sample

print(_frozen_sample.__file__, _frozen_sample, sys.modules["_frozen_sample"] is _frozen_sample)
