# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""dict: methods, order, views."""
d = {"b": 1, "a": 2, 3: [4]}
print(d, len(d), d["a"], d.get("x"), d.get("x", 0), d.get("b"), "a" in d, 1 in d, d.setdefault("n", 9), d.setdefault("b", 9))
d["c"] = 5; d["a"] = 20; del d[3]
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), sorted(d))
print(d.pop("b"), d.pop("none", -1), d.popitem(), d, d.update({"z": 1}, y=2), d.update([("q", 3)]), d)
e = d.copy(); e["new"] = 1; print(len(d), len(e), d == e, d == dict(d), {} == dict())
print(dict(a=1, b=2), dict([(1, 2), ("x", "y")]), dict({1: 2}, c=3), {**d, "z": 0}, {i: i * i for i in range(4)}, dict.fromkeys("ab", 0))
print({1: "int", True: "bool"}, {"a": 1} | {"a": 2, "b": 3}, {1: {2: {3: 4}}}[1][2][3])
d |= {"or": 1}; print(d)
for key, value in d.items():
    print(key, value, end=";")
print([k for k in d], [*d.values()], len(d.keys()), "a" in d.keys(), 20 in d.values(), ("a", 20) in d.items())
d.clear(); print(d, bool(d))
for f in (lambda: d["x"]), (lambda: d.pop("y")), (lambda: d.popitem()), (lambda: {1: 2}[2]):
    try:
        f()
    except KeyError as e:
        print("KeyError", len(e.args))
for f in (lambda: {[]: 1}), (lambda: {}[{}]):
    try:
        f()
    except TypeError:
        print("no hash")
big = {}
for i in range(100):
    big[i] = -i
for i in range(0, 100, 2):
    del big[i]
big[0] = "back"
print(len(big), list(big)[:5], list(big)[-1], big[99], sum([v for v in big.values() if v != "back"]))
try:
    for k in big:
        big[-k - 1000] = 1
except RuntimeError:
    print("changed while iterated")
