# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, percent
# memory: 32k
"""Inflate: unpacks a zlib stream (LZ77 and Huffman codes, RFC 1950 and 1951) a byte at a time.

The output window is a ring, so that the memory needed does not depend on the length of the text; each
full window goes to a sink, here one that counts lines and keeps the check sum.
"""

WINDOW = 1024
ORDER = bytes((16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15))

# What a sensor node wrote: 36 records and an introduction, packed by zlib.
PACKED = bytes.fromhex(
    "28cf65d2cd8ee3360cc0f17b9e8297de660d4aa26499b7a20fd0c302bd3b8966638c3fa6b2bc69debe4aa68b"
    "82d461808c13ff2512bf3f8fbc9db7bced6f506e09f6943fd35aeae7b1401acb0e53fddbee2b94719abbd3e9"
    "77d897719e61192fb7694d701b7798a752e6044b5ab6fc788371bdc2fdf9fe545e5f2fc75e601ef7d2417d3b"
    "adfb96bffaf7f123ed907ea6fc80655a8f924ef73c95fa6caccd1a2fdbebf879fbf1557ddef0f5c5bc6d1fcf"
    "733fd2ebd9561f9dd3fb96137f4d312e09ee5bbefe9aeaf9ffb1d6d6db694d639e1fff3f5e8fe59cf2dec1f7"
    "e3728392fe29b0dff2b4d67e3d7e84f73c5ecab4ad75a4b4424e9f752be90a9f53ba3c2f9a6ba166ae707e3c"
    "7f91d3a9961fb0976dbbfe77a75f1ba9afbfe7f4f7f1dcef9c4aa9a7c28ff43c6ecb052edb35ed75c1166df8"
    "86ee1b1a406444a8775a3e531ecb51cf32be43f803e0762cd3752a0f2084df00cee333f70017ea0bcb5f22d2"
    "b3713262b17322e28d88f821a88821b641dd24744144825511ab22d6b01bd44d4c37c8719c8cc428221690d8"
    "5b7593beb3721c521152116318bdba89edbc1cc7ab08ea486413d54d6217e5384146faa0c7a93b31ea26ae33"
    "729c5e45e4621d6064227593a123394e94911055c478ae07696cbd1c67501152116bd960834d8a0da822a8c7"
    "f16c5d834d8a2525d6cbc51218cb2e34d8a458afc47aab2303d3d060936283124b5145d032da069b144b4a2c"
    "918e0c6c7c834d8af54a2cc9c5faba45b6b1c126c50625d60515b18ec934d8a45852629d55110ceca9c126c5"
    "7a25d6463d8e63ec1b6c526c5062ad5c6ca86fb0c5069b14eb95588b2a828e9d6bb049b141893541450c3285"
    "069b144b4aacb13ad2b31f1a6c52ac5762512eb6074436b6c126c506251649477ab6bec126c592128ba82286"
    "d8c5069b14eba5581a828a58c3de34d8a4d8d0ab885c6c0424466ab049b124c5528c2a620c9bbec126c5fa41"
    "454847223b6cb049b1842a827a1cc3e41a6c52ac9762a9978b1d0023fbd0609362835511ab22c6330e0d3629"
    "96a4580a5145ac656b1b6c52ac2715213d8e67e71b6c526cf02af25aecbf2cbc36ce"
)


class FormatError(ValueError):
    pass


class Bits:
    """Reads a byte string bit by bit, least significant first."""

    def __init__(self, data):
        self.data = data
        self.at = 0
        self.hold = 0
        self.count = 0

    def take(self, n):
        while self.count < n:
            if self.at >= len(self.data):
                raise FormatError("stream ends too early")
            self.hold |= self.data[self.at] << self.count
            self.at += 1
            self.count += 8
        value = self.hold & ((1 << n) - 1)
        self.hold >>= n
        self.count -= n
        return value

    def align(self):
        self.hold >>= self.count & 7
        self.count -= self.count & 7


class Huffman:
    """A canonical code: how many symbols have each length, and the symbols in order of their codes."""

    def __init__(self, lengths):
        self.counts = [0] * 16
        for length in lengths:
            self.counts[length] += 1
        self.counts[0] = 0
        starts = [0] * 16
        for i in range(1, 15):
            starts[i + 1] = starts[i] + self.counts[i]
        # Two bytes per symbol: those of the literal code go up to 287.
        self.symbols = bytearray(2 * len(lengths))
        for symbol, length in enumerate(lengths):
            if length:
                at = 2 * starts[length]
                self.symbols[at] = symbol & 255
                self.symbols[at + 1] = symbol >> 8
                starts[length] += 1

    def decode(self, bits):
        code = first = index = 0
        for length in range(1, 16):
            code |= bits.take(1)
            count = self.counts[length]
            if code - count < first:
                at = 2 * (index + code - first)
                return self.symbols[at] | self.symbols[at + 1] << 8
            index += count
            first = (first + count) << 1
            code <<= 1
        raise FormatError("no such code")


