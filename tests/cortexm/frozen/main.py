# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
import drivers.led
import settings

print("frozen main", __name__, __file__, drivers.led.blink(3), settings.name)
