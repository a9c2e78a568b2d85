# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: gc.dump takes a path as open does, and refuses one with a NUL in it.
# needs: files, heap-view
import gc

for path in 'a\0b', b'a\0b':
    try:
        gc.dump(path)
    except ValueError as e:
        print(e)
try:
    gc.dump('/nowhere/at/all')
except OSError as e:
    print(type(e).__name__, e.filename)
try:
    gc.dump(5)
except TypeError as e:
    print(e)
