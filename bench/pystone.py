# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Pystone-like: a synthetic mix of calls, globals, records, lists and string comparison."""

IDENT_1, IDENT_2, IDENT_3, IDENT_4 = 1, 2, 3, 4


class Record:
    def __init__(self, link=None, kind=0, code=0, number=0, text=""):
        self.link = link
        self.kind = kind
        self.code = code
        self.number = number
        self.text = text

    def copy(self):
        return Record(self.link, self.kind, self.code, self.number, self.text)


flag = False
letter_1 = "\0"
letter_2 = "\0"
total = 0
row = [0] * 51
table = [row[:] for _ in range(51)]
head = None
tail = None


def first_kind(kind):
    if kind == IDENT_1:
        return IDENT_1
    if kind == IDENT_2:
        return IDENT_4 if total <= 100 else IDENT_1
    if kind == IDENT_3:
        return IDENT_2
    return IDENT_3


def add_and_shift(a, b):
    return b + a + 2


def fill(line, grid, at, value):
    global total
    i = at + 5
    line[i] = value
    line[i + 1] = line[i]
    line[i + 30] = i
    for j in range(i, i + 2):
        grid[i][j] = i
    grid[i][i - 1] += 1
    grid[i + 20][i] = line[i]
    total = 5


def same_letter(a, b):
    if a != b:
        return IDENT_1
    return IDENT_2


def compare(a, b):
    at = 1
    letter = " "
    while at <= 1:
        if same_letter(a[at], b[at + 1]) == IDENT_1:
            letter = "A"
            at += 1
    if "W" <= letter <= "Z":
        at = 7
    if letter == "X":
        return True
    if a > b:
        at += 7
        return True
    return False


def chase(record):
    following = record.link.copy()
    record.link = following
    record.number = 5
    following.number = record.number
    following.link = record.link
    following.link = follow(following.link)
    if following.kind == IDENT_1:
        following.number = 6
        following.code = first_kind(record.code)
        following.link = head.link
        following.number = add_and_shift(following.number, 10)
    else:
        record = following.copy()
    following.link = None
    return record


def follow(link):
    if head is not None:
        link = head.link
    return link


def letters():
    global flag, letter_2
    flag = letter_1 == "A" or flag
    letter_2 = "B"


def run(loops):
    global head, tail, letter_1, flag
    tail = Record()
    head = Record(tail, IDENT_1, IDENT_3, 40, "A RECORD, SOME STRING")
    text_1 = "SOME PROGRAM, FIRST STRING"
    table[8][7] = 10
    result = 0
    for i in range(loops):
        letter_1 = "A"
        letters()
        a, b = 2, 3
        text_2 = "SOME PROGRAM, SECOND STRING"
        kind = IDENT_2
        flag = not compare(text_1, text_2)
        c = 0
        while a < b:
            c = 5 * a - b
            c = add_and_shift(a, b)
            a += 1
        fill(row, table, a, c)
        if head.link is None:
            head.link = tail
        chase(head)
        index = "A"
        while index <= letter_2:
            if kind == same_letter(index, "C"):
                kind = first_kind(IDENT_1)
            index = chr(ord(index) + 1)
        b = b * a
        a = b // c
        b = 7 * (b - c) - a
        result = (result + a * 3 + b + c + kind + int(flag)) % 1000003
    return result


print("pystone", run(200000), total, table[8][7], table[8][8])
