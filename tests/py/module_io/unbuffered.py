# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, files
# What is written without a buffer is in the file at once; what has one, when it is flushed.
name = "unbuffered.tmp"
f = open(name, "wb", 0)
g = open(name, "rb")
print(f.write(b"one"), g.read())
print(f.write(bytearray(b"two")), f.write(b""), g.read(), f.tell())
f.seek(1)
f.write(b"N")
f.close()
g.seek(0)
print(g.read())
with open(name, "r+b", buffering=0) as h:
    print(h.read(2), h.write(b"--"), h.tell(), h.read())
g.seek(0)
print(g.read())
with open(name, "wb") as h:
    h.write(b"kept back")
    g.seek(0)
    print(g.read())
    h.flush()
    print(g.read())
g.close()
try:
    open(name, "w", 0)
except ValueError as e:
    print(e)
