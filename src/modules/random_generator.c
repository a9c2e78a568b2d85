/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The generator of module random: the Mersenne Twister, seeded exactly as CPython 3.11 does it.
 */
#include "modules/mod_random.h"

#define M 397

/* -- the generator -- */

static void seed_word(struct ou_random *r, uint32_t s)
{
    r->mt[0] = s;
    for (uint32_t i = 1; i < OU_RANDOM_WORDS; i++)
        r->mt[i] = 1812433253u * (r->mt[i - 1] ^ (r->mt[i - 1] >> 30)) + i;
    r->index = OU_RANDOM_WORDS;
}

/* key: bytes, little-endian words of 4 */
static void seed_key(struct ou_random *r, const uint8_t *key, size_t words)
{
    seed_word(r, 19650218u);
    uint32_t *mt = r->mt;
    size_t i = 1, j = 0;
    for (size_t k = OU_RANDOM_WORDS > words ? OU_RANDOM_WORDS : words; k > 0; k--) {
        uint32_t word = key[4 * j] | (uint32_t)key[4 * j + 1] << 8 | (uint32_t)key[4 * j + 2] << 16 |
                        (uint32_t)key[4 * j + 3] << 24;
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) + word + (uint32_t)j;
        i++;
        j++;
        if (i >= OU_RANDOM_WORDS) {
            mt[0] = mt[OU_RANDOM_WORDS - 1];
            i = 1;
        }
        if (j >= words)
            j = 0;
    }
    for (size_t k = OU_RANDOM_WORDS - 1; k > 0; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
        i++;
        if (i >= OU_RANDOM_WORDS) {
            mt[0] = mt[OU_RANDOM_WORDS - 1];
            i = 1;
        }
    }
    mt[0] = 0x80000000u;
}

static void refill(struct ou_random *r)
{
    uint32_t *mt = r->mt;
    for (unsigned i = 0; i < OU_RANDOM_WORDS; i++) {
        uint32_t y = (mt[i] & 0x80000000u) | (mt[i + 1 < OU_RANDOM_WORDS ? i + 1 : 0] & 0x7fffffffu);
        mt[i] = mt[i + M < OU_RANDOM_WORDS ? i + M : i + M - OU_RANDOM_WORDS] ^ (y >> 1) ^
                (y & 1 ? 0x9908b0dfu : 0);
    }
    r->index = 0;
}

