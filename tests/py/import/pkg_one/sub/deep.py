# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
print('deep loaded', __name__)
what = __name__ + '!'
