# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Small programs on text: counting words, a parser of sums, run lengths, a caesar cipher."""
text = "the cat and the dog and the bird"
count = {}
for word in text.split():
    count[word] = count.get(word, 0) + 1
print(sorted(count.items(), key=lambda kv: (-kv[1], kv[0])))


class Parser:
    def __init__(self, s):
        self.s, self.i = s.replace(" ", ""), 0

    def peek(self):
        return self.s[self.i : self.i + 1]

    def take(self):
        self.i += 1
        return self.s[self.i - 1]

    def sum(self):
        v = self.product()
        while self.peek() and self.peek() in "+-":
            v = v + self.product() if self.take() == "+" else v - self.product()
        return v

    def product(self):
        v = self.atom()
        while self.peek() and self.peek() in "*/":
            v = v * self.atom() if self.take() == "*" else v // self.atom()
        return v

    def atom(self):
        if self.peek() == "(":
            self.take()
            v = self.sum()
            if self.take() != ")":
                raise ValueError("parenthesis")
            return v
        digits = ""
        while self.peek().isdigit():
            digits += self.take()
        return int(digits)


for s in "1 + 2 * 3", "(1 + 2) * 3", "2*(3-(4-5))*6/4", "100/7/2", "7":
    print(s, "=", Parser(s).sum())
for s in "(1", "1+", "*":
    try:
        print(Parser(s).sum())
    except (ValueError, IndexError) as e:
        print("wrong:", s)


def runs(s):
    out = []
    for c in s:
        if out and out[-1][0] == c:
            out[-1][1] += 1
        else:
            out.append([c, 1])
    return "".join([c + str(n) for c, n in out])


def caesar(s, k):
    return "".join([chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s])


print(runs("aaabccd"), runs(""), caesar("hello, world", 3), caesar(caesar("abc xyz", 11), -11))
print(sorted("listen") == sorted("silent"), "level" == "level"[::-1], " ".join(w[::-1] for w in text.split()))
