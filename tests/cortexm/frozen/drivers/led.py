# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
def blink(n):
    return "*-" * n


def fail():
    return 1 / 0
