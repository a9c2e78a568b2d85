# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""deep.py for the minimal level and little memory: at every depth up to the limit of the C stack a result or an error
that can be caught, never a fault."""
import gc
import sys

from deepest import deepest, fits


def compile_module():
    sys.modules.pop("deeper", None)
    import deeper


acts = [
    gc.collect,
    compile_module,
    lambda: sorted([3, 2, 1], key=lambda x: -x),
    lambda: type("X", (int,), {}),
    lambda: f"{3:>20} {[[[1]]]!r}",
    lambda: ",".join(str(i) for i in range(3)),
    lambda: int("x"),
    lambda: print(end=""),
]


top = deepest(1)
print(top > 4)
for i in range(len(acts)):
    print(i, [fits(n, acts[i], (MemoryError, ValueError)) for n in range(top + 1)].index(False) == top)
