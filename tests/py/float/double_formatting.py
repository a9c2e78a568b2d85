# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: double, percent
# Shows: Formatting doubles with many digits rounds correctly.
print("%.20f" % 0.1, "%.17g" % 0.1, "%.0f" % 0.5, "%.0f" % 1.5, "%.0f" % 2.5, "%.2f" % 2.675, "%.3e" % 123456789)
print(f"{1/3:.30f}", f"{1e22:.3f}", f"{1e23:f}", f"{2**0.5:.15g}", f"{1e-7:g}", f"{1234567.0:g}", f"{123456.0:g}", f"{1e300:.1f}"[:20])
print(format(1e6, ","), format(1234567.891, ",.2f"), format(1234567.891, "_.1f"), format(0.000012345, ".3g"))
print(round(2.675, 2), round(1.005, 2), round(1e22, -21), round(5e15 + 0.5), round(0.1 + 0.2, 15), round(123.456, -1))
print("%g %g %g" % (1e15, 1e16, 0.0001), "%G" % 1e-10, "%E" % 12345.678, "%#g" % 1.0, "%#.0f" % 2.0)
print(1e15, 1e16, 123456789.0 * 1000, 5e-5, 0.0005)
