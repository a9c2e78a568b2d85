# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""AES-128 in counter mode, tables made at start, a byte at a time."""


def xtime(a):
    a <<= 1
    return (a ^ 0x11B) & 0xFF if a & 0x100 else a


def make_sbox():
    sbox = [0] * 256
    p = q = 1
    while True:
        p = p ^ xtime(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        x = q ^ (q << 1 | q >> 7) ^ (q << 2 | q >> 6) ^ (q << 3 | q >> 5) ^ (q << 4 | q >> 4)
        sbox[p] = (x ^ 0x63) & 0xFF
        if p == 1:
            break
    sbox[0] = 0x63
    return sbox


class Aes:
    sbox = make_sbox()
    double = [xtime(i) for i in range(256)]

    def __init__(self, key):
        words = [list(key[i : i + 4]) for i in range(0, 16, 4)]
        rcon = 1
        for i in range(4, 44):
            w = words[i - 1][:]
            if i % 4 == 0:
                w = [self.sbox[b] for b in w[1:] + w[:1]]
                w[0] ^= rcon
                rcon = xtime(rcon)
            words.append([a ^ b for a, b in zip(w, words[i - 4])])
        self.keys = [sum(words[i : i + 4], []) for i in range(0, 44, 4)]

    def encrypt(self, block):
        sbox = self.sbox
        double = self.double
        state = [a ^ b for a, b in zip(block, self.keys[0])]
        for rnd in range(1, 11):
            s = [sbox[b] for b in state]
            key = self.keys[rnd]
            state = []
            for c in range(0, 16, 4):
                a0 = s[c]
                a1 = s[(c + 5) & 15]
                a2 = s[(c + 10) & 15]
                a3 = s[(c + 15) & 15]
                if rnd < 10:
                    t = a0 ^ a1 ^ a2 ^ a3
                    state.append(a0 ^ t ^ double[a0 ^ a1] ^ key[c])
                    state.append(a1 ^ t ^ double[a1 ^ a2] ^ key[c + 1])
                    state.append(a2 ^ t ^ double[a2 ^ a3] ^ key[c + 2])
                    state.append(a3 ^ t ^ double[a3 ^ a0] ^ key[c + 3])
                else:
                    state += [a0 ^ key[c], a1 ^ key[c + 1], a2 ^ key[c + 2], a3 ^ key[c + 3]]
        return bytes(state)


def counter_mode(aes, nonce, data):
    out = bytearray()
    for i in range(0, len(data), 16):
        stream = aes.encrypt(nonce + (i // 16).to_bytes(4, "big"))
        out += bytes([a ^ b for a, b in zip(data[i : i + 16], stream)])
    return out


def main():
    aes = Aes(bytes(range(16)))
    vector = aes.encrypt(bytes.fromhex("00112233445566778899aabbccddeeff"))
    assert vector.hex() == "69c4e0d86a7b0430d8cdb78070b4c55a"
    data = bytes([(i * 7 + (i >> 8)) & 0xFF for i in range(150000)])
    sealed = counter_mode(aes, b"nonce-of-12b", data)
    a, b = 1, 0
    for byte in sealed:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    print("aes %08x %s" % (b << 16 | a, sealed[-8:].hex()))


main()
