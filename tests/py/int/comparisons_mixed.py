# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Integers compare exactly with each other, bool and float.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(1 == 1.0, 1 == True, 0 == False, 2 == True, 1 < 1.5 < 2, 10**20 > 10**19)
print(10**30 == 10**30 + 0, 10**30 is not None, -10**30 < 10**30, -10**30 < 0 < 10**30)
print(2**31 < float("inf"), -2**100 > float("-inf"), 5 < float("nan"), 5 > float("nan"), 5 != float("nan"))
print(2**100 > 1.0, -2**100 < -1.5, 2**20 == 2.0**20, 0 == -0.0)
print(1 != "1", 1 == "1", (1 == None), 3 in (1.0, 2.0, 3.0))
print(sorted([3, -1, 2**70, -2**70, 0.5, True]))
print(min(3, 2**65, -5), max([3, 2**65, -5]))
err(lambda: 1 < "1")
err(lambda: None > 1)
err(lambda: 1 >= [])
err(lambda: 10**30 < ())
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d)
print(hash(1) == hash(1.0) == hash(True), hash(2**40) == hash(2.0**40))
