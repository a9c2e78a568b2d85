# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, percent, text-methods
# Shows: T5.1: in a small memory an import leaves what is free in one piece: the largest block is at least 95% of it.
# memory: 20k
# skip: always, debug, stress, asan -- needs the limit
import gc

taken = gc.mem_free()


def fill(left):
    """Live data until so much is free."""
    kept = None
    while gc.mem_free() > left:
        kept = [kept, bytearray(40)]
    return kept


def report(what):
    gc.collect()
    free, largest = gc.mem_free(), gc.mem_largest()
    print(what, largest * 100 >= free * 95 or (largest, free))


def main():
    import _t5_module
    report('imported')
    six = taken * 3 // 8  # 6 KB of 16 on 32-bit machines
    data = fill(six)
    report('and data')
    print(six * 8 // 10 < gc.mem_free() < six * 12 // 10)
    for i in range(40):
        s = _t5_module.Filtered('a')
        s.add(i)
        text = _t5_module.describe(s)
    report('and used ' + text)
    _t5_module.Sensor.history = []
    s = text = None
    report('and history dropped')
    return data


main()
