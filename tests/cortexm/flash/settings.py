# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
name = open("data/name.txt").read().strip()
