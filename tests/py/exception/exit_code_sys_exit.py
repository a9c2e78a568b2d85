# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: sys.exit with a number inside nested finally blocks gives that exit code.
# exit 7
import sys
print('start of exit test')
def f():
    try:
        sys.exit(7)
    except Exception:
        print('SystemExit is not an Exception')
    finally:
        print('finally 1')
try:
    f()
except SystemExit as e:
    print('code', e.code)
    try:
        raise
    finally:
        print('finally 2')
print('never')
