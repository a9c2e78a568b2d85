# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, files, host-folders, os, percent, text-methods
"""Folders: made, listed, entered and removed."""
import os
import time

top = "/tmp/ouro_os_folders_%d" % time.time_ns()
before = os.getcwd()
os.mkdir(top)
print(os.listdir(top), os.sep, before == os.getcwd())
os.chdir(top)
print(os.getcwd() == top, os.listdir(), os.listdir("."), os.listdir(None))
os.mkdir("a")
os.mkdir("b", 0o700)
os.mkdir(path="c", mode=0o755)
os.mkdir(b"./d")
os.mkdir("a/\u00e4\u20ac")
print(sorted(os.listdir()), os.listdir("a"), os.listdir(b"a"), sorted(os.listdir(b".")))
print([oct(os.stat(p).st_mode & 0o170077) for p in ("b", "c/")])

os.chdir("a")
print(os.getcwd()[len(top):], os.listdir(), os.listdir("..") == os.listdir(top))
os.chdir("\u00e4\u20ac")
print(os.getcwd()[len(top):])
os.chdir("../..")
print(os.getcwd() == top)


def fails(f, *args):
    try:
        print("no error", f(*args))
    except OSError as e:
        print(f.__name__, type(e).__name__, e.errno, e)


fails(os.rmdir, "a")
fails(os.rmdir, "none")
fails(os.mkdir, "a")
fails(os.mkdir, "none/x")
fails(os.chdir, "none")
fails(os.listdir, "none")
with open("file", "w") as f:
    f.write("x")
fails(os.rmdir, "file")
fails(os.chdir, "file")
fails(os.listdir, "file")
fails(os.mkdir, "file/x")
fails(os.listdir, "")

os.remove("file")
os.rmdir("a/\u00e4\u20ac")
for name in "a", b"b", "c", "./d":
    os.rmdir(name)
os.chdir(before)
print(os.listdir(top))
os.rmdir(top)
fails(os.listdir, "/tmp/ouro_os_folders_none")
print(top.split("/")[-1] in os.listdir("/tmp"))
