# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Calls of C code that calls Python code that calls C code, up to the limit of the C stack."""


class R:
    def __init__(self, n, act, errors):
        self.n, self.act, self.errors = n, act, errors

    def __repr__(self):
        if self.n:
            return repr(R(self.n - 1, self.act, self.errors))
        try:
            self.act()
        except RecursionError:
            return "RecursionError"
        except self.errors:
            return "error"
        return "done"


def fits(n, act, errors=()):
    """There is room for n calls; the last of them calls act, which may raise one of the errors or RecursionError."""
    try:
        repr(R(n, act, errors))
    except RecursionError:
        return False
    return True


def deepest(top):
    """The least number, from top on, that does not fit."""
    while fits(top, int):
        top += 1
    return top
