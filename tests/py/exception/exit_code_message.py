# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: sys.exit with a string gives exit code 1, with None 0; nested in a function call.
# exit 1
import sys
for v in (None, 0, 5, True, 'text', (1, 2), []):
    try:
        sys.exit(v)
    except SystemExit as e:
        print(repr(e.code))
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)
raise SystemExit('goes to stderr')
