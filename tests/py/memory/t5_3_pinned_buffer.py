# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, gc-tuning, percent, text-methods
# Shows: T5.3: a buffer pinned for hardware keeps its address through collections, compactions, growth and an import,
# and its contents; what is not pinned moves.
# memory: 64k
import gc


def junk(n):
    return [bytearray(30) for i in range(n)]


def main():
    below = junk(60)
    pinned = bytearray(b'dma buffer ' * 20)
    free_to_move = bytearray(b'ordinary' * 20)
    pin = gc.pin(pinned)
    address = pin.address
    with gc.pin(free_to_move) as p:
        at = p.address
    below = None
    stayed = []

    def look():
        stayed.append(pin.address == address and bytes(pinned) == b'dma buffer ' * 20)

    gc.collect()
    look()
    gc.compact()
    look()
    with gc.pin(free_to_move) as p:
        moved = p.address != at
    total = gc.stats()['total']
    data = []
    while gc.stats()['total'] == total:  # the heap grows
        data.append(junk(5))
    look()
    data = None
    gc.compact()
    look()
    import _t5_module
    look()
    for i in range(200):
        x = junk(20)
        if i % 20 == 0:
            gc.compact()
            look()
    big = bytearray(gc.mem_largest() * 9 // 10)
    look()
    big = None
    gc.collect()
    look()
    pinned[0:3] = b'DMA'
    print(len(stayed), all(stayed), moved, bytes(pinned[:10]), bytes(free_to_move[:8]))
    pin.release()
    gc.compact()
    print(bytes(pinned[:10]), len(pinned), _t5_module.checksum(pinned))


main()
