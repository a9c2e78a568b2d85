# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: groups
# Shows: a group that nobody catches ends the program with status 1, be there a SystemExit in it.
print('before')
try:
    raise BaseExceptionGroup('g', [SystemExit(5), ValueError(1)])
except* ValueError as e:
    print(repr(e))
finally:
    print('finally')
print('never')
