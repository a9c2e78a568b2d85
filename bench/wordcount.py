# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Word count: a made-up text is split, cleaned, counted in a dict and sorted."""

SYLLABLES = ["ka", "lo", "mi", "ren", "sta", "tu", "vo", "xe", "ban", "dor", "el", "fu"]


def make_text(words):
    seed = 42
    parts = []
    for i in range(words):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        n = 1 + (seed >> 30)
        x = (seed >> 8) & 0x3FF
        x = x * x >> 10
        word = ""
        while n > 0:
            word += SYLLABLES[x % 12]
            x //= 3
            n -= 1
        if i % 11 == 0:
            word = word.capitalize()
        if i % 7 == 6:
            word += ","
        if i % 13 == 12:
            word += ".\n"
        parts.append(word)
    return " ".join(parts)


def count(text):
    counts = {}
    for line in text.split("\n"):
        for raw in line.lower().split():
            word = raw.strip(".,;:!?")
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    text = make_text(60000)
    counts = {}
    for _ in range(20):
        for word, n in count(text).items():
            counts[word] = counts.get(word, 0) + n
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    print("wordcount", len(text), len(ranked), ["%s:%d" % item for item in ranked[:4]])


main()
