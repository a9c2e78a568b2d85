# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
__all__ = ['there', 'missing']
there = 1
