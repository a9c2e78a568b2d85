# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: os, percent
"""What the module is and what it says of the machine."""
import os

u = os.uname()
print(len(u), type(u).__name__, [type(x).__name__ for x in u])
print([u.sysname, u.nodename, u.release, u.version, u.machine] == list(u), u == tuple(u), u == os.uname(), u[4] == u.machine)
print(repr(u).startswith("posix.uname_result(sysname='"), repr(u).endswith(", machine=%r)" % u.machine), len(u.sysname) > 0)
sysname, nodename, release, version, machine = u
print(sysname == u.sysname, machine == u[-1], u.machine in u)
print(os.sep, os.name, os.error is OSError, os.__name__)
try:
    u.nope
except AttributeError:
    print("AttributeError")
try:
    os.nope
except AttributeError as e:
    print(e)
