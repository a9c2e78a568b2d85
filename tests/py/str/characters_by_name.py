# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, percent, unicode-names
# \N{NAME}: names and aliases, names by rule, what is no name, and where it means nothing.


def show(*texts):
    print(" ".join(ascii(text) for text in texts))


# Names do not care for case; aliases count, control characters have no other names.
show("\N{BULLET}", "\N{bullet}", "\N{Latin Small Letter E With Acute}", "\N{SNAKE}\N{OX}\N{LATIN SMALL LETTER A}")
show("\N{NULL}", "\N{LINE FEED}", "\N{eol}", "\N{ESC}", "\N{NBSP}", "\N{ZWJ}", "\N{VS17}", "\N{VARIATION SELECTOR-17}")
show("\N{BELL}", "\N{ALERT}", "\N{LATIN CAPITAL LETTER GHA}", "\N{LATIN CAPITAL LETTER OI}")
show("\N{DIGIT ONE}\N{FULLWIDTH DIGIT ONE}", "\N{HYPHEN-MINUS}", "\N{BRAILLE PATTERN DOTS-12345678}")
show("\N{TIBETAN LETTER -A}", "\N{HANGUL JUNGSEONG O-E}", "\N{hangul jungseong oe}")

# By rule.  Ideographs and syllables want capitals, an ideograph may have one zero too many.
show("\N{HANGUL SYLLABLE GA}", "\N{HANGUL SYLLABLE A}", "\N{HANGUL SYLLABLE GGWAELH}", "\N{HANGUL SYLLABLE HIH}")
show("\N{CJK UNIFIED IDEOGRAPH-3400}", "\N{CJK UNIFIED IDEOGRAPH-4E00}", "\N{CJK UNIFIED IDEOGRAPH-04E00}")
show("\N{CJK UNIFIED IDEOGRAPH-9FFC}", "\N{CJK UNIFIED IDEOGRAPH-20000}", "\N{CJK UNIFIED IDEOGRAPH-3134A}")
show("\N{CJK COMPATIBILITY IDEOGRAPH-F900}", "\N{cjk compatibility ideograph-2fa1d}", "\N{Nushu Character-1b170}")
show("\N{KHITAN SMALL SCRIPT CHARACTER-18CD5}")

# Beside other escapes and letters of every length, in place.
show("é\N{EURO SIGN}\n\x41\N{GRINNING FACE}\101\\N{BULLET}😀", "\N{BULLET}" "\N{BULLET}", """\N{BULLET}
\N{BULLET}""", 'a\
\N{BULLET}')

# Where it means nothing.
show(r"\N{BULLET}", b"\N{BULLET}", rb"\N{BULLET}", "\\N{BULLET}", r"\N", b"\N", b"\N{")

# A name is an attribute, a key, a default like any other.
show({"\N{BULLET}": 1}["•"], (lambda x="\N{BULLET}": x)())


def error(source):
    try:
        show(eval(source))
    except SyntaxError as problem:
        print(ascii(source[:50]), type(problem).__name__, problem.msg)


WRONG = (
    "nope", "", "BULLE", "BULLETS", "BULLET ", " BULLET", "BUL LET", "{BULLET", "BULLET\\", "é", "BULLET\\x7d",
    "KEYCAP DIGIT ONE", "LATIN SMALL LETTER R WITH TILDE", "<control>", "LATIN SMALL LETTER \N{LATIN SMALL LETTER A WITH DIAERESIS}",
    "hangul syllable ga", "HANGUL SYLLABLE", "HANGUL SYLLABLE ", "HANGUL SYLLABLE Ga", "HANGUL SYLLABLE G",
    "HANGUL SYLLABLE GAGA", "HANGUL SYLLABLE GAX", "CJK UNIFIED IDEOGRAPH", "CJK UNIFIED IDEOGRAPH-",
    "CJK UNIFIED IDEOGRAPH-4e00", "cjk unified ideograph-4E00", "CJK UNIFIED IDEOGRAPH-4E0", "CJK UNIFIED IDEOGRAPH-004E00",
    "CJK UNIFIED IDEOGRAPH-33FF", "CJK UNIFIED IDEOGRAPH-4E0G", "CJK UNIFIED IDEOGRAPH-F900", "CJK UNIFIED IDEOGRAPH-FFFFFF",
    "CJK COMPATIBILITY IDEOGRAPH-0F900", "CJK COMPATIBILITY IDEOGRAPH-FA6E", "CJK COMPATIBILITY IDEOGRAPH-",
    "A" * 88, "A" * 89, "A" * 1000, "0", "-", "ZZZZ", "\x7f",
)  # fmt: skip
for name in WRONG:
    error('"\\N{%s}"' % name)
for literal in ("\\N", "\\N{", "\\N{BULLET", "\\Nx", "\\N {BULLET}", "\\n\\N", "a\\N(BULLET)", "\\N}"):
    error('"%s"' % literal)
error('"\\N{BULLET" "x}"')

# Positions count as CPython counts them, a letter beyond ASCII for ten.
for before in ("ab", "é", "😀x", "\\n", "\\xe9", "\\é", "\\\\", "\\q", "a\\\n"):
    for after in ("\\N{nope}", "\\N{né}", "\\N", "\\x1", "\\u12", "\\U00110000"):
        error('"%s%s"' % (before, after))
