# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from ..base import Plugin
class Upper(Plugin):
    def apply(self, text):
        return text.upper()
