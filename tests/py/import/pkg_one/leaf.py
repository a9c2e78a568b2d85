# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
print('leaf loaded', __name__)
v = 'leaf value'
