# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, percent
# memory: 16k
"""A thermostat: a PID loop over a simulated oven, in thousandths of a degree, without floats.

The sensor is noisy and is read through a median and an exponential filter.  Anti-windup keeps the integral
within what the heater can do.  Draws the run as a chart.
"""


class Noise:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, spread):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % (2 * spread + 1) - spread


class Oven:
    """Heater element and chamber, each with its own heat capacity; the room is at 20 degrees."""

    ROOM = 20000

    def __init__(self):
        self.element = self.ROOM
        self.chamber = self.ROOM

    def step(self, power):
        """power: 0 to 1000, for one second"""
        self.element += power * 6 - (self.element - self.chamber) // 12
        self.chamber += (self.element - self.chamber) // 60 - (self.chamber - self.ROOM) // 250


class Median:
    def __init__(self, size):
        self.size = size
        self.values = []

    def __call__(self, value):
        self.values.append(value)
        if len(self.values) > self.size:
            self.values.pop(0)
        return sorted(self.values)[len(self.values) // 2]


class Smooth:
    def __init__(self, shift):
        self.shift = shift
        self.sum = None

    def __call__(self, value):
        if self.sum is None:
            self.sum = value << self.shift
        self.sum += value - (self.sum >> self.shift)
        return self.sum >> self.shift


class Pid:
    """Gains are in 1/1024; the derivative is taken of the measurement, so that a new target makes no kick."""

    def __init__(self, p, i, d, low=0, high=1000):
        self.p, self.i, self.d = p, i, d
        self.low, self.high = low, high
        self.integral = 0
        self.last = None

    def __call__(self, target, measured):
        error = target - measured
        slope = 0 if self.last is None else measured - self.last
        self.last = measured
        output = (self.p * error + self.integral - self.d * slope) >> 10
        if self.low < output < self.high or (output >= self.high) != (error > 0):
            self.integral += self.i * error
        return min(self.high, max(self.low, output))


class Sensor:
    def __init__(self, oven, noise):
        self.oven = oven
        self.noise = noise
        self.filters = (Median(5), Smooth(2))

    def read(self):
        value = self.oven.chamber + self.noise(400)
        if self.noise(50) == 0:
            value += 25000  # a spike on the wire
        for stage in self.filters:
            value = stage(value)
        return value


def program(second):
    """Target over time: heat up, hold, bake, cool down."""
    for until, target in ((300, 60000), (900, 180000), (1200, 120000)):
        if second < until:
            return target
    return 20000


def main():
    oven = Oven()
    sensor = Sensor(oven, Noise(7))
    control = Pid(40, 0, 800)
    control.i = 1
    overshoot = 0
    energy = 0
    for second in range(1320):
        target = program(second)
        measured = sensor.read()
        power = control(target, measured)
        oven.step(power)
        energy += power
        if second < 900:
            overshoot = max(overshoot, oven.chamber - 180000)
        if second % 40 == 0:
            row = [" "] * 50
            row[target * 49 // 220000] = "|"
            row[min(49, oven.chamber * 49 // 220000)] = "o"
            print("%4d s %5d.%d C %3d%% %s" % (
                second, oven.chamber // 1000, oven.chamber % 1000 // 100, power // 10, "".join(row).rstrip()))
    print("overshoot %d.%d C, energy %d kJ" % (overshoot // 1000, overshoot % 1000 // 100, energy // 1000))


main()
