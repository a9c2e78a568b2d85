# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
registry = {}
class Plugin:
    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        registry[cls.__name__.lower()] = cls
    def apply(self, text):
        raise NotImplementedError(type(self).__name__)
