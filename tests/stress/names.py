# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# timeout: 20
"""Many names: attributes made at run time, strings interned and forgotten, dicts that grow and shrink."""


class Bag:
    pass


bag = Bag()
for i in range(120):
    setattr(bag, "attribute_%d" % i, [i])
for i in range(0, 120, 3):
    delattr(bag, "attribute_%d" % i)
print(sum(getattr(bag, "attribute_%d" % i, [0])[0] for i in range(120)))

total = 0
for i in range(400):
    name = "temporary_%d" % i
    scratch = Bag()
    setattr(scratch, name, name)
    total += len(getattr(scratch, name))
print(total)

table = {}
for round in range(4):
    for i in range(150):
        table["key-%d-%d" % (round, i)] = (round, i)
    for i in range(0, 150, 2):
        del table["key-%d-%d" % (round, i)]
print(len(table), sum(v[1] for v in table.values()), list(table)[:2], list(table)[-1])

text = ""
for i in range(300):
    text += chr(0x3B1 + i % 24) + str(i)
print(len(text), text[-7:], text.count("\u03b2"))
