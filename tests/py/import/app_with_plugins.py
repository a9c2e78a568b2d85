# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A longer program: an application in a package with plugins, registry and configuration.
from pkg_app import App, registry
from pkg_app.errors import AppError
import pkg_app.plugins.upper, pkg_app.plugins.count as counter
app = App({'name': 'demo', 'plugins': ['upper', 'count']})
print(app, sorted(registry), app.run('hello world hello'), counter.total)
try:
    app.use('missing')
except AppError as e:
    print(type(e).__name__, e, type(e.__cause__).__name__)
app.use('rev')
print(app.run('abc'), sorted(registry))
for cls in registry.values():
    print(cls.__module__, cls.__name__, cls.__mro__[1].__module__)
