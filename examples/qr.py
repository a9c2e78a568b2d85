# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, percent
# memory: 32k
"""QR codes for a terminal: a text of up to 106 bytes becomes a code of version 1 to 6, level M.

    ouro examples/qr.py ["text"]

Light modules are printed as blocks, which is right for a dark terminal; with -i as first argument they
are the dark ones.  Two rows go into one line with the half-block characters.  The whole code lies in
two bytearrays, one byte per module, so that it fits beside the interpreter in 32 KB.
"""
import sys

# Version: side is 17 + 4 * version; (data bytes per block, error bytes per block, blocks).
BLOCKS = ((16, 10, 1), (28, 16, 1), (44, 26, 1), (32, 18, 2), (43, 24, 2), (27, 16, 4))


class Field:
    """The field of 256 elements with the polynomial of the QR code, and Reed-Solomon remainders."""

    def __init__(self):
        self.exp = bytearray(256)
        self.log = bytearray(256)
        x = 1
        for i in range(255):
            self.exp[i] = x
            self.log[x] = i
            x <<= 1
            if x & 0x100:
                x ^= 0x11D

    def times(self, a, b):
        if a == 0 or b == 0:
            return 0
        return self.exp[(self.log[a] + self.log[b]) % 255]

    def remainder(self, data, degree):
        generator = bytearray(degree)
        generator[-1] = 1
        root = 1
        for _ in range(degree):
            for j in range(degree):
                generator[j] = self.times(generator[j], root)
                if j + 1 < degree:
                    generator[j] ^= generator[j + 1]
            root = self.times(root, 2)
        rest = bytearray(degree)
        for byte in data:
            factor = byte ^ rest[0]
            for j in range(degree - 1):
                rest[j] = rest[j + 1] ^ self.times(generator[j], factor)
            rest[degree - 1] = self.times(generator[degree - 1], factor)
        return rest


def pack(data, capacity):
    """Byte mode, length, data, terminator and padding."""
    out = bytearray(capacity)
    out[0] = 0x40 | len(data) >> 4
    out[1] = (len(data) & 15) << 4
    for i, byte in enumerate(data):
        out[i + 1] |= byte >> 4
        out[i + 2] = (byte & 15) << 4
    pad = 0xEC
    for i in range(len(data) + 2, capacity):
        out[i] = pad
        pad ^= 0xEC ^ 0x11
    return out


def interleave(data, per_block, errors, blocks):
    field = Field()
    parts = [data[i * per_block : (i + 1) * per_block] for i in range(blocks)]
    checks = [field.remainder(part, errors) for part in parts]
    out = bytearray()
    for i in range(per_block):
        for part in parts:
            out.append(part[i])
    for i in range(errors):
        for check in checks:
            out.append(check[i])
    return out


