# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""str: finding, counting, testing and slicing."""
s = "hello world, hello"
print(s.find("hello"), s.find("hello", 1), s.find("x"), s.rfind("hello"), s.find("l", 3, 5), s.find(""))
print(s.index("o"), s.rindex("o"), s.count("l"), s.count("hello"), "aaaa".count("aa"), s.count(""))
try:
    s.index("z")
except ValueError:
    print("not there")
print(s.startswith("hell"), s.endswith("lo"), s.startswith(("a", "h")), s.startswith("w", 6), s.endswith("", 3))
print("ell" in s, "" in s, "xyz" not in s)
print(s[0], s[-1], s[2:5], s[:-6], s[::3], s[::-1], s[5:2], s[100:], s[-5:])
print("abc".isalpha(), "ab1".isalnum(), "12".isdigit(), " \t".isspace(), "aB".isupper(), "ab".islower(), "".isalpha())
print(len(s), len(""), s * 2, "-" * 5, 3 * "ab", "x" * 0, "x" * -1, "a" "b")
for i in 100, -100:
    try:
        s[i]
    except IndexError:
        print("no such character")
try:
    s[0] = "j"
except TypeError:
    print("cannot be changed")
print([c for c in "abc"], list("xyz"), "".join(reversed("stressed")), ord("a"), chr(98), "\x41\u0042\n".split())
