# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: bools are ints to pow() with a modulus.
# needs: big-int
print(pow(True, -1, 7), pow(True, 5, 2147483647), pow(2, True, 5), pow(False, 0, 3), pow(3, 4, True))
print(True.__pow__(5, 3), bool.__pow__(True, -1, 7), False.__pow__(0, 3), True.__pow__(5, None))
print(True.__pow__(5, "3"), True.__pow__(5.0, 3), True.__pow__(True, True))
