# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: math.fsum is exact however many partial sums there are.
# needs: double
import math

print(math.fsum([2.0 ** (30 * i - 1000) for i in range(60)]))
print(math.fsum([(-1) ** i * 2.0 ** i for i in range(-1074, 1023)]))
numbers = [2.0 ** (60 * i - 1000) for i in range(33)]
print(math.fsum(numbers + [-x for x in numbers[1:]]) == numbers[0])
