# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, random
# Shows: The same seed gives the same ints, choices, samples and shuffles as CPython, whatever a float is.
import random

for seed in (0, -1, 2**64 + 5, "ouro", b"bytes"):
    random.seed(seed)
    print([random.randrange(10) for i in range(20)], random.randint(-10**20, 10**20), random.getrandbits(70))
    print([random.randrange(50, 0, -3) for i in range(10)], random.choice("abcdef"), random.randbytes(5))
    print(random.choices("xyz", k=8), random.choices(range(10**8), k=8), random.choices("xyz", [5, 1, 2], k=8), random.choices("xyz", cum_weights=[1, 2, 9], k=8))
    x = list(range(30))
    random.shuffle(x)
    print(x)
    # around CPython's bound between a list of what is left and a set of what was taken
    for n, k in ((21, 5), (22, 5), (85, 6), (86, 6), (85, 21), (86, 22), (277, 22), (278, 22)):
        print(random.sample(range(n), k))
    print(random.sample(["a", "b"], counts=[3, 2], k=4), random.random() < 1)
