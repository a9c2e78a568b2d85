# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent, qualnames, set
# Shows: A frozen module has the same constants, classes, closures, generators and lines as its source.
import gc
import _frozen_sample as s

for i in range(2):
    print([float("%.3g" % x) for x in s.FLOATS], [str(x)[0] for x in s.FLOATS])
    print(s.INTS, s.TEXTS, s.__doc__, s.__name__)
    shape = s.Shape("box", 1, 2, 3, unit="cm", color="red")
    print(shape.describe(), s.Shape.__doc__, s.Shape.Inner.deep, s.Shape.Inner.__qualname__)
    step = s.counter(10)
    print(step(), step(by=5), s.vowels("frozen"), list(s.numbers(4)))
    gc.collect()
try:
    s.fail()
except KeyError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
try:
    s.Shape()
except TypeError as e:
    print(e)