class Code:
    """The square of modules: `dark` is 0 or 1, `fixed` tells which do not hold data."""

    def __init__(self, version):
        self.version = version
        self.side = 17 + 4 * version
        self.dark = bytearray(self.side * self.side)
        self.fixed = bytearray(self.side * self.side)
        self.draw_patterns()

    def put(self, x, y, value):
        if 0 <= x < self.side and 0 <= y < self.side:
            self.dark[y * self.side + x] = 1 if value else 0
            self.fixed[y * self.side + x] = 1

    def draw_patterns(self):
        last = self.side - 1
        for i in range(self.side):
            self.put(6, i, i % 2 == 0)
            self.put(i, 6, i % 2 == 0)
        for cx, cy in ((3, 3), (last - 3, 3), (3, last - 3)):
            for dy in range(-4, 5):
                for dx in range(-4, 5):
                    self.put(cx + dx, cy + dy, max(abs(dx), abs(dy)) not in (2, 4))
        if self.version > 1:
            at = last - 6
            for dy in range(-2, 3):
                for dx in range(-2, 3):
                    self.put(at + dx, at + dy, max(abs(dx), abs(dy)) != 1)
        self.draw_format(0)

    def draw_format(self, mask):
        rest = mask
        for _ in range(10):
            rest = rest << 1 ^ (rest >> 9) * 0x537
        bits = (mask << 10 | rest) ^ 0x5412
        last = self.side - 1
        for i in range(15):
            bit = bits >> i & 1
            if i < 6:
                self.put(8, i, bit)
            elif i < 8:
                self.put(8, i + 1, bit)
            elif i == 8:
                self.put(7, 8, bit)
            else:
                self.put(14 - i, 8, bit)
            if i < 8:
                self.put(last - i, 8, bit)
            else:
                self.put(8, last - 14 + i, bit)
        self.put(8, last - 7, 1)

    def draw_data(self, data):
        side = self.side
        i = 0
        right = side - 1
        while right > 0:
            if right == 6:
                right = 5
            upward = (right + 1) & 2 == 0
            for step in range(side):
                y = side - 1 - step if upward else step
                for x in (right, right - 1):
                    at = y * side + x
                    if not self.fixed[at]:
                        if i < len(data) * 8:
                            self.dark[at] = data[i >> 3] >> (7 - (i & 7)) & 1
                        i += 1
            right -= 2

    def apply(self, mask):
        test = MASKS[mask]
        side = self.side
        for y in range(side):
            for x in range(side):
                at = y * side + x
                if not self.fixed[at] and test(x, y):
                    self.dark[at] ^= 1

    def penalty(self):
        side = self.side
        dark = self.dark
        result = 0
        for start, step in [(y * side, 1) for y in range(side)] + [(x, side) for x in range(side)]:
            run = 0
            colour = 2
            window = 0
            for i in range(side):
                value = dark[start + i * step]
                if value == colour:
                    run += 1
                    if run == 5:
                        result += 3
                    elif run > 5:
                        result += 1
                else:
                    colour = value
                    run = 1
                window = (window << 1 | value) & 0x7FF
                if i >= 10 and window in (0x5D0, 0x05D):
                    result += 40
        for y in range(side - 1):
            for at in range(y * side, y * side + side - 1):
                if dark[at] == dark[at + 1] == dark[at + side] == dark[at + side + 1]:
                    result += 3
        total = sum(dark)
        return result + abs(total * 20 - side * side * 10) // (side * side) * 10

    def choose_mask(self):
        best = None
        for mask in range(8):
            self.draw_format(mask)
            self.apply(mask)
            score = self.penalty()
            if best is None or score < best[0]:
                best = (score, mask)
            self.apply(mask)
        self.draw_format(best[1])
        self.apply(best[1])
        return best[1]

    def is_light(self, x, y):
        if 0 <= x < self.side and 0 <= y < self.side:
            return not self.dark[y * self.side + x]
        return True

    def lines(self, inverted):
        shapes = " \u2580\u2584\u2588"
        for y in range(-2, self.side + 2, 2):
            line = []
            for x in range(-2, self.side + 2):
                upper = self.is_light(x, y) != inverted
                lower = self.is_light(x, y + 1) != inverted
                line.append(shapes[upper + 2 * lower])
            yield "".join(line)


MASKS = (
    lambda x, y: (x + y) % 2 == 0,
    lambda x, y: y % 2 == 0,
    lambda x, y: x % 3 == 0,
    lambda x, y: (x + y) % 3 == 0,
    lambda x, y: (x // 3 + y // 2) % 2 == 0,
    lambda x, y: x * y % 2 + x * y % 3 == 0,
    lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
)


def encode(text):
    data = text.encode()
    for version, (per_block, errors, blocks) in enumerate(BLOCKS, 1):
        if len(data) + 2 <= per_block * blocks:
            code = Code(version)
            code.draw_data(interleave(pack(data, per_block * blocks), per_block, errors, blocks))
            return code, code.choose_mask()
    raise ValueError("text too long: %d bytes, at most 106" % len(data))


def main():
    arguments = sys.argv[1:]
    inverted = arguments[:1] == ["-i"]
    if inverted:
        arguments = arguments[1:]
    text = " ".join(arguments) or "Ouro: Python in a small, fixed memory"
    code, mask = encode(text)
    for line in code.lines(inverted):
        print(line)
    print("%s (version %d-M, mask %d, %dx%d)" % (text, code.version, mask, code.side, code.side))


main()
