# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
from . import base
from .errors import AppError
class App:
    def __init__(self, conf):
        self.conf = conf
        self.chain = [base.registry[n]() for n in conf['plugins']]
    def use(self, name):
        try:
            __import__('pkg_app.plugins.' + name)
        except ImportError as e:
            raise AppError('no plugin ' + name) from e
        self.chain.append(base.registry[name]())
    def run(self, text):
        for p in self.chain:
            text = p.apply(text)
        return text
    def __repr__(self):
        return f"App({self.conf['name']}, {[type(p).__name__ for p in self.chain]})"
