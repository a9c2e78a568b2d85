# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, io-memory, text-methods
# Shows: sys.stdout replaced by a StringIO and by an own object, and restored.
import sys, io
old = sys.stdout
sys.stdout = io.StringIO()
print('captured', 1)
cap = sys.stdout.getvalue()
sys.stdout = old
print(repr(cap))
class Tee:
    def __init__(self, s): self.s, self.n = s, 0
    def write(self, t):
        self.n += len(t)
        return self.s.write(t.upper())
    def flush(self): self.s.flush()
real = sys.stdout
sys.stdout = tee = Tee(real)
print('through a tee')
sys.stdout = real
print(tee.n, 'restored')
def run(f):
    old, sys.stdout = sys.stdout, io.StringIO()
    try: f()
    except SystemExit as e: print('exit', e.code)
    except Exception as e: print('error', type(e).__name__)
    finally: cap, sys.stdout = sys.stdout.getvalue(), old
    return cap
def quits():
    print('inside')
    try: sys.exit(9)
    finally: print('cleanup')
print(repr(run(quits)), repr(run(lambda: 1 / 0)), repr(run(lambda: print('a', 'b', sep=''))), repr(run(lambda: sys.exit())))
