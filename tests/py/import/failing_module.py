# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: A module that raises at import leaves no trace and may be imported again.
import sys
for i in range(2):
    try:
        import _mod_fail
    except ZeroDivisionError as e:
        print(i, e, '_mod_fail' in sys.modules)
try:
    import _mod_syntax
except SyntaxError as e:
    print(type(e).__name__, e.lineno, e.filename.endswith('_mod_syntax.py'), '_mod_syntax' in sys.modules)
try:
    import _mod_imports_missing
except ModuleNotFoundError as e:
    print(e, e.name, '_mod_imports_missing' in sys.modules)
try:
    import _mod_exit
except SystemExit as e:
    print('exit', e.code)
sys.modules['_blocked'] = None
try:
    import _blocked
except ImportError as e:
    print(type(e).__name__)
class Fake:
    attr = 'fake attr'
sys.modules['_fake'] = Fake()
import _fake
from _fake import attr
print(_fake.attr, attr)
