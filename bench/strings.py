# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""String building: joining, formatting, slicing, replacing, finding, by the small piece."""


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + shift) % 26 + 97)
        out.append(c)
    return "".join(out)


def report(n):
    lines = []
    for i in range(n):
        lines.append("%05d: %-10s|%6.2f|%x" % (i, "item" + str(i), i / 7.0, i * 2654435761 & 0xFFFFFFFF))
        lines.append("{:>8}~{:^9}~{:<6}".format(i, i * i % 1000, str(i)[::-1]))
        lines.append(f"<{i:04x}> {i % 7 == 0!s:>5} {i * 3:+d}")
    return "\n".join(lines)


def palindromes(text):
    found = 0
    for i in range(len(text) - 5):
        piece = text[i : i + 5]
        if piece == piece[::-1]:
            found += 1
    return found


def checksum(text):
    h = 0
    for c in text:
        h = (h * 31 + ord(c)) % 1000000007
    return h


def main():
    total = 0
    for k in range(4):
        text = report(4000)
        text = text.replace("item", "thing-" + str(k)).replace("~", " ~ ")
        text = caesar(text.lower(), k + 1)
        total = (total + checksum(text) + palindromes(text)) % 1000000007
        at = text.find("z")
        while at >= 0:
            total += 1
            at = text.find("z", at + 1)
        words = text.split()
        total += len(" ".join(sorted(words, reverse=True)).upper())
    s = ""
    for i in range(20000):
        s += chr(97 + i % 26)
    print("strings", total, len(s), s.count("xyz"))


main()
