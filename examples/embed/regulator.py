# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The rule of the heater, frozen into the firmware (CMakeLists.txt): it lies in ROM."""


def power(target, temperature):
    """Percent."""
    return max(0, min(100, int((target - temperature) * 25)))
