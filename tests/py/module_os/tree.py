# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, files, host-folders, os, percent
"""A program: a tree of folders is made, measured and removed, while an import and a file look into it."""
import os
import sys
import time


def make(path, depth):
    os.mkdir(path)
    for i in range(depth):
        make(path + os.sep + "d%d" % i, i)
    with open(path + os.sep + "f%d" % depth, "w") as f:
        f.write("x" * (100 * depth))


def is_folder(path):
    return os.stat(path).st_mode & 0o170000 == 0o040000


def walk(path):
    folders, files = [], []
    for name in sorted(os.listdir(path)):
        (folders if is_folder(path + os.sep + name) else files).append(name)
    yield path, folders, files
    for name in folders:
        yield from walk(path + os.sep + name)


def remove(path):
    if not is_folder(path):
        os.remove(path)
        return 1
    n = sum([remove(path + os.sep + name) for name in os.listdir(path)])
    os.rmdir(path)
    return n + 1


top = "/tmp/ouro_os_tree_%d" % time.time_ns()
make(top, 6)
total = 0
for path, folders, files in walk(top):
    total += sum([os.stat(path + os.sep + f).st_size for f in files])
    if len(folders) > 2:
        print(path[len(top):], folders, files)
print(total)

with open(top + "/ouro_os_tree_module.py", "w") as f:
    f.write("import os\nhere = os.path if hasattr(os, 'no_such') else os.sep\nvalue = 42\n")
sys.path.insert(0, top)
import ouro_os_tree_module

print(ouro_os_tree_module.value, ouro_os_tree_module.here)
for i in range(300):  # many at once
    with open("%s/many%d" % (top, i), "wb"):
        pass
print(len([n for n in os.listdir(top) if n.startswith("many")]), len(os.listdir(top.encode())))
print(remove(top))
try:
    os.stat(top)
except FileNotFoundError as e:
    print(e.errno, e.filename == top)
