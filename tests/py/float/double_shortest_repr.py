# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: double, float-hex
# Shows: Doubles print as the shortest text that reads back.
vals = [0.1 + 0.2, 1/3, 2/3, 1e23, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 123456789.123456789,
        9007199254740993.0, 1e16, 1e15, 1e17, 123456789012345680.0, 0.0001, 0.00001, 1.1, 3.141592653589793, 1e22, 1e21,
        4.35, 0.3, 2.675, 1.005, 1e100, 1.5e-45, 9.5e-323, 8.41, 72057594037927945.0]
for v in vals:
    print(repr(v), str(-v), float(repr(v)) == v)
print(sum([0.1] * 10), 0.1 * 3, 1.1 + 2.2, 1e308 * 10, -1e308 * 10)
print(float("1e400"), float("1e-400"), float("4.9e-324"), float("2.4e-324"), float("0." + "0" * 100 + "1"))
print(float("123456789012345678901234567890e-20"), float("9007199254740992.5000000001"), float("1" + "0" * 40))
print((0.1).hex(), (1.0).hex(), (-0.0).hex(), (5e-324).hex(), (0.1).as_integer_ratio())
