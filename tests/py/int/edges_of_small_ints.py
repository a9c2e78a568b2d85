# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Ints at the edges of 30 bits: exact inside; outside, exact or, in a build without big ints, OverflowError.
TOP = 536870911
LOW = -TOP - 1
ONE = 1
operations = [
    ("add", lambda a, b: a + b),
    ("sub", lambda a, b: a - b),
    ("mul", lambda a, b: a * b),
    ("floordiv", lambda a, b: a // b if b else None),
    ("mod", lambda a, b: a % b if b else None),
    ("divmod", lambda a, b: divmod(a, b) if b else None),
    ("lshift", lambda a, b: a << b if 0 <= b < 40 else None),
    ("rshift", lambda a, b: a >> b if b >= 0 else None),
    ("pow", lambda a, b: a ** b if 0 <= b < 40 else None),
    ("and", lambda a, b: a & b),
    ("or", lambda a, b: a | b),
    ("xor", lambda a, b: a ^ b),
    ("neg", lambda a, b: -a),
    ("invert", lambda a, b: ~a),
    ("abs", lambda a, b: abs(a)),
    ("compare", lambda a, b: (a < b, a <= b, a == b, a != b, a > b, a >= b)),
    ("bits", lambda a, b: (a.bit_length(), a.bit_count())),
    ("text", lambda a, b: int(str(a)) == a and int(hex(a), 16) == a and int(bin(a), 0) == a),
    ("bytes", lambda a, b: int.from_bytes(a.to_bytes(5, "big", signed=True), "big", signed=True) == a),
    ("round", lambda a, b: (round(a), round(a, 2), round(a, -2), round(a, -10))),
    ("hash", lambda a, b: hash(a) == hash(int(str(a)))),
]
values = [0, 1, -1, 2, -2, 3, 7, -7, 28, 29, 30, 255, -256, 10007, 23170, 23171, -23170, TOP // 2, TOP // 2 + 1,
          LOW // 2, TOP - 1, TOP, LOW, LOW + 1]


def fits(v):
    return LOW <= v <= TOP


def is_inside(v):
    """Is it a result without a number that some build has not got?"""
    if isinstance(v, tuple):
        for item in v:
            if not fits(item):
                return False
        return True
    return v is None or fits(v)


# Sums of all results inside, in pieces that fit.
for name, f in operations:
    count = check = 0
    for a in values:
        for b in values:
            try:
                v = f(a, b)
            except OverflowError:
                continue
            if not is_inside(v):
                continue
            count += 1
            for item in v if isinstance(v, tuple) else (v,):
                if item is not None:
                    check = (check * 31 + item % 10007) % 10007
    print(name, count, check)

# Outside.
def outside(f):
    try:
        v = f()
    except OverflowError:
        return True
    return not is_inside(v)


print([outside(f) for f in (
    lambda: TOP + 1, lambda: LOW - 1, lambda: -LOW, lambda: abs(LOW), lambda: LOW // -1, lambda: TOP * 2, lambda: ONE << 29,
    lambda: (2 * ONE) ** 29, lambda: (-2 * ONE) ** 31, lambda: ~LOW + 1, lambda: int("536870912"), lambda: int("-536870913"),
    lambda: int("9" * 50), lambda: int("0x" + "f" * 20, 16), lambda: int.from_bytes(b"\x20\0\0\0", "big"))])
print(int("-536870912"), int("536870911"), int("0" * 60 + "12"), int("-20000000", 16), int("-0b1" + "0" * 29, 0))
print(int.from_bytes(b"\xe0\0\0\0", "big", signed=True), int.from_bytes(b"\xff\xff\xff\x1f", "little"))
for n, v, signed in ((0, 0, False), (1, 255, False), (1, 256, False), (1, -128, True), (1, 128, True), (1, -129, True), (2, -1, False)):
    try:
        print(v.to_bytes(n, "little", signed=signed))
    except OverflowError:
        print("OverflowError", n, v)
s = sum(range(30000))
print(s, sum([TOP, LOW, 1]), max(range(TOP - 3, TOP)), [i for i in range(TOP, TOP - 3, -1)], TOP in range(TOP), len(range(LOW, -1)))
