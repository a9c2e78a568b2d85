# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: gc-tuning
# Shows: gc.threshold can be set and read; collections go on as the program needs.
import gc
gc.threshold(4096)
print(gc.threshold())
n = 0
for i in range(5000):
    n += len([i, i, i])
print(n)
gc.threshold(-1)
print(gc.threshold())
