# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from .. import Plugin
total = 0
class Count(Plugin):
    def apply(self, text):
        global total
        total += len(text.split())
        return f'{text} ({total})'
