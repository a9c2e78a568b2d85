# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# skip: oom -- a MemoryError in a finaliser is contained
# needs: files, percent
"""An object whose __del__ uses its file finds it open; what nobody closes is closed after that."""
import gc



class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


name = "cleanup_files_test.txt"


class Log:
    def __init__(self):
        self.file = open(name, "w")
        self.lines = []

    def add(self, line):
        self.lines.append(line)

    def __del__(self):
        for line in self.lines:
            self.file.write(line + "\n")
        self.file.write("end\n")


def use():
    log = Log()
    log.add("one")
    log.add("two")


def read():
    with open(name) as f:
        return f.read()


use()
collect()
collect()
collect()
print(read().split())


def generator():
    with open(name, "w") as f:
        f.write("from a generator\n")
        yield f.name


def use_generator():
    next(generator())


use_generator()
collect()
collect()
print(read())


def many():
    for i in range(50):
        log = Log()
        log.add("round %02d" % i)


for i in range(10):
    many()
    collect()
    collect()
word, number, last = read().split()  # of the one that was finalised last: the order is not specified
print(word, number in ["%02d" % i for i in range(50)], last)
