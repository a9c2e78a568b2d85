# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: json
"""The error for a missing value is raised from None."""

import json

for text in ("", "[1, x]", '{"a": }', "{", '{"a" 1}'):
    try:
        try:
            {}[1]
        except KeyError:
            json.loads(text)
    except ValueError as e:
        print(e, e.__suppress_context__)
