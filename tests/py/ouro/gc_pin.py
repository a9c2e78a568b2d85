# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, bytearray, gc-tuning, memoryview
# Shows: pinned bytes keep their address through compactions, and what is pinned cannot be resized.
import array
import gc


def fragment():
    keep = [bytearray(64) for i in range(200)]
    return keep[::2]


def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


holes = [bytearray(64) for i in range(300)]
b = bytearray(b'0123456789' * 20)
a = array.array('h', range(100))
text = b'abcdefgh' * 50
view = memoryview(b)[10:20]
pins = [gc.pin(b), gc.pin(a), gc.pin(text), gc.pin(view)]
addresses = [p.address for p in pins]
print([type(x) for x in addresses], addresses[3] - addresses[0])
del holes
junk = fragment()
for i in range(3):
    gc.compact()
    junk = fragment()
print([p.address for p in pins] == addresses)
print(bytes(b) == b'0123456789' * 20, a.tolist() == list(range(100)), text == b'abcdefgh' * 50, bytes(view))
err(b.append, 1)
err(b.clear)
err(a.append, 1)
b[0] = 65
print(b[:3], bytes(view[:2]))
print(type(pins[0]).__name__)
for p in pins:
    p.release()
    p.release()
err(lambda: pins[0].address)
err(pins[0].__enter__)
view.release()
b.append(1)
a.append(1)
print(len(b), len(a))

with gc.pin(b) as p, gc.pin(b) as q:
    print(p.address == q.address)
    err(b.extend, b'xyz')
b.extend(b'xyz')
print(len(b))

# A pin that is dropped lets go.
gc.pin(b)
p = q = None
gc.collect()
b.append(2)
print(len(b))
err(gc.pin, 'text')
err(gc.pin, 5)
err(gc.pin)
err(type(pins[0]))
with gc.pin(bytearray()) as empty:
    print(type(empty.address))
with gc.pin(bytearray(100)) as p:  # the pin alone keeps it
    before = p.address
    gc.compact()
    print(p.address == before)
print(gc.pin(b'constant').address > 0)
