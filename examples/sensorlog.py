# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: json, percent
# memory: 24k
"""A sensor log in JSON: readings come as lines of JSON, go through alarms and a ring of the latest, and
leave as a summary per sensor, again as JSON.  Damaged lines are counted and reported, not fatal.
"""
import json


class Ring:
    """The latest `size` items."""

    def __init__(self, size):
        self.items = [None] * size
        self.count = 0

    def add(self, item):
        self.items[self.count % len(self.items)] = item
        self.count += 1

    def __len__(self):
        return min(self.count, len(self.items))

    def __iter__(self):
        size = len(self.items)
        for i in range(max(0, self.count - size), self.count):
            yield self.items[i % size]


class Summary:
    def __init__(self, unit):
        self.unit = unit
        self.count = 0
        self.total = 0
        self.low = None
        self.high = None

    def add(self, value):
        self.count += 1
        self.total += value
        if self.low is None or value < self.low:
            self.low = value
        if self.high is None or value > self.high:
            self.high = value

    def as_dict(self):
        return {
            "count": self.count,
            "mean": self.total // self.count,
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
        }


class Alarm:
    """Fires when a value leaves its limits, and again only after it came back."""

    def __init__(self, sensor, low, high):
        self.sensor = sensor
        self.low = low
        self.high = high
        self.active = False

    def check(self, reading):
        if reading["sensor"] != self.sensor:
            return None
        outside = not self.low <= reading["value"] <= self.high
        fired = outside and not self.active
        self.active = outside
        if fired:
            side = "above" if reading["value"] > self.high else "below"
            return "{time:>5} s: {sensor} is {side}: {value} {unit}".format(side=side, **reading)
        return None


class Log:
    REQUIRED = ("time", "sensor", "value", "unit")

    def __init__(self, keep):
        self.latest = Ring(keep)
        self.summaries = {}
        self.alarms = []
        self.messages = []
        self.bad = {}

    def feed(self, line):
        try:
            reading = json.loads(line)
            missing = [key for key in self.REQUIRED if key not in reading]
            if missing:
                raise KeyError("missing " + ", ".join(missing))
            if not isinstance(reading["value"], int):
                raise TypeError("value is " + type(reading["value"]).__name__)
        except (ValueError, KeyError, TypeError) as error:
            kind = "not JSON" if isinstance(error, ValueError) else error.args[0]
            self.bad[kind] = self.bad.get(kind, 0) + 1
            return
        self.latest.add(reading)
        name = reading["sensor"]
        if name not in self.summaries:
            self.summaries[name] = Summary(reading["unit"])
        self.summaries[name].add(reading["value"])
        for alarm in self.alarms:
            message = alarm.check(reading)
            if message:
                self.messages.append(message)

    def export(self):
        return json.dumps(
            {
                "sensors": {name: self.summaries[name].as_dict() for name in sorted(self.summaries)},
                "latest": [[r["time"], r["sensor"], r["value"]] for r in self.latest],
                "bad": self.bad,
            }
        )


def wire(n):
    """What arrives: three sensors in turn, and now and then rubbish."""
    state = 99
    for i in range(n):
        state = (state * 75 + 74) % 65537
        noise = state % 21 - 10
        if i % 17 == 5:
            yield '{"time": %d, "sensor": "cellar", "val' % i
        elif i % 29 == 11:
            yield '{"time": %d, "sensor": "attic"}' % i
        elif i % 37 == 20:
            yield '{"time": %d, "sensor": "attic", "value": null, "unit": "C"}' % i
        elif i % 3 == 0:
            yield json.dumps({"time": i, "sensor": "cellar", "value": 120 + noise, "unit": "dC"})
        elif i % 3 == 1:
            yield json.dumps({"time": i, "sensor": "attic", "value": 200 + i % 90 + noise, "unit": "dC"})
        else:
            yield json.dumps({"time": i, "sensor": "tank \u00bd", "value": 5000 - 9 * i + noise, "unit": "l"})


def main():
    log = Log(6)
    log.alarms = [Alarm("attic", 150, 280), Alarm("tank \u00bd", 3000, 6000), Alarm("cellar", 111, 200)]
    for line in wire(260):
        log.feed(line)
    for message in log.messages[:12]:
        print(message)
    print(len(log.messages), "alarms")
    text = log.export()
    back = json.loads(text)
    for name, summary in back["sensors"].items():
        print("%-8s" % name, summary)
    print(back["latest"])
    print(back["bad"])
    print(len(text), "bytes of JSON, round trip", json.dumps(back) == text)


main()
