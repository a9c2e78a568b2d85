# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, hex, percent
# memory: 24k
"""AES-128: encryption, decryption and CMAC for a small radio node.

The S-box is computed once into a bytearray; a message is sealed in CBC mode with a message
authentication code over it, opened again, and a forged one is refused.
"""


def xtime(a):
    return (a << 1) ^ (0x11B if a & 0x80 else 0)


def make_boxes():
    box = bytearray(256)
    inverse = bytearray(256)
    p = q = 1
    while True:
        p = (p ^ xtime(p)) & 0xFF
        for shift in (1, 2, 4):
            q ^= q << shift
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        value = 0x63
        for turn in range(5):
            value ^= (q << turn | q >> (8 - turn)) & 0xFF
        box[p] = value
        if p == 1:
            break
    box[0] = 0x63
    for i in range(256):
        inverse[box[i]] = i
    return box, inverse


BOX, INVERSE = make_boxes()


def times(a, b):
    result = 0
    while b:
        if b & 1:
            result ^= a
        a = xtime(a)
        b >>= 1
    return result


class Aes:
    block_size = 16

    def __init__(self, key):
        if len(key) != 16:
            raise ValueError("key must have 16 bytes, not %d" % len(key))
        keys = bytearray(key)
        rcon = 1
        for i in range(16, 176, 4):
            word = keys[i - 4 : i]
            if i % 16 == 0:
                word = bytearray((BOX[word[1]] ^ rcon, BOX[word[2]], BOX[word[3]], BOX[word[0]]))
                rcon = xtime(rcon)
            for j in range(4):
                keys.append(word[j] ^ keys[i - 16 + j])
        self.keys = bytes(keys)

    def add_key(self, state, number):
        for i in range(16):
            state[i] ^= self.keys[number * 16 + i]

    def encrypt(self, block):
        state = bytearray(block)
        self.add_key(state, 0)
        for number in range(1, 11):
            state = bytearray([BOX[state[(i + 4 * (i & 3)) & 15]] for i in range(16)])
            if number < 10:
                for c in range(0, 16, 4):
                    a, b, d, e = state[c : c + 4]
                    t = a ^ b ^ d ^ e
                    state[c] ^= t ^ xtime(a ^ b)
                    state[c + 1] ^= t ^ xtime(b ^ d)
                    state[c + 2] ^= t ^ xtime(d ^ e)
                    state[c + 3] ^= t ^ xtime(e ^ a)
            self.add_key(state, number)
        return bytes(state)

    def decrypt(self, block):
        state = bytearray(block)
        for number in range(10, 0, -1):
            self.add_key(state, number)
            if number < 10:
                for c in range(0, 16, 4):
                    column = state[c : c + 4]
                    for i in range(4):
                        state[c + i] = (
                            times(column[i], 14)
                            ^ times(column[(i + 1) & 3], 11)
                            ^ times(column[(i + 2) & 3], 13)
                            ^ times(column[(i + 3) & 3], 9)
                        )
            state = bytearray([INVERSE[state[(i - 4 * (i & 3)) & 15]] for i in range(16)])
        self.add_key(state, 0)
        return bytes(state)


def xor(a, b):
    return bytes([x ^ y for x, y in zip(a, b)])


def cbc_encrypt(aes, start, data):
    pad = 16 - len(data) % 16
    data = data + bytes([pad]) * pad
    out = bytearray()
    for i in range(0, len(data), 16):
        start = aes.encrypt(xor(start, data[i : i + 16]))
        out += start
    return bytes(out)


def cbc_decrypt(aes, start, data):
    out = bytearray()
    for i in range(0, len(data), 16):
        block = data[i : i + 16]
        out += xor(start, aes.decrypt(block))
        start = block
    if not 1 <= out[-1] <= 16:
        raise ValueError("bad padding")
    return bytes(out[: -out[-1]])


def cmac(aes, data):
    def double(value):
        number = int.from_bytes(value, "big") << 1
        if number >> 128:
            number ^= (1 << 128) | 0x87
        return number.to_bytes(16, "big")

    key = double(aes.encrypt(bytes(16)))
    if not data or len(data) % 16:
        data = data + b"\x80" + bytes(-(len(data) + 1) % 16)
        key = double(key)
    state = bytes(16)
    for i in range(0, len(data), 16):
        block = data[i : i + 16]
        if i + 16 == len(data):
            block = xor(block, key)
        state = aes.encrypt(xor(state, block))
    return state


def seal(cipher_key, mac_key, start, text):
    body = start + cbc_encrypt(Aes(cipher_key), start, text.encode())
    return body + cmac(Aes(mac_key), body)[:8]


def unseal(cipher_key, mac_key, message):
    body, tag = message[:-8], message[-8:]
    if cmac(Aes(mac_key), body)[:8] != tag:
        raise ValueError("message is forged or damaged")
    return cbc_decrypt(Aes(cipher_key), body[:16], body[16:]).decode()


def main():
    # The example of FIPS 197, appendix C.1, and of RFC 4493.
    aes = Aes(bytes(range(16)))
    secret = aes.encrypt(bytes.fromhex("00112233445566778899aabbccddeeff"))
    print("encrypt", secret.hex(), secret.hex() == "69c4e0d86a7b0430d8cdb78070b4c55a")
    print("decrypt", aes.decrypt(secret).hex())
    aes = Aes(bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c"))
    print("cmac   ", cmac(aes, b"").hex(), cmac(aes, b"").hex() == "bb1d6929e95937287fa37d129b756746")

    message = seal(b"sixteen byte key", b"another key, too", bytes(range(100, 116)), "door 4: open at 07:30, battery 3.61 V")
    print("sealed ", len(message), message[16:32].hex(), "...")
    print("opened ", unseal(b"sixteen byte key", b"another key, too", message))
    forged = bytearray(message)
    forged[20] ^= 1
    try:
        print(unseal(b"sixteen byte key", b"another key, too", bytes(forged)))
    except ValueError as error:
        print("refused", error)


main()
