# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# args: one 2 -x --long=é
# skip: precompiled -- the name of the program is that of the .oc file
# Shows: sys.argv holds the arguments of the program.
import sys
print(sys.argv[1:], len(sys.argv), sys.argv[0].endswith('argv.py'))
for i, a in enumerate(sys.argv[1:]):
    print(i, a, type(a).__name__, len(a))
sys.argv.append('more')
print(sys.argv[-1])
