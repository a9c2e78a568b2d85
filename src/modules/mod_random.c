/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module random: the Mersenne Twister, seeded and used exactly as CPython 3.11 does, so that the same
 * seed gives the same numbers.
 *
 * A generator is one RAW block of 2.5 KB; the one behind the module's functions is made when it is
 * first used.  Distributions compute in the machine's floats; where these have single precision, random()
 * cuts off what does not fit, so that it stays below 1.  What chooses from a population has 53 bits everywhere.
 */
#include <math.h>
#include <ouro/ouro.h>

#define N 624
#define M 397

struct random {
    ou_val type;
    ou_float gauss_next;
    bool has_gauss;
    uint32_t index;
    uint32_t mt[N];
};

extern const struct ou_type ou_type_random;

#define IMPLEMENT(name) \
    static ou_val name(struct ou_vm *vm, struct random *r, unsigned n_args, unsigned n_kw, const ou_val *args)

/* -- the generator -- */

static void seed_word(struct random *r, uint32_t s)
{
    r->mt[0] = s;
    for (uint32_t i = 1; i < N; i++)
        r->mt[i] = 1812433253u * (r->mt[i - 1] ^ (r->mt[i - 1] >> 30)) + i;
    r->index = N;
}

/* key: bytes, little-endian words of 4 */
static void seed_key(struct random *r, const uint8_t *key, size_t words)
{
    seed_word(r, 19650218u);
    uint32_t *mt = r->mt;
    size_t i = 1, j = 0;
    for (size_t k = N > words ? N : words; k > 0; k--) {
        uint32_t word = key[4 * j] | (uint32_t)key[4 * j + 1] << 8 | (uint32_t)key[4 * j + 2] << 16 |
                        (uint32_t)key[4 * j + 3] << 24;
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) + word + (uint32_t)j;
        i++;
        j++;
        if (i >= N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
        if (j >= words)
            j = 0;
    }
    for (size_t k = N - 1; k > 0; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
        i++;
        if (i >= N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
    }
    mt[0] = 0x80000000u;
}

static void refill(struct random *r)
{
    uint32_t *mt = r->mt;
    for (unsigned i = 0; i < N; i++) {
        uint32_t y = (mt[i] & 0x80000000u) | (mt[i + 1 < N ? i + 1 : 0] & 0x7fffffffu);
        mt[i] = mt[i + M < N ? i + M : i + M - N] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    r->index = 0;
}

static uint32_t next_word(struct random *r)
{
    if (r->index >= N)
        refill(r);
    uint32_t y = r->mt[r->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

/* From [0, 1). */
static ou_float next_float(struct random *r)
{
#if OU_WORD_BITS == 64
    uint32_t a = next_word(r) >> 5, b = next_word(r) >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
#else
    uint32_t a = next_word(r) >> 8;
    (void)next_word(r);
    return (ou_float)a * 0x1p-24f;
#endif
}

/* int(random() * n) of doubles, whatever a float is. */
static ou_int next_index(struct random *r, ou_int n)
{
#if OU_WORD_BITS == 64
    return (ou_int)(next_float(r) * (ou_float)n);
#else
    uint64_t a = next_word(r) >> 5, b = next_word(r) >> 6; /* 27 and 26 bits, of n's 29 */
    return (ou_int)((a * (uint32_t)n + (b * (uint32_t)n >> 26)) >> 27);
#endif
}

static void seed_entropy(struct random *r)
{
    uint8_t key[32];
    for (unsigned i = 0; i < sizeof key; i += 4) {
        uint32_t word = ou_port_entropy();
        memcpy(key + i, &word, 4);
    }
    seed_key(r, key, sizeof key / 4);
    r->has_gauss = false;
}

static ou_val random_new(struct ou_vm *vm)
{
    ou_val v = ou_object_new_raw(vm, &ou_type_random, sizeof(struct random), false);
    if (v != OU_EXC)
        seed_entropy(ou_ptr(v));
    return v;
}

/* The generator of the module's functions; NULL: raised. */
static struct random *shared(struct ou_vm *vm)
{
    ou_val v = ou_random_state(vm);
    if (v == OU_UNBOUND) {
        v = random_new(vm);
        if (v == OU_EXC)
            return NULL;
        ou_random_state_set(vm, v);
    }
    return ou_ptr(v);
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
static int seed_int(struct ou_vm *vm, struct random *r, ou_val n)
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
static int seed_text(struct ou_vm *vm, struct random *r, const uint8_t *text, size_t n)
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

static int seed_any(struct ou_vm *vm, struct random *r, ou_val v)
{
    r->has_gauss = false;
    if (v == OU_UNBOUND || v == OU_NONE) {
        seed_entropy(r);
        return 0;
    }
    if (ou_is_a(v, &ou_type_int)) {
        ou_val n = ou_index(vm, v);
        if (n == OU_EXC || (n = ou_unary(vm, OU_OP_ABS, n)) == OU_EXC)
            return -1;
        return seed_int(vm, r, n);
    }
    ou_val str = ou_as(v, &ou_type_str);
    if (str != OU_UNBOUND) {
        size_t n;
        const char *text = ou_str_text(vm, str, &n);
        return seed_text(vm, r, (const uint8_t *)text, n);
    }
    if (ou_as(v, &ou_type_bytes) != OU_UNBOUND || ou_as(v, &ou_type_bytearray) != OU_UNBOUND) {
        struct ou_buffer b;
        return ou_get_buffer(vm, v, &b) < 0 ? -1 : seed_text(vm, r, b.data, b.size);
    }
    if (ou_as(v, &ou_type_float) == OU_UNBOUND)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "The only supported seed types are: None,\n"
                                "int, float, str, bytes, and bytearray."));
    ou_int hash;
    if (ou_hash(vm, v, &hash) < 0)
        return -1;
    ou_val n = ou_int_from_u64(vm, (uint64_t)(uintptr_t)hash);
    return n == OU_EXC ? -1 : seed_int(vm, r, n);
}

IMPLEMENT(do_seed)
{
    ou_val arg[2];
    if (ou_args_parse(vm, "seed", "|a version", n_args, n_kw, args, arg) < 0 || seed_any(vm, r, arg[0]) < 0)
        return OU_EXC;
    return OU_NONE;
}

IMPLEMENT(do_getstate)
{
    (void)n_args, (void)n_kw, (void)args;
    ou_val state = ou_list_new(vm, N + 1, NULL);
    if (state == OU_EXC)
        return OU_EXC;
    for (unsigned i = 0; i <= N; i++) {
        ou_val word = i < N ? ou_int_from_u64(vm, r->mt[i]) : ou_small((ou_int)r->index);
        if (word == OU_EXC)
            return OU_EXC;
        ou_list_set(vm, state, i, word);
    }
    ou_val parts[3] = {ou_small(3), ou_tuple_from_iter(vm, state), OU_NONE};
    if (parts[1] == OU_EXC || (r->has_gauss && (parts[2] = ou_float_new(vm, r->gauss_next)) == OU_EXC))
        return OU_EXC;
    return ou_tuple_new(vm, 3, parts);
}

IMPLEMENT(do_setstate)
{
    (void)n_args, (void)n_kw;
    ou_val parts = ou_as(args[0], &ou_type_tuple), state = OU_UNBOUND;
    if (parts != OU_UNBOUND && ou_tuple_len(parts) == 3 && ou_tuple_items(parts)[0] == ou_small(3))
        state = ou_as(ou_tuple_items(parts)[1], &ou_type_tuple);
    if (state == OU_UNBOUND || ou_tuple_len(state) != N + 1)
        return ou_raise(vm, &ou_exc_ValueError, "state with version 3 expected");
    for (unsigned i = 0; i <= N; i++) {
        int64_t word;
        if (ou_to_i64(vm, ou_tuple_items(state)[i], &word) < 0)
            return OU_EXC;
        if (i == N && (word < 0 || word > N))
            return ou_raise(vm, &ou_exc_ValueError, "invalid state");
        *(i < N ? &r->mt[i] : &r->index) = (uint32_t)word;
    }
    ou_val gauss = ou_tuple_items(parts)[2];
    r->has_gauss = gauss != OU_NONE;
    r->gauss_next = 0;
    return r->has_gauss && ou_to_float(vm, gauss, &r->gauss_next) < 0 ? OU_EXC : OU_NONE;
}

/* -- ints -- */

static uint64_t small_bits(struct random *r, unsigned k) /* 1 to 64 */
{
    if (k <= 32)
        return next_word(r) >> (32 - k);
    uint64_t low = next_word(r);
    return (uint64_t)(next_word(r) >> (64 - k)) << 32 | low;
}

static ou_val random_bits(struct ou_vm *vm, struct random *r, size_t k)
{
    if (k == 0)
        return ou_small(0);
    if (k <= 64)
        return ou_int_from_u64(vm, small_bits(r, (unsigned)k));
    size_t words = (k + 31) / 32;
    ou_val block = ou_bytes_new(vm, NULL, 4 * words);
    if (block == OU_EXC)
        return OU_EXC;
    uint8_t *data = ou_bytes_writable(block);
    for (size_t i = 0; i < words; i++, k -= 32) {
        uint32_t word = next_word(r);
        if (ou_poll(vm) < 0)
            return OU_EXC;
        if (k < 32)
            word >>= 32 - k;
        for (unsigned j = 0; j < 4; j++)
            data[4 * i + j] = (uint8_t)(word >> (8 * j));
    }
    return ou_int_from_bytes(vm, data, 4 * words, false, false);
}

/* Below n > 0. */
static size_t below(struct random *r, size_t n)
{
    unsigned k = 64 - (unsigned)__builtin_clzll((uint64_t)n);
    uint64_t v;
    do
        v = small_bits(r, k);
    while (v >= n);
    return (size_t)v;
}

static ou_val below_int(struct ou_vm *vm, struct random *r, ou_val n)
{
    if (ou_is_small(n))
        return ou_small((ou_int)below(r, (size_t)ou_small_value(n)));
    ou_int k;
    (void)ou_int_frexp(n, &k);
    for (;;) {
        ou_val v = random_bits(vm, r, (size_t)k);
        int less = v == OU_EXC ? -1 : ou_compare_truth(vm, OU_CMP_LT, v, n);
        if (less != 0)
            return less < 0 ? OU_EXC : v;
    }
}

IMPLEMENT(do_getrandbits)
{
    (void)n_args, (void)n_kw;
    ou_int k;
    if (ou_to_int(vm, args[0], &k) < 0)
        return OU_EXC;
    if (k < 0)
        return ou_raise(vm, &ou_exc_ValueError, "number of bits must be non-negative");
    return random_bits(vm, r, (size_t)k);
}

IMPLEMENT(do_randbytes)
{
    (void)n_args, (void)n_kw;
    ou_int n;
    if (ou_to_int(vm, args[0], &n) < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_ValueError, "number of bits must be non-negative");
    ou_val bytes = ou_bytes_new(vm, NULL, (size_t)n);
    if (bytes == OU_EXC || n == 0)
        return bytes;
    uint8_t *data = ou_bytes_writable(bytes);
    for (ou_int i = 0; i < n; i += 4) {
        uint32_t word = next_word(r);
        if (ou_poll(vm) < 0)
            return OU_EXC;
        if (n - i < 4)
            word >>= 32 - 8 * (n - i);
        for (ou_int j = 0; j < 4 && i + j < n; j++)
            data[i + j] = (uint8_t)(word >> (8 * j));
    }
    return bytes;
}

/* start + step * below((stop - start + step -+ 1) // step) */
static ou_val random_range(struct ou_vm *vm, struct random *r, ou_val start, ou_val stop, ou_val step)
{
    ou_val width = ou_binary(vm, OU_OP_SUB, stop, start), n = width;
    if (width == OU_EXC)
        return OU_EXC;
    if (step != ou_small(1)) {
        int sign = step == ou_small(0) ? 0 : ou_compare_truth(vm, OU_CMP_GT, step, ou_small(0)) ? 1 : -1;
        if (sign == 0)
            return ou_raise(vm, &ou_exc_ValueError, "zero step for randrange()");
        if ((n = ou_binary(vm, OU_OP_ADD, width, step)) == OU_EXC ||
            (n = ou_binary(vm, OU_OP_SUB, n, ou_small(sign))) == OU_EXC ||
            (n = ou_binary(vm, OU_OP_FLOORDIV, n, step)) == OU_EXC)
            return OU_EXC;
    }
    int some = ou_compare_truth(vm, OU_CMP_GT, n, ou_small(0));
    if (some <= 0) {
        if (some == 0 && step == ou_small(1))
            ou_raise(vm, &ou_exc_ValueError, "empty range for randrange() (%r, %r, %r)", start, stop, width);
        else if (some == 0)
            ou_raise(vm, &ou_exc_ValueError, "empty range for randrange()");
        return OU_EXC;
    }
    ou_val v = below_int(vm, r, n);
    if (v != OU_EXC && step != ou_small(1))
        v = ou_binary(vm, OU_OP_MUL, v, step);
    return v == OU_EXC ? OU_EXC : ou_binary(vm, OU_OP_ADD, v, start);
}

/* Integral floats are accepted, as CPython 3.11 does. */
static ou_val range_arg(struct ou_vm *vm, ou_val v, const char *what)
{
    if (!ou_is_float(v))
        return ou_index(vm, v);
    ou_val n = ou_int_from_float(vm, ou_float_value(v));
    int same = n == OU_EXC ? -1 : ou_equal(vm, n, v);
    if (same != 0)
        return same < 0 ? OU_EXC : n;
    return ou_raise(vm, &ou_exc_ValueError, "non-integer %s for randrange()", what);
}

IMPLEMENT(do_randrange)
{
    ou_val arg[3];
    if (ou_args_parse(vm, "randrange", "start|stop step", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    ou_val start = range_arg(vm, arg[0], "arg 1");
    if (start == OU_EXC)
        return OU_EXC;
    if (arg[1] == OU_UNBOUND || arg[1] == OU_NONE) {
        if (arg[2] != OU_UNBOUND)
            return ou_raise(vm, &ou_exc_TypeError, "Missing a non-None stop argument");
        int some = ou_compare_truth(vm, OU_CMP_GT, start, ou_small(0));
        if (some == 0)
            ou_raise(vm, &ou_exc_ValueError, "empty range for randrange()");
        return some <= 0 ? OU_EXC : below_int(vm, r, start);
    }
    ou_val stop = range_arg(vm, arg[1], "stop");
    ou_val step = stop == OU_EXC         ? OU_EXC
                  : arg[2] == OU_UNBOUND ? ou_small(1)
                                         : range_arg(vm, arg[2], "step");
    return step == OU_EXC ? OU_EXC : random_range(vm, r, start, stop, step);
}

IMPLEMENT(do_randint)
{
    ou_val arg[2];
    if (ou_args_parse(vm, "randint", "a b", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    ou_val start = range_arg(vm, arg[0], "arg 1");
    ou_val stop = start == OU_EXC ? OU_EXC : range_arg(vm, arg[1], "stop");
    if (stop == OU_EXC || (stop = ou_binary(vm, OU_OP_ADD, stop, ou_small(1))) == OU_EXC)
        return OU_EXC;
    return random_range(vm, r, start, stop, ou_small(1));
}

/* -- sequences -- */

static ou_val item_at(struct ou_vm *vm, ou_val sequence, size_t i)
{
    return ou_get_item(vm, sequence, ou_small((ou_int)i));
}

IMPLEMENT(do_choice)
{
    (void)n_args, (void)n_kw;
    ou_int n = ou_len(vm, args[0]);
    if (n < 0)
        return OU_EXC;
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "Cannot choose from an empty sequence");
    return item_at(vm, args[0], below(r, (size_t)n));
}

IMPLEMENT(do_shuffle)
{
    (void)n_args, (void)n_kw;
    ou_int n = ou_len(vm, args[0]);
    if (n < 0)
        return OU_EXC;
    for (ou_int i = n - 1; i > 0; i--) {
        ou_int j = (ou_int)below(r, (size_t)i + 1);
        ou_val a = ou_poll(vm) < 0 ? OU_EXC : item_at(vm, args[0], (size_t)i),
               b = a == OU_EXC ? OU_EXC : item_at(vm, args[0], (size_t)j);
        if (b == OU_EXC || ou_set_item(vm, args[0], ou_small(i), b) < 0 ||
            ou_set_item(vm, args[0], ou_small(j), a) < 0)
            return OU_EXC;
    }
    return OU_NONE;
}

/* k different numbers below n, each handed on as sequence[number].  Python code that runs meanwhile can find the lists by
 * gc.get_objects: they are only appended to, and asked for their length. */
static ou_val sample_of(struct ou_vm *vm, struct random *r, ou_val sequence, size_t n, size_t k)
{
    ou_val result = ou_list_new(vm, 0, NULL);
    if (result == OU_EXC)
        return OU_EXC;
    uint64_t power = 1; /* of 4 */
    while (power < 3 * (uint64_t)k)
        power *= 4;
    if (n <= 21 + (k > 5 ? power : 0)) { /* CPython's bound */
        ou_val pool = ou_list_from_iter(vm, sequence);
        if (pool == OU_EXC)
            return OU_EXC;
        for (size_t i = 0; i < k; i++) {
            size_t j = below(r, n - i);
            if (ou_list_len(pool) < n)
                return ou_raise(vm, &ou_exc_RuntimeError, "population changed size");
            if (ou_poll(vm) < 0 || ou_list_append(vm, result, ou_list_get(pool, j)) < 0)
                return OU_EXC;
            ou_list_set(vm, pool, j, ou_list_get(pool, n - i - 1));
        }
        return result;
    }
    ou_val selected = ou_set_new(vm, &ou_type_set);
    if (selected == OU_EXC)
        return OU_EXC;
    for (size_t i = 0; i < k; i++) {
        size_t j;
        int seen;
        do {
            j = below(r, n);
            seen = ou_set_has(vm, selected, ou_small((ou_int)j));
        } while (seen > 0);
        ou_val item = seen < 0 || ou_poll(vm) < 0 || ou_set_add(vm, selected, ou_small((ou_int)j)) < 0
                          ? OU_EXC
                          : item_at(vm, sequence, j);
        if (item == OU_EXC || ou_list_append(vm, result, item) < 0)
            return OU_EXC;
    }
    return result;
}

/* Replaces a list by its running sums. */
static int accumulate(struct ou_vm *vm, ou_val list)
{
    for (size_t i = 1; i < ou_list_len(list); i++) {
        ou_val sum = ou_binary(vm, OU_OP_ADD, ou_list_get(list, i - 1), ou_list_get(list, i));
        if (sum == OU_EXC)
            return -1;
        if (i < ou_list_len(list))
            ou_list_set(vm, list, i, sum);
    }
    return 0;
}

/* bisect.bisect_right(list, v, 0, high); -1: raised */
static ou_int bisect(struct ou_vm *vm, ou_val list, ou_val v, size_t high)
{
    size_t low = 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (middle >= ou_list_len(list))
            return ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "list changed size"));
        int less = ou_compare_truth(vm, OU_CMP_LT, v, ou_list_get(list, middle));
        if (less < 0)
            return -1;
        if (less)
            high = middle;
        else
            low = middle + 1;
    }
    return (ou_int)low;
}

/* The population's items repeated by counts: samples positions, then finds whose they are. */
static ou_val sample_counted(struct ou_vm *vm, struct random *r, ou_val population, size_t n, ou_val counts,
                             ou_int k)
{
    ou_val sums = ou_list_from_iter(vm, counts);
    if (sums == OU_EXC || accumulate(vm, sums) < 0)
        return OU_EXC;
    if (ou_list_len(sums) != n)
        return ou_raise(vm, &ou_exc_ValueError, "The number of counts does not match the population");
    ou_val last = n == 0 ? ou_small(0) : ou_list_get(sums, n - 1);
    ou_int total;
    if (!ou_is_a(last, &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "Counts must be integers");
    if (ou_to_int(vm, last, &total) < 0)
        return OU_EXC;
    if (total <= 0)
        return ou_raise(vm, &ou_exc_ValueError, "Total of counts must be greater than zero");
    if (k < 0 || k > total)
        return ou_raise(vm, &ou_exc_ValueError, "Sample larger than population or is negative");
    ou_val range = ou_range_new(vm, ou_small(0), ou_small(total), ou_small(1));
    ou_val positions = range == OU_EXC ? OU_EXC : sample_of(vm, r, range, (size_t)total, (size_t)k);
    ou_val result = positions == OU_EXC ? OU_EXC : ou_list_new(vm, 0, NULL);
    if (result == OU_EXC)
        return OU_EXC;
    for (ou_int i = 0; i < k; i++) {
        ou_int at = (size_t)i < ou_list_len(positions)
                        ? bisect(vm, sums, ou_list_get(positions, (size_t)i), n - 1)
                        : ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "list changed size"));
        ou_val item = at < 0 ? OU_EXC : item_at(vm, population, (size_t)at);
        if (item == OU_EXC || ou_list_append(vm, result, item) < 0)
            return OU_EXC;
    }
    return result;
}

IMPLEMENT(do_sample)
{
    ou_val arg[3], population;
    if (ou_args_parse(vm, "sample", "population k|$counts", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    population = arg[0];
    if (ou_is_a(population, &ou_type_set) || ou_is_a(population, &ou_type_frozenset) ||
        ou_is_a(population, &ou_type_dict) || ou_type_of(population)->ops == 0)
        return ou_raise(vm, &ou_exc_TypeError,
                        "Population must be a sequence.  For dicts or sets, use sorted(d).");
    ou_int n = ou_len(vm, population), k;
    if (n < 0) {
        if (!ou_exc_matches(vm, &ou_exc_TypeError))
            return OU_EXC;
        ou_exc_take(vm);
        return ou_raise(vm, &ou_exc_TypeError,
                        "Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    if (ou_to_int(vm, arg[1], &k) < 0)
        return OU_EXC;
    if (arg[2] != OU_UNBOUND && arg[2] != OU_NONE)
        return sample_counted(vm, r, population, (size_t)n, arg[2], k);
    if (k < 0 || k > n)
        return ou_raise(vm, &ou_exc_ValueError, "Sample larger than population or is negative");
    return sample_of(vm, r, population, (size_t)n, (size_t)k);
}

/* The list of cumulative weights, checked; OU_NONE: all alike. */
static ou_val choice_weights(struct ou_vm *vm, ou_val weights, ou_val cumulative, size_t n, ou_float *total)
{
    bool has_weights = weights != OU_UNBOUND && weights != OU_NONE;
    bool has_cumulative = cumulative != OU_UNBOUND && cumulative != OU_NONE;
    if (!has_weights && !has_cumulative)
        return OU_NONE;
    if (has_weights && has_cumulative)
        return ou_raise(vm, &ou_exc_TypeError, "Cannot specify both weights and cumulative weights");
    if (ou_is_a(weights, &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "The number of choices must be a keyword argument: k=%r",
                        weights);
    ou_val sums = ou_list_from_iter(vm, has_weights ? weights : cumulative);
    if (sums == OU_EXC || (has_weights && accumulate(vm, sums) < 0))
        return OU_EXC;
    if (ou_list_len(sums) != n)
        return ou_raise(vm, &ou_exc_ValueError, "The number of weights does not match the population");
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "list index out of range");
    if (ou_to_float(vm, ou_list_get(sums, n - 1), total) < 0)
        return OU_EXC;
    if (*total <= 0)
        return ou_raise(vm, &ou_exc_ValueError, "Total of weights must be greater than zero");
    if (!isfinite(*total))
        return ou_raise(vm, &ou_exc_ValueError, "Total of weights must be finite");
    return sums;
}

IMPLEMENT(do_choices)
{
    ou_val arg[4];
    if (ou_args_parse(vm, "choices", "population|weights$cum_weights k", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    ou_int n = ou_len(vm, arg[0]), k = 1;
    ou_float total = 0;
    if (n < 0 || (arg[3] != OU_UNBOUND && ou_to_int(vm, arg[3], &k) < 0))
        return OU_EXC;
    ou_val sums = choice_weights(vm, arg[1], arg[2], (size_t)n, &total);
    ou_val result = sums == OU_EXC ? OU_EXC : ou_list_new(vm, 0, NULL);
    for (ou_int i = 0; i < k && result != OU_EXC; i++) {
        ou_int at = 0;
        if (sums == OU_NONE) {
            at = next_index(r, n);
        } else {
            ou_val v = ou_float_new(vm, next_float(r) * total);
            at = v == OU_EXC ? -1 : bisect(vm, sums, v, (size_t)n - 1);
        }
        ou_val item = at < 0 ? OU_EXC : item_at(vm, arg[0], (size_t)at);
        if (item == OU_EXC || ou_poll(vm) < 0 || ou_list_append(vm, result, item) < 0)
            return OU_EXC;
    }
    return result;
}

/* -- distributions -- */

IMPLEMENT(do_random)
{
    (void)n_args, (void)n_kw, (void)args;
    return ou_float_new(vm, next_float(r));
}

/* Arguments as floats, with defaults. */
static int floats(struct ou_vm *vm, const char *name, const char *spec, unsigned n, unsigned n_args,
                  unsigned n_kw, const ou_val *args, ou_float *out)
{
    ou_val arg[3];
    if (ou_args_parse(vm, name, spec, n_args, n_kw, args, arg) < 0)
        return -1;
    for (unsigned i = 0; i < n; i++) {
        if (arg[i] != OU_UNBOUND && arg[i] != OU_NONE && ou_to_float(vm, arg[i], &out[i]) < 0)
            return -1;
    }
    return 0;
}

static const ou_float two_pi = (ou_float)6.28318530717958647692;

IMPLEMENT(do_uniform)
{
    ou_float x[2];
    if (floats(vm, "uniform", "a b", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x[0] + (x[1] - x[0]) * next_float(r));
}

IMPLEMENT(do_triangular)
{
    ou_float x[3] = {0, 1, NAN};
    if (floats(vm, "triangular", "|low high mode", 3, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float u = next_float(r), low = x[0], high = x[1], c = 0.5f;
    if (!isnan(x[2])) {
        if (high == low)
            return ou_float_new(vm, low);
        c = (x[2] - low) / (high - low);
    }
    if (u > c) {
        u = 1 - u;
        c = 1 - c;
        low = x[1];
        high = x[0];
    }
    return ou_float_new(vm, low + (high - low) * OU_FM(sqrt)(u * c));
}

IMPLEMENT(do_gauss)
{
    ou_float x[2] = {0, 1};
    if (floats(vm, "gauss", "|mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z = r->gauss_next;
    if (!r->has_gauss) {
        ou_float angle = next_float(r) * two_pi;
        ou_float radius = OU_FM(sqrt)(-2 * OU_FM(log)(1 - next_float(r)));
        z = OU_FM(cos)(angle) * radius;
        r->gauss_next = OU_FM(sin)(angle) * radius;
    }
    r->has_gauss = !r->has_gauss;
    return ou_float_new(vm, x[0] + z * x[1]);
}

/* The distributions that draw until something fits ask for Ctrl-C between two draws: with nan or inf among their
 * parameters, or a state of zeros, nothing ever fits.  -1: raised. */
static int normal(struct ou_vm *vm, struct random *r, ou_float mu, ou_float sigma, ou_float *out)
{
    const ou_float magic = 4 * OU_FM(exp)(-0.5f) / OU_FM(sqrt)(2);
    for (;;) {
        ou_float u1 = next_float(r), u2 = 1 - next_float(r);
        ou_float z = magic * (u1 - 0.5f) / u2;
        if (z * z / 4 <= -OU_FM(log)(u2)) {
            *out = mu + z * sigma;
            return 0;
        }
        if (ou_poll(vm) < 0)
            return -1;
    }
}

IMPLEMENT(do_normalvariate)
{
    ou_float x[2] = {0, 1};
    if (floats(vm, "normalvariate", "|mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z;
    return normal(vm, r, x[0], x[1], &z) < 0 ? OU_EXC : ou_float_new(vm, z);
}

IMPLEMENT(do_lognormvariate)
{
    ou_float x[2];
    if (floats(vm, "lognormvariate", "mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z;
    return normal(vm, r, x[0], x[1], &z) < 0 ? OU_EXC : ou_float_new(vm, OU_FM(exp)(z));
}

IMPLEMENT(do_expovariate)
{
    ou_float x[1] = {0};
    if (floats(vm, "expovariate", "lambd", 1, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float u = -OU_FM(log)(1 - next_float(r));
    if (x[0] == 0)
        return ou_raise(vm, &ou_exc_ZeroDivisionError, "float division by zero");
    return ou_float_new(vm, u / x[0]);
}

/* One draw for alpha > 1; false: it does not fit. */
static bool try_large_gamma(struct random *r, ou_float alpha, ou_float *out)
{
    ou_float ainv = OU_FM(sqrt)(2 * alpha - 1), b = alpha - OU_FM(log)(4), c = alpha + ainv;
    ou_float u1 = next_float(r);
    if (!((ou_float)1e-7 < u1 && u1 < (ou_float)0.9999999))
        return false;
    ou_float u2 = 1 - next_float(r), v = OU_FM(log)(u1 / (1 - u1)) / ainv, x = alpha * OU_FM(exp)(v);
    ou_float z = u1 * u1 * u2, t = b + c * v - x;
    *out = x;
    return t + (1 + OU_FM(log)(4.5f)) - 4.5f * z >= 0 || t >= OU_FM(log)(z);
}

/* The same for alpha < 1. */
static bool try_small_gamma(struct random *r, ou_float alpha, ou_float *out)
{
    const ou_float e = (ou_float)2.71828182845904523536;
    ou_float b = (e + alpha) / e, p = b * next_float(r);
    ou_float x = p <= 1 ? OU_FM(pow)(p, 1 / alpha) : -OU_FM(log)((b - p) / alpha), u1 = next_float(r);
    *out = x;
    return p > 1 ? u1 <= OU_FM(pow)(x, alpha - 1) : u1 <= OU_FM(exp)(-x);
}

static int gamma_variate(struct ou_vm *vm, struct random *r, ou_float alpha, ou_float beta, ou_float *out)
{
    ou_float x = 0;
    if (alpha == 1)
        x = -OU_FM(log)(1 - next_float(r));
    else
        while (!(alpha > 1 ? try_large_gamma(r, alpha, &x) : try_small_gamma(r, alpha, &x))) {
            if (ou_poll(vm) < 0)
                return -1;
        }
    *out = x * beta;
    return 0;
}

static ou_val bad_gamma(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_ValueError, "gammavariate: alpha and beta must be > 0.0");
}

IMPLEMENT(do_gammavariate)
{
    ou_float x[2];
    if (floats(vm, "gammavariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (!(x[0] > 0) || !(x[1] > 0))
        return bad_gamma(vm);
    ou_float y;
    return gamma_variate(vm, r, x[0], x[1], &y) < 0 ? OU_EXC : ou_float_new(vm, y);
}

IMPLEMENT(do_betavariate)
{
    ou_float x[2];
    if (floats(vm, "betavariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (!(x[0] > 0) || !(x[1] > 0))
        return bad_gamma(vm);
    ou_float y, other;
    if (gamma_variate(vm, r, x[0], 1, &y) < 0)
        return OU_EXC;
    if (y == 0)
        return ou_float_new(vm, 0);
    return gamma_variate(vm, r, x[1], 1, &other) < 0 ? OU_EXC : ou_float_new(vm, y / (y + other));
}

IMPLEMENT(do_vonmisesvariate)
{
    ou_float x[2];
    if (floats(vm, "vonmisesvariate", "mu kappa", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (x[1] <= (ou_float)1e-6)
        return ou_float_new(vm, two_pi * next_float(r));
    ou_float s = 0.5f / x[1], t = s + OU_FM(sqrt)(1 + s * s), z, d, u2;
    do {
        if (ou_poll(vm) < 0)
            return OU_EXC;
        z = OU_FM(cos)(two_pi / 2 * next_float(r));
        d = z / (t + z);
        u2 = next_float(r);
    } while (!(u2 < 1 - d * d || u2 <= (1 - d) * OU_FM(exp)(d)));
    ou_float q = 1 / t, f = OU_FM(fmin)(1, OU_FM(fmax)(-1, (q + z) / (1 + q * z))), u3 = next_float(r);
    ou_float theta = OU_FM(fmod)(u3 > 0.5f ? x[0] + OU_FM(acos)(f) : x[0] - OU_FM(acos)(f), two_pi);
    return ou_float_new(vm, theta < 0 ? theta + two_pi : theta);
}

IMPLEMENT(do_paretovariate)
{
    ou_float x[1] = {0};
    if (floats(vm, "paretovariate", "alpha", 1, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, OU_FM(pow)(1 - next_float(r), -1 / x[0]));
}

IMPLEMENT(do_weibullvariate)
{
    ou_float x[2];
    if (floats(vm, "weibullvariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x[0] * OU_FM(pow)(-OU_FM(log)(1 - next_float(r)), 1 / x[1]));
}

/* -- each as a function of the module and as a method of random.Random -- */

#define BOTH(name)                                                                                      \
    static ou_val name##_function(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) \
    {                                                                                                   \
        struct random *r = shared(vm);                                                                  \
        return r ? do_##name(vm, r, n_args, n_kw, args) : OU_EXC;                                       \
    }                                                                                                   \
    static ou_val name##_method(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)   \
    {                                                                                                   \
        return do_##name(vm, ou_ptr(args[0]), n_args - 1, n_kw, args + 1);                              \
    }
BOTH(betavariate)
BOTH(choice)
BOTH(choices)
BOTH(expovariate)
BOTH(gammavariate)
BOTH(gauss)
BOTH(getrandbits)
BOTH(getstate)
BOTH(lognormvariate)
BOTH(normalvariate)
BOTH(paretovariate)
BOTH(randbytes)
BOTH(randint)
BOTH(random)
BOTH(randrange)
BOTH(sample)
BOTH(seed)
BOTH(setstate)
BOTH(shuffle)
BOTH(triangular)
BOTH(uniform)
BOTH(vonmisesvariate)
BOTH(weibullvariate)

static ou_val random_make(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    ou_val seed, v;
    if (ou_args_parse(vm, "Random", "|x", n_args, n_kw, args, &seed) < 0 || (v = random_new(vm)) == OU_EXC)
        return OU_EXC;
    return seed != OU_UNBOUND && seed_any(vm, ou_ptr(v), seed) < 0 ? OU_EXC : v;
}

OU_ROM_ALIGN static const union ou_member method_members[] = {
    OU_MEMBER_METHOD(OU_S(betavariate), betavariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(choice), choice_method, &ou_type_random, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(choices), choices_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(expovariate), expovariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(gammavariate), gammavariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(gauss), gauss_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(getrandbits), getrandbits_method, &ou_type_random, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(getstate), getstate_method, &ou_type_random, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(lognormvariate), lognormvariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(normalvariate), normalvariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(paretovariate), paretovariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(randbytes), randbytes_method, &ou_type_random, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(randint), randint_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(random), random_method, &ou_type_random, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(randrange), randrange_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(sample), sample_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(seed), seed_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(setstate), setstate_method, &ou_type_random, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(shuffle), shuffle_method, &ou_type_random, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(triangular), triangular_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(uniform), uniform_method, &ou_type_random, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(vonmisesvariate), vonmisesvariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(weibullvariate), weibullvariate_method, &ou_type_random, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
};
static OU_MEMBER_TABLE(method_table, method_members);

static const struct ou_type_ops random_ops = {.make = random_make};
OU_ROM_ALIGN const struct ou_type ou_type_random = {.type = OU_ROM(&ou_type_type),
                                                    .ops = OU_ROM(&random_ops),
                                                    .name = OU_S(Random),
                                                    .bases = OU_ROM(&ou_type_object),
                                                    .dict = OU_ROM(&method_table),
                                                    .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                    .version = OU_SMALL_CONST(0)};

OU_ROM_ALIGN static const union ou_member random_members[] = {
    OU_MEMBER_VALUE(OU_S(Random), OU_ROM(&ou_type_random)),
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(random)),
    OU_MEMBER_FUNCTION(OU_S(betavariate), betavariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(choice), choice_function, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(choices), choices_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(expovariate), expovariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(gammavariate), gammavariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(gauss), gauss_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(getrandbits), getrandbits_function, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(getstate), getstate_function, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(lognormvariate), lognormvariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(normalvariate), normalvariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(paretovariate), paretovariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(randbytes), randbytes_function, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(randint), randint_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(random), random_function, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(randrange), randrange_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(sample), sample_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(seed), seed_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(setstate), setstate_function, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(shuffle), shuffle_function, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(triangular), triangular_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(uniform), uniform_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(vonmisesvariate), vonmisesvariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(weibullvariate), weibullvariate_function, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
};
static OU_MEMBER_TABLE(random_table, random_members);

OU_ROM_ALIGN const struct ou_rom_module ou_module_random = {OU_ROM(&ou_type_rom_module), OU_S(random),
                                                            &random_table, NULL};
