# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, hex, percent, struct
# Shows: A longer program: a packet codec with header, records and checksum over struct.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import struct
HDR = '>2sBHI'
class Packet:
    def __init__(self, kind, records):
        self.kind, self.records = kind, records
    def encode(self):
        body = b''.join(struct.pack('<HhB%ds' % len(n.encode()), i, v, len(n.encode()), n.encode()) for i, v, n in self.records)
        return struct.pack(HDR, b'OU', self.kind, len(body), sum(body) * 31 & 0xffffffff) + body
    @classmethod
    def decode(cls, data):
        if len(data) < struct.calcsize(HDR):
            raise ValueError('short header: %d' % len(data))
        magic, kind, n, check = struct.unpack_from(HDR, data)
        if magic != b'OU':
            raise ValueError('bad magic %r' % magic)
        body = data[struct.calcsize(HDR):]
        if len(body) != n:
            raise ValueError(f'length {len(body)} is not {n}')
        if sum(body) * 31 & 0xffffffff != check:
            raise ValueError('bad checksum')
        recs, off = [], 0
        while off < n:
            i, v, k = struct.unpack_from('<HhB', body, off)
            off += 5
            name, = struct.unpack_from('%ds' % k, body, off)
            off += k
            recs.append((i, v, name.decode()))
        return cls(kind, recs)
    def __eq__(self, o): return (self.kind, self.records) == (o.kind, o.records)
    def __repr__(self): return f'Packet({self.kind}, {self.records})'
p = Packet(3, [(1, -5, 'temp'), (2, 30000, 'druck é'), (65535, 0, '')])
raw = p.encode()
print(len(raw), raw.hex(), Packet.decode(raw) == p, Packet.decode(raw))
for bad in (raw[:5], b'XX' + raw[2:], raw[:-1], raw[:-1] + b'\x01', b''):
    err(Packet.decode, bad)
err(Packet(1, [(70000, 0, 'x')]).encode) if False else None
for i in range(0, 40, 13):
    q = Packet(i, [(k, -k * k, 'n%d' % k) for k in range(i)])
    assert Packet.decode(q.encode()) == q
    print(i, len(q.encode()), struct.unpack_from('>I', q.encode(), 5)[0])
