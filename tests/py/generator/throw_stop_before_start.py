# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""StopIteration thrown into a generator that has not started."""

def g():
    yield 1


for thrown in (StopIteration(5), StopIteration, ValueError("v"), GeneratorExit):
    try:
        print(g().throw(thrown))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__))
