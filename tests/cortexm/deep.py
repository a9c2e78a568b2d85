# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""At the last ten depths before the limit of the C stack, what needs much of it: a result or RecursionError, never a fault."""
import gc
import json
import random

from deepest import deepest, fits

acts = [
    random.getstate,
    gc.collect,
    gc.stats,
    lambda: gc.dump(__file__ + ".dump"),
    lambda: gc.get_referrers(acts),
    lambda: sorted([3, 2, 1], key=lambda x: -x),
    lambda: open(__file__).close(),
    lambda: __import__("weakref"),
    lambda: eval("1 + (2 * [3][0])"),
    lambda: exec("class Q:\n  def f(self): return 1\n"),
    lambda: "%s %r %f %.3e" % (1.5, "x", 2.5, 1e10),
    lambda: f"{3.25:>20.3f}",
    lambda: type("X", (int,), {}),
    lambda: 10**200 % 12345678901234567,
    lambda: json.dumps({"a": [1, {"b": 2.5}]}),
    lambda: print(end=""),
]


top = deepest(10)
for i, act in enumerate(acts):
    print(i, [fits(n, act) for n in range(top - 10, top + 1)].index(False))
