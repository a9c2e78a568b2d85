# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# skip: oom -- a MemoryError in a finaliser is contained
# status: 1
"""A generator that the end of the program finds inside try is closed."""


class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *args):
        print("exit", args[0].__name__)


def generator():
    with Manager():
        try:
            yield 1
        finally:
            print("finally")


g = generator()
print(next(g))
raise ValueError("the program fails")