uint32_t ou_random_next(struct ou_random *r)
{
    if (r->index >= OU_RANDOM_WORDS)
        refill(r);
    uint32_t y = r->mt[r->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

/* From [0, 1). */
ou_float ou_random_float(struct ou_random *r)
{
#if OU_WORD_BITS == 64
    uint32_t a = ou_random_next(r) >> 5, b = ou_random_next(r) >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
#else
    uint32_t a = ou_random_next(r) >> 8;
    (void)ou_random_next(r);
    return (ou_float)a * 0x1p-24f;
#endif
}

/* int(random() * n) of doubles, whatever a float is. */
ou_int ou_random_index(struct ou_random *r, ou_int n)
{
#if OU_WORD_BITS == 64
    return (ou_int)(ou_random_float(r) * (ou_float)n);
#else
    uint64_t a = ou_random_next(r) >> 5, b = ou_random_next(r) >> 6; /* 27 and 26 bits, of n's 29 */
    return (ou_int)((a * (uint32_t)n + (b * (uint32_t)n >> 26)) >> 27);
#endif
}

static void seed_entropy(struct ou_random *r)
{
    uint8_t key[32];
    for (unsigned i = 0; i < sizeof key; i += 4) {
        uint32_t word = ou_port_entropy();
        memcpy(key + i, &word, 4);
    }
    seed_key(r, key, sizeof key / 4);
    r->has_gauss = false;
}

ou_val ou_random_new(struct ou_vm *vm)
{
    ou_val v = ou_object_new_raw(vm, &ou_type_random, sizeof(struct ou_random), false);
    if (v != OU_EXC)
        seed_entropy(ou_ptr(v));
    return v;
}

/* -- SHA-512, by which CPython makes a seed of text -- */

static const uint64_t sha512_k[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static uint64_t rotate(uint64_t x, unsigned n) { return x >> n | x << (64 - n); }

static void sha512_block(uint64_t h[8], const uint8_t *block)
{
    uint64_t w[16], s[8];
    memcpy(s, h, sizeof s);
    for (unsigned i = 0; i < 80; i++) {
        uint64_t word = 0;
        if (i < 16) {
            for (unsigned j = 0; j < 8; j++)
                word = word << 8 | block[8 * i + j];
        } else {
            uint64_t a = w[(i + 1) % 16], b = w[(i + 14) % 16];
            word = w[i % 16] + w[(i + 9) % 16] + (rotate(a, 1) ^ rotate(a, 8) ^ a >> 7) +
                   (rotate(b, 19) ^ rotate(b, 61) ^ b >> 6);
        }
        w[i % 16] = word;
        uint64_t t1 = s[7] + (rotate(s[4], 14) ^ rotate(s[4], 18) ^ rotate(s[4], 41)) +
                      ((s[4] & s[5]) ^ (~s[4] & s[6])) + sha512_k[i] + word;
        uint64_t t2 = (rotate(s[0], 28) ^ rotate(s[0], 34) ^ rotate(s[0], 39)) +
                      ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof s[0]);
        s[4] += t1;
        s[0] = t1 + t2;
    }
    for (unsigned i = 0; i < 8; i++)
        h[i] += s[i];
}

static void sha512(const uint8_t *data, size_t n, uint8_t out[64])
{
    uint64_t h[8] = {
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    };
    uint8_t block[128];
    size_t done = 0;
    for (; n - done >= 128; done += 128)
        sha512_block(h, data + done);
    size_t rest = n - done;
    memset(block, 0, sizeof block);
    memcpy(block, data + done, rest);
    block[rest] = 0x80;
    if (rest >= 112) {
        sha512_block(h, block);
        memset(block, 0, sizeof block);
    }
    uint64_t bits = (uint64_t)n * 8;
    for (unsigned i = 0; i < 8; i++)
        block[127 - i] = (uint8_t)(bits >> (8 * i));
    sha512_block(h, block);
    for (unsigned i = 0; i < 64; i++)
        out[i] = (uint8_t)(h[i / 8] >> (56 - 8 * (i % 8)));
}

/* -- seeding -- */

/* Seeds by a non-negative int. */
static int seed_int(struct ou_vm *vm, struct ou_random *r, ou_val n)
{
    ou_int bits;
    (void)ou_int_frexp(n, &bits);
    size_t words = bits == 0 ? 1 : ((size_t)bits + 31) / 32;
    uint8_t local[16], *key = local;
    ou_val block = OU_NONE;
    if (words > 4) {
        block = ou_bytes_new(vm, NULL, 4 * words);
        if (block == OU_EXC)
            return -1;
        key = ou_bytes_writable(block);
    }
    if (ou_int_to_bytes(vm, n, key, 4 * words, false, false) < 0)
        return -1;
    seed_key(r, key, words);
    return 0;
}

/* The int made of text and its SHA-512, big-endian. */
static int seed_text(struct ou_vm *vm, struct ou_random *r, const uint8_t *text, size_t n)
{
    ou_val block = ou_bytes_new(vm, NULL, n + 64);
    if (block == OU_EXC)
        return -1;
    uint8_t *data = ou_bytes_writable(block);
    memcpy(data, text, n);
    sha512(text, n, data + n);
    ou_val number = ou_int_from_bytes(vm, data, n + 64, true, false);
    return number == OU_EXC ? -1 : seed_int(vm, r, number);
}

int ou_random_seed_by(struct ou_vm *vm, struct ou_random *r, ou_val v)
{
    r->has_gauss = false;
    if (v == OU_ABSENT || v == OU_NONE) {
        seed_entropy(r);
        return 0;
    }
    if (ou_is_a(v, &ou_type_int)) {
        ou_val n = ou_index(vm, v);
        if (n == OU_EXC || (n = ou_unary(vm, OU_OP_ABS, n)) == OU_EXC)
            return -1;
        return seed_int(vm, r, n);
    }
    ou_val str = ou_cast_native(v, &ou_type_str);
    if (str != OU_ABSENT) {
        size_t n;
        const char *text = ou_str_text(vm, str, &n);
        return seed_text(vm, r, (const uint8_t *)text, n);
    }
    if (ou_cast_native(v, &ou_type_bytes) != OU_ABSENT ||
        ou_cast_native(v, &ou_type_bytearray) != OU_ABSENT) {
        struct ou_buffer b;
        return ou_get_buffer(vm, v, &b) < 0 ? -1 : seed_text(vm, r, b.data, b.size);
    }
    if (ou_cast_native(v, &ou_type_float) == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "The only supported seed types are: None,\n"
                                "int, float, str, bytes, and bytearray."));
    ou_int hash;
    if (ou_hash(vm, v, &hash) < 0)
        return -1;
    ou_val n = ou_int_from_u64(vm, (uint64_t)(uintptr_t)hash);
    return n == OU_EXC ? -1 : seed_int(vm, r, n);
}
