# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: T9: gc.enable and gc.disable control automatic collection only and are not nested.
import gc
print(gc.isenabled())
gc.disable()
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
gc.disable()
x = [[i] for i in range(1000)]
del x
gc.collect()
print(gc.isenabled(), len([[i] for i in range(100)]))
gc.enable()
print(gc.isenabled())
