# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: text-methods, unicode
# Shows: isalpha, isdigit, isalnum, isspace, isidentifier, isprintable, isascii, isdecimal, isnumeric.
for s in ('', 'abc', '123', 'a1', ' ', ' \t\n', 'a b', 'é', '漢', '1.5', '-1', '_x', 'x_1', '1x', 'for', 'a-b', '\x00', '\x7f', 'naïve'):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isidentifier(), s.isascii(), s.isprintable(),
          s.isdecimal(), s.isnumeric())
