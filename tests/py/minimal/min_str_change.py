# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""str: what is made of one by its methods."""
s = "  Some Words here "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"))
print(s.upper(), s.lower(), s.split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "".split(), "".split(","))
print("one two one".replace("one", "1"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"))
print(",".join(["a", "b", "c"]), "".join(("x", "y")), "-".join("abc"), ", ".join([]), "+".join(str(i) for i in range(4)))
for wrong in [1], ["a", None], 5:
    try:
        ",".join(wrong)
    except TypeError:
        print("no strings")
print("line one\nline two\r\nthree".split("\n"), "a" + "b", ("ab" + "cd")[1:3])
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n \\ \x00 \x7f"), str(5), str(None), str([1, "a"]), str())
print("abc" == "ab" + "c", hash("abc") == hash("ab" + "c"), ascii("a"), "\u00e9" == "\xe9", len("\u20ac"), "\u20acuro"[1:])
