# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, percent, struct
# memory: 24k
"""A packet link over a bad wire: COBS framing, CRC-16, sequence numbers, acknowledgement and resending.

The wire drops, flips and inserts bytes (by a generator of its own, so that every run is the same); the
messages arrive whole, in order, once.
"""
import struct


def crc16(data, crc=0xFFFF):
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def cobs_encode(data):
    """Replaces every zero by the distance to the next, so that zero can mark the end."""
    out = bytearray(1)
    mark = 0
    for byte in data:
        if byte:
            out.append(byte)
        if not byte or len(out) - mark == 255:
            out[mark] = len(out) - mark
            mark = len(out)
            out.append(0)
    out[mark] = len(out) - mark
    out.append(0)
    return bytes(out)


def cobs_decode(frame):
    out = bytearray()
    i = 0
    while i < len(frame):
        step = frame[i]
        if step == 0 or i + step > len(frame):
            raise ValueError("bad frame")
        out += frame[i + 1 : i + step]
        i += step
        if step < 255 and i < len(frame):
            out.append(0)
    return bytes(out)


class Packet:
    HEADER = "<BBH"
    DATA, ACK = 1, 2

    def __init__(self, kind, number, payload=b""):
        self.kind = kind
        self.number = number
        self.payload = payload

    def encode(self):
        body = struct.pack(self.HEADER, self.kind, self.number, len(self.payload)) + self.payload
        return cobs_encode(body + struct.pack(">H", crc16(body)))

    @classmethod
    def decode(cls, frame):
        body = cobs_decode(frame)
        size = struct.calcsize(cls.HEADER)
        if len(body) < size + 2:
            raise ValueError("short packet")
        (check,) = struct.unpack_from(">H", body, len(body) - 2)
        if crc16(body[:-2]) != check:
            raise ValueError("CRC mismatch")
        kind, number, length = struct.unpack_from(cls.HEADER, body)
        if length != len(body) - size - 2:
            raise ValueError("length mismatch")
        return cls(kind, number, body[size:-2])


class Wire:
    """One direction; in every 1000 bytes about `loss` go wrong."""

    def __init__(self, seed, loss):
        self.state = seed
        self.loss = loss
        self.queue = bytearray()
        self.sent = 0
        self.harmed = 0

    def draw(self, n):
        self.state ^= self.state << 13 & 0xFFFFFFFF
        self.state ^= self.state >> 17
        self.state ^= self.state << 5 & 0xFFFFFFFF
        return self.state % n

    def write(self, data):
        for byte in data:
            self.sent += 1
            if self.draw(1000) >= self.loss:
                self.queue.append(byte)
                continue
            self.harmed += 1
            what = self.draw(3)
            if what == 1:
                self.queue.append(byte ^ 1 << self.draw(8))
            elif what == 2:
                self.queue.append(byte)
                self.queue.append(self.draw(256))

    def read(self):
        data = bytes(self.queue)
        del self.queue[:]
        return data


class Receiver:
    """Collects bytes up to a zero; gives the packets that are right and counts the others."""

    def __init__(self):
        self.partial = bytearray()
        self.errors = {}

    def feed(self, data):
        for byte in data:
            if byte:
                self.partial.append(byte)
                continue
            frame = bytes(self.partial)
            del self.partial[:]
            if not frame:
                continue
            try:
                yield Packet.decode(frame)
            except ValueError as error:
                key = str(error)
                self.errors[key] = self.errors.get(key, 0) + 1


class Link:
    """Stop and wait: one packet on its way until it is acknowledged."""

    def __init__(self, loss):
        self.there = Wire(2463534242, loss)
        self.back = Wire(88675123, loss)
        self.station = Receiver()
        self.sender = Receiver()
        self.expected = 0
        self.arrived = []
        self.attempts = 0

    def station_step(self):
        for packet in self.station.feed(self.there.read()):
            if packet.kind != Packet.DATA:
                continue
            if packet.number == self.expected:
                self.arrived.append(packet.payload)
                self.expected = (self.expected + 1) & 0xFF
            self.back.write(Packet(Packet.ACK, packet.number).encode())

    def send(self, number, payload):
        for attempt in range(50):
            self.attempts += 1
            # A leading zero ends whatever the wire has left half received.
            self.there.write(b"\0" + Packet(Packet.DATA, number, payload).encode())
            self.station_step()
            for packet in self.sender.feed(self.back.read() + b"\0"):
                if packet.kind == Packet.ACK and packet.number == number:
                    return
        raise OSError("no acknowledgement for packet %d" % number)


def main():
    for sample in (b"", b"\0", b"abc", b"a\0\0b", bytes(range(256)), b"\1" * 254, b"\1" * 300):
        frame = cobs_encode(sample)
        assert 0 not in frame[:-1] and cobs_decode(frame[:-1]) == sample
    print("crc16 of 123456789: %04x" % crc16(b"123456789"))

    messages = []
    for i in range(24):
        reading = struct.pack("<IhhB", 1000 * i, 215 + i % 5, -40 + 3 * i, i & 1)
        messages.append(reading + bytes(i % 4) + b"node-%d" % (i % 3))
    for loss in (0, 8, 25):
        link = Link(loss)
        for number, payload in enumerate(messages):
            link.send(number, payload)
        print("loss %2d/1000: %d messages in %d attempts, %d bytes, %d harmed, intact: %s" % (
            loss, len(link.arrived), link.attempts, link.there.sent, link.there.harmed + link.back.harmed,
            link.arrived == messages))
        for error in sorted(link.station.errors):
            print("    %s: %d" % (error, link.station.errors[error]))


main()
