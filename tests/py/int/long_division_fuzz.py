# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Pseudo random big integer arithmetic against identities, printed as one checksum.
seed = 1
def rnd(bits):
    global seed
    n = 0
    for _ in range((bits + 15) // 16):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        n = n << 16 | seed >> 48
    return n >> (-bits % 16)
check = 0
for i in range(400):
    a, b, c = rnd(1 + i * 3 % 401), rnd(1 + i * 7 % 257) + 1, rnd(1 + i * 5 % 130)
    if i % 3 == 1: a = -a
    if i % 5 == 2: b = -b
    q, r = divmod(a, b)
    assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
    assert (a + b) * (a - b) == a * a - b * b
    assert (a * b) // b == a and (a * b) % b == 0
    assert int(str(a)) == a and int(hex(b), 16) == b and int(bin(a), 2) == a and int(oct(a), 8) == a
    s = i % 97
    assert (a << s) >> s == a and a >> s == a // 2**s
    assert a & c | a ^ c == a | c or True
    assert (a | c) == (a & c) + (a ^ c)
    assert a ^ -1 == ~a and (a & 0xffff) == a % 65536
    k = a.bit_length() // 8 + 1
    assert int.from_bytes(a.to_bytes(k, 'little', signed=True), 'little', signed=True) == a
    assert (a == b) == (str(a) == str(b)) and (a < b) == (a - b < 0)
    assert pow(a, 3) == a * a * a and pow(a, c % 50, abs(b)) == pow(a % abs(b), c % 50, abs(b))
    check = (check * 31 + q + r + (a ^ b) + (a & c) + hash(c % 1000)) % (10**18 + 9)
print(check, seed)
