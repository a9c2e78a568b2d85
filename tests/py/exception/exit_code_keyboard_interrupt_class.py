# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A program ending with a SystemExit subclass in a generator being consumed.
# exit 3
class Quit(SystemExit):
    pass
def g():
    try:
        yield 1
        raise Quit(3)
    finally:
        print('generator cleanup')
for x in g():
    print('value', x)
print('never')
