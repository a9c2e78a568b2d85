# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: bools are ints to pow() with a modulus.
# needs: big-int
print(pow(True, -1, 7), pow(True, 5, 2147483647), pow(2, True, 5), pow(False, 0, 3), pow(3, 4, True))
