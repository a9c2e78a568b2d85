# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: report, increments
# Shows: T6.4: a program that allocates faster than slices collect ends correctly, and the statistics say that collections were finished at once.
# memory: 300k
import gc

gc.pause(1)


def main():
    keep = []
    for i in range(1 << 20):  # till the memory is full of what lives ...
        try:
            keep.append([i, i + 1, i + 2])
        except MemoryError:
            break
    del keep[-len(keep) // 20:]
    n = len(keep)
    for round in range(20):  # ... and then much of it at a time is replaced
        for i in range(round % 3, n, 3):
            keep[i] = None
        for i in range(round % 3, n, 3):
            keep[i] = [i, i + 1, i + 2]
    return n > 1000 and all(k == [i, i + 1, i + 2] for i, k in enumerate(keep))


print(main())
kinds = gc.stats()['kinds']
print(kinds['fallback'] > 0, kinds['incremental'] + kinds['fallback'] > 5)
