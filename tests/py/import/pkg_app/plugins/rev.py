# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from pkg_app.base import Plugin
class Rev(Plugin):
    def apply(self, text):
        return text[::-1]
