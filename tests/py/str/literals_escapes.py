# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: unicode
# Shows: String literal forms, every escape, raw, triple quoted, implicit joining.
print('a\tb\\c\'d"e', "x\"y'z", 'line\
joined', '\x41\101\0\7'.encode(), '\u00e9\U0001F40D')
print(repr('a\nb\rc\td\0e\x7f\x80\xa0\xad'), repr("it's"), repr('say "hi"'), repr('both \' and "'))
print(r'\n\x41\'', R"\\", len(r'\\'), '''multi
line 'quoted' "too"''', """a\
b""")
print('con' "cat" r'\e' 'n' "d", ('over '
      'two lines'))
print(len('\\q'), '\a\b\f\v'.encode())
print(repr('\u2028\u200b\ufeff'), repr('\u3042'), repr('\U00010348'))
print('\1\12\123\1234'.encode(), "\377")
print('é' == '\xe9', 'é' == 'e\u0301', len('é'), len('e\u0301'), len('🐍'))
print(u'uni', 'tab\there', '"' "'" '\'')
