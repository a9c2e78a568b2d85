# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: report
# Shows: mem_info and qstr_info print something and return None.
import micropython, sys
for f in (micropython.mem_info, micropython.qstr_info):
    print(callable(f))
print(micropython.heap_locked() == 0)
micropython.opt_level if hasattr(micropython, 'opt_level') else None
print('done')
