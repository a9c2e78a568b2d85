# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: what is written after truncate(), behind the new end, stands as many characters behind it as before.
# needs: io-memory
import io

for size in range(7):
    s = io.StringIO("0x1F")
    s.read()
    s.write("\u65e5\u672c")
    s.truncate(size)
    print(size, s.tell())
    s.write("end")
    print(repr(s.getvalue()))
