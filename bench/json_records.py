# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""JSON: records are made, dumped, loaded, changed and dumped again, with a hand-written walk over them."""
import json


def make(n):
    records = []
    for i in range(n):
        records.append(
            {
                "id": i,
                "name": "sensor-%d" % (i % 50),
                "ok": i % 3 != 0,
                "unit": None if i % 5 else "K",
                "values": [i * 0.5, i * i, -i, 1.25],
                "place": {"room": "r%d" % (i % 7), "shelf": i % 11, "note": 'tab\t"quoted" \u00e9'},
            }
        )
    return records


def walk(value):
    if isinstance(value, dict):
        total = 0
        for key, item in value.items():
            total += len(key) + walk(item)
        return total
    if isinstance(value, list):
        return sum([walk(item) for item in value])
    if isinstance(value, str):
        return len(value)
    if value is None or value is True or value is False:
        return 1
    return int(value) % 97


def main():
    total = length = 0
    records = make(400)
    for i in range(75):
        text = json.dumps(records)
        length += len(text)
        records = json.loads(text)
        total += walk(records)
        for r in records:
            r["id"] += 1
            r["values"].append(i)
    print("json", total, length)


main()
