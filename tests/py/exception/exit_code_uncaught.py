# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: An uncaught exception ends the program with exit code 1 after flushing output.
# exit 1
print('before the uncaught exception')
def f(n):
    if n == 0:
        raise ValueError('uncaught')
    f(n - 1)
try:
    try:
        f(3)
    finally:
        print('finally runs')
except KeyError:
    print('never')
print('never')