class Sink:
    """Adler-32 and statistics of what passes by."""

    def __init__(self):
        self.a = 1
        self.b = 0
        self.size = 0
        self.lines = 0
        self.head = bytearray()

    def write(self, data):
        for byte in data:
            self.a = (self.a + byte) % 65521
            self.b = (self.b + self.a) % 65521
            if byte == 10:
                self.lines += 1
        self.size += len(data)
        if len(self.head) < 200:
            self.head += data[: 200 - len(self.head)]


class Inflater:
    def __init__(self, data, sink):
        self.bits = Bits(data)
        self.sink = sink
        self.window = bytearray(WINDOW)
        self.fill = 0
        self.total = 0

    def put(self, byte):
        self.window[self.fill] = byte
        self.fill += 1
        if self.fill == WINDOW:
            self.flush()

    def flush(self):
        self.sink.write(self.window[: self.fill])
        self.total += self.fill
        self.fill = 0

    def copy(self, distance, length):
        if distance > self.total + self.fill or distance > WINDOW:
            raise FormatError("distance too far back: %d" % distance)
        for _ in range(length):
            self.put(self.window[(self.fill - distance) % WINDOW])

    def stored(self):
        self.bits.align()
        length = self.bits.take(16)
        if self.bits.take(16) != length ^ 0xFFFF:
            raise FormatError("stored block is damaged")
        for _ in range(length):
            self.put(self.bits.take(8))

    def dynamic(self):
        bits = self.bits
        literals = bits.take(5) + 257
        distances = bits.take(5) + 1
        lengths = bytearray(19)
        for i in range(bits.take(4) + 4):
            lengths[ORDER[i]] = bits.take(3)
        code = Huffman(lengths)
        lengths = bytearray()
        while len(lengths) < literals + distances:
            symbol = code.decode(bits)
            if symbol < 16:
                lengths.append(symbol)
                continue
            value = 0
            if symbol == 16:
                if not lengths:
                    raise FormatError("nothing to repeat")
                value = lengths[-1]
                count = 3 + bits.take(2)
            elif symbol == 17:
                count = 3 + bits.take(3)
            else:
                count = 11 + bits.take(7)
            lengths += bytes([value]) * count
        return Huffman(lengths[:literals]), Huffman(lengths[literals:])

    def fixed(self):
        return Huffman(b"\x08" * 144 + b"\x09" * 112 + b"\x07" * 24 + b"\x08" * 8), Huffman(b"\x05" * 30)

    def block(self, literal, distance):
        bits = self.bits
        while True:
            symbol = literal.decode(bits)
            if symbol < 256:
                self.put(symbol)
            elif symbol == 256:
                return
            else:
                length = self.length(symbol - 257)
                symbol = distance.decode(bits)
                extra = max(0, (symbol >> 1) - 1)
                base = symbol + 1 if symbol < 4 else ((2 + (symbol & 1)) << extra) + 1
                self.copy(base + bits.take(extra), length)

    def length(self, symbol):
        if symbol < 8:
            return symbol + 3
        if symbol == 28:
            return 258
        extra = (symbol >> 2) - 1
        return ((4 + (symbol & 3)) << extra) + 3 + self.bits.take(extra)

    def run(self):
        bits = self.bits
        if bits.take(8) & 15 != 8 or bits.take(8) & 0x20:
            raise FormatError("not a zlib stream")
        last = 0
        while not last:
            last = bits.take(1)
            kind = bits.take(2)
            if kind == 0:
                self.stored()
            elif kind == 3:
                raise FormatError("no such block")
            else:
                self.block(*(self.fixed() if kind == 1 else self.dynamic()))
        self.flush()
        bits.align()
        want = 0
        for _ in range(4):
            want = want << 8 | bits.take(8)
        if want != (self.sink.b << 16 | self.sink.a):
            raise FormatError("check sum is wrong")


def main():
    sink = Sink()
    Inflater(PACKED, sink).run()
    print(bytes(sink.head).decode().rsplit("\n", 1)[0])
    print("...")
    print("%d bytes became %d (%d%%), %d lines" % (len(PACKED), sink.size, 100 * len(PACKED) // sink.size, sink.lines))
    for damaged in (PACKED[:300], PACKED[:200] + bytes([PACKED[200] ^ 64]) + PACKED[201:], b"\x1f\x8b" + PACKED):
        try:
            Inflater(damaged, Sink()).run()
            print("damage was not noticed")
        except FormatError as error:
            print("damaged:", error)


main()
