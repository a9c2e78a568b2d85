# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, files, host-folders, os, percent
"""Files: renamed, removed, and what stat says of them."""
import os
import time

top = "/tmp/ouro_os_files_%d" % time.time_ns()
before = os.getcwd()
os.mkdir(top)
os.chdir(top)


def write(name, text):
    with open(name, "w") as f:
        f.write(text)


def read(name):
    with open(name) as f:
        return f.read()


write("a", "one")
write("b", "three")
print(sorted(os.listdir()), os.stat("a").st_size, os.stat(b"b").st_size)
print(os.rename("a", "c"), sorted(os.listdir()), read("c"))
os.rename("c", "b")  # another is replaced
print(os.listdir(), read("b"))
os.mkdir("d")
os.rename("b", "d/e")
print(os.listdir(), os.listdir("d"), read("d/e"))
os.rename("d", "f")  # a folder
print(os.listdir(), os.listdir("f"))
os.rename(b"f/e", "g")
os.rename("g", "g")
print(sorted(os.listdir()), read("g"))

s = os.stat("g")
print(len(s), s.st_size, s[6], oct(s.st_mode & 0o170000), s[0] == s.st_mode, list(s)[6], tuple(s)[6], s[-4])
print(s.st_nlink, s[3], [s.st_uid, s.st_gid] == list(s[4:6]), s.st_ino == s[1] > 0, s.st_dev == s[2])
now = time.time()
print([abs(t - now) < 100 for t in (s.st_atime, s.st_mtime, s.st_ctime)], [int(t) for t in (s.st_atime, s.st_mtime)] == list(s[7:9]))
print(s == os.stat("g"), s == tuple(s), s != s, hash(s) == hash(tuple(s)), s == 5, s < tuple(s) + (1,))
print(repr(s).startswith("os.stat_result(st_mode=33"), ", st_size=3, " in repr(s), type(s).__name__, isinstance(s, os.stat_result))
print(s[6] in s, [i for i, n in enumerate(s) if n == 3][-1], hasattr(s, "st_none"), hasattr(s, "st_size"))
with open("g", "ab") as f:
    f.write(bytes(70000))
print(os.stat("g").st_size, os.stat(top).st_mode & 0o170000 == 0o040000)
try:
    s.st_none
except AttributeError as e:
    print("AttributeError")
try:
    s[10]
except IndexError as e:
    print("IndexError")

# what is open stays readable when its name goes, or another file gets it
f = open("g", "rb")
write("h", "new")
print(os.remove("g"), os.listdir(), len(f.read()))
f.close()
f = open("h")
write("i", "newest")
os.rename("i", "h")
print(f.read(), read("h"), os.listdir())
f.close()
print(os.unlink("h"), os.listdir())
os.rmdir("f")
os.chdir(before)
os.rmdir(top)
