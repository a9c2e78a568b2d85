# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, files, float, host-folders, os, percent
"""What cannot be done: types of the exceptions, errno, filename, filename2 and text."""
import os
import time

top = "/tmp/ouro_os_errors_%d" % time.time_ns()
before = os.getcwd()
os.mkdir(top)
os.chdir(top)
os.mkdir("d")
with open("file", "w") as f:
    f.write("text")


def fails(f, *args):
    try:
        print("no error", f(*args))
    except OSError as e:
        print(f.__name__, type(e).__name__, e.errno, e.strerror, repr(e.filename), repr(e.filename2))
        print("  ", e, e.args)


for f in os.remove, os.unlink, os.rmdir, os.stat, os.chdir, os.listdir:
    fails(f, "none")
    fails(f, b"none")
    fails(f, "file/x")
    fails(f, "")
fails(os.remove, "d")
fails(os.mkdir, "d")
fails(os.mkdir, "x/y/z")
for pair in (("none", "x"), (b"none", "x"), ("file", "none/x"), ("file", "d"), ("d", "file"), ("d", "d/x"), ("file", "")):
    fails(os.rename, *pair)
fails(os.stat, "x" * 300)
fails(os.mkdir, "\u00e4/x")

for f in os.remove, os.unlink, os.rmdir, os.mkdir:
    for wrong in None, 1.5, [], ["x"]:
        try:
            f(wrong)
        except TypeError as e:
            print(e)
for args in ((1.5, "x"), ("x", 1.5), (None, None)):
    try:
        os.rename(*args)
    except TypeError as e:
        print(e)
for f, *args in ((os.remove, "a\0b"), (os.listdir, "\0"), (os.stat, "a\0"), (os.rename, "a", "b\0"), (os.chdir, "\0"),
                 (os.mkdir, "x\0", 5)):
    try:
        f(*args)
    except ValueError as e:
        print(e)
for f, *args in ((os.remove,), (os.rename, "a"), (os.stat,), (os.getcwd, 1), (os.mkdir,), (os.mkdir, "a", "b"), (os.uname, 1)):
    try:
        f(*args)
        print("no error")
    except TypeError as e:
        print("TypeError")


# a path of a class of one's own
class Name(str):
    pass


os.rename(Name("file"), Name("other"))
print(sorted(os.listdir(Name("."))), os.stat(Name("other")).st_size)
fails(os.remove, Name("file"))

os.remove("other")
os.rmdir("d")
os.chdir(before)
os.rmdir(top)
