# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A module of some 3 KB, for t5_1_import.py and t5_2_identity.py: functions, classes, and things they refer to."""

LIMITS = {'low': 0, 'high': 100, 'step': 5}
NAMES = ['alpha', 'beta', 'gamma', 'delta']
shared = []


class Sensor:
    """Reads and remembers."""

    history = []
    scale = (1, 10, 100)

    def __init__(self, name, offset=0):
        self.name = name
        self.offset = offset
        self.values = []

    def add(self, value):
        self.values.append(value + self.offset)
        self.history.append((self.name, value))
        return len(self.values)

    def mean(self):
        return sum(self.values) // len(self.values) if self.values else None

    def span(self):
        return (min(self.values), max(self.values)) if self.values else (0, 0)

    def clear(self):
        n = len(self.values)
        self.values = []
        return n


class Filtered(Sensor):
    """Leaves out what is beyond the limits."""

    def add(self, value):
        if not LIMITS['low'] <= value <= LIMITS['high']:
            return 0
        return Sensor.add(self, value)

    def steps(self):
        return [v // LIMITS['step'] for v in self.values]


def parse(line):
    parts = line.split(',')
    if len(parts) != 3:
        raise ValueError('three fields expected, not %d' % len(parts))
    return parts[0].strip(), int(parts[1]), parts[2].strip() == 'yes'


def encode(record):
    name, value, good = record
    return '%s,%d,%s' % (name, value, 'yes' if good else 'no')


def checksum(data):
    total = 0
    for i, b in enumerate(data):
        total = (total * 31 + b + i) & 0xffff
    return total


def table(rows, columns):
    width = [max(len(str(r[c])) for r in rows) for c in range(columns)]
    lines = []
    for r in rows:
        lines.append(' '.join(str(r[c]) + ' ' * (width[c] - len(str(r[c]))) for c in range(columns)))
    return '\n'.join(lines)


def merge(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def describe(sensor):
    low, high = sensor.span()
    return '%s: %d values, %d to %d' % (sensor.name, len(sensor.values), low, high)
