/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints against their algebra, over sizes that cross every threshold, with a collection now and then;
 * floats against text that is hard to read and to write, and against themselves.
 */
#include "whole_vm.h"

#include "object/numbers/float.h"
#include "object/numbers/int.h"

static uint64_t seed = 1;

/* An int of up to so many digits, often with runs of zeros and ones, which carries run through. */
static ou_val random_int(size_t max_digits)
{
    uint32_t digits[400];
    size_t n = 1 + unit_random(&seed) % max_digits;
    for (size_t i = 0; i < n; i++) {
        uint32_t kind = unit_random(&seed) % 4;
        digits[i] = kind == 0 ? 0 : kind == 1 ? UINT32_MAX : unit_random(&seed) << 1 ^ unit_random(&seed);
    }
    if (unit_random(&seed) % 3 == 0)
        n = 1;
    ou_val v = ou_int_from_digits(vm, digits, n, unit_random(&seed) & 1);
    assert_true(v != OU_EXC);
    if (!ou_is_small(v)) { /* what fits a small int must be one */
        struct ou_int_view a;
        ou_int_view(v, &a);
        assert_true(a.digits[a.size - 1] != 0);
        assert_true(a.size > OU_WORD_BITS / 32 || ou_int_bit_length(v) > OU_WORD_BITS - 3);
    }
    return v;
}

static ou_val op(enum ou_binary_op o, ou_val a, ou_val b)
{
    ou_val v = ou_int_binary(vm, o, a, b);
    assert_true(v != OU_EXC && v != OU_NOT_IMPLEMENTED);
    return v;
}

static bool same(ou_val a, ou_val b) { return ou_int_compare(a, b) == 0 && ou_is_small(a) == ou_is_small(b); }

static void sums_and_products_agree(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 400; i++) {
        size_t size = i % 10 == 0 ? 300 : i % 3 == 0 ? 90 : 4;
        ou_val a = random_int(size), b = random_int(size), c = random_int(size / 2 + 1);
        assert_true(same(op(OU_OP_SUB, op(OU_OP_ADD, a, b), b), a));
        ou_val left = op(OU_OP_MUL, op(OU_OP_ADD, a, b), c);
        ou_val right = op(OU_OP_ADD, op(OU_OP_MUL, a, c), op(OU_OP_MUL, c, b));
        assert_true(same(left, right));
        if (i % 50 == 0)
            ou_gc_collect(&vm->heap);
        assert_true(same(op(OU_OP_MUL, a, b), op(OU_OP_MUL, b, a)));
    }
    stop();
}

static void quotient_and_remainder_give_the_dividend(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 600; i++) {
        ou_val a = random_int(i % 7 == 0 ? 300 : 8), b = random_int(i % 5 == 0 ? 150 : 4), q, r;
        if (ou_int_sign(b) == 0)
            continue;
        assert_int_equal(ou_int_divmod(vm, a, b, &q, &r), 0);
        assert_true(same(op(OU_OP_ADD, op(OU_OP_MUL, q, b), r), a));
        assert_true(ou_int_sign(r) == 0 || ou_int_sign(r) == ou_int_sign(b));
        assert_true(ou_int_compare(ou_int_unary(vm, OU_OP_ABS, r), ou_int_unary(vm, OU_OP_ABS, b)) < 0);
    }
    stop();
}

static void shifts_are_powers_of_two_and_bits_are_twos_complement(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 300; i++) {
        ou_val a = random_int(10), b = random_int(10);
        size_t bits = unit_random(&seed) % 200;
        ou_val power = op(OU_OP_POW, ou_small(2), ou_small((ou_int)bits));
        assert_true(same(ou_int_shift_left(vm, a, bits), op(OU_OP_MUL, a, power)));
        assert_true(same(ou_int_shift_right(vm, a, bits), op(OU_OP_FLOORDIV, a, power)));
        assert_true(same(op(OU_OP_ADD, op(OU_OP_AND, a, b), op(OU_OP_OR, a, b)), op(OU_OP_ADD, a, b)));
        assert_true(same(op(OU_OP_XOR, a, b), op(OU_OP_SUB, op(OU_OP_OR, a, b), op(OU_OP_AND, a, b))));
    }
    stop();
}

static void powers_with_a_modulus_agree(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 60; i++) {
        ou_val a = random_int(4), m = random_int(i % 2 ? 5 : 1);
        ou_int e = (ou_int)(unit_random(&seed) % 20);
        if (ou_int_sign(m) == 0)
            continue;
        ou_val v = ou_int_pow_mod(vm, a, ou_small(e), m);
        assert_true(v != OU_EXC);
        assert_true(same(v, op(OU_OP_MOD, op(OU_OP_POW, a, ou_small(e)), m)));
    }
    stop();
}

static void text_in_every_base_comes_back(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 400; i++) {
        ou_val a = random_int(i % 9 == 0 ? 200 : 5); /* in base 3 that is below the limit */
        int base = 2 + i % 35;
        struct ou_builder b;
        ou_builder_init(vm, &b);
        assert_int_equal(ou_int_to_text(vm, a, base, i & 1, &b), 0);
        assert_true(same(ou_int_parse(vm, (const char *)b.data, b.size, base), a));
    }
    assert_true(ou_int_parse(vm, "1__0", 4, 10) == OU_ABSENT);
    assert_true(ou_int_parse(vm, "0x_1f", 5, 0) == ou_small(31));
    stop();
}

static void bytes_come_back(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    uint8_t bytes[64];
    for (int i = 0; i < 300; i++) {
        ou_val a = random_int(12);
        size_t n = ou_int_bit_length(a) / 8 + 1;
        bool big = i & 1;
        assert_int_equal(ou_int_to_bytes(vm, a, bytes, n, big, true), 0);
        assert_true(same(ou_int_from_bytes(vm, bytes, n, big, true), a));
    }
    stop();
}

static void equal_numbers_have_equal_hashes(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 120; i++) {
        ou_val power = ou_int_shift_left(vm, ou_small(i % 2 ? 3 : -5), (size_t)i);
        ou_float d = OU_FM(ldexp)(i % 2 ? 3 : -5, i);
        assert_true(ou_int_hash(power) == ou_float_hash(d));
    }
    assert_int_equal(ou_int_hash(ou_small(-1)), -2);
    stop();
}

static void float_text_is_shortest_and_exact(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0.0",
        "-0.0",
        "1.0",
        "0.1",
        "1e+16",
        "1234567.0",
        "0.0001",
        "1e-05",
        "inf",
        "-inf",
        "nan",
        "0.3",
        "100.0",
        "16777216.0",
#if OU_WORD_BITS == 64
        "5e-324",
        "1.7976931348623157e+308",
        "2.2250738585072014e-308",
        "9007199254740993.0",
        "5.684341886080802e-14",
        "9.5367431640625e-07",
        "123456789.12345679",
        "1e+22",
        "1e+23",
        "0.30000000000000004",
#else
        "1e-45",
        "3.4028235e+38",
        "1.1754944e-38",
        "9.536743e-07",
        "0.33333334",
        "1.2345679",
#endif
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ou_float d;
        char out[40];
        assert_true(ou_float_parse(texts[i], strlen(texts[i]), &d));
        size_t n = ou_float_print(out, sizeof out, d, 'r', 0, false);
        if (strcmp(texts[i], "9007199254740993.0") == 0) /* half-way: to even */
            assert_memory_equal(out, "9007199254740992.0", n);
        else
            assert_memory_equal(out, texts[i], n);
    }
    assert_false(ou_float_parse("1e", 2, &(ou_float){0}));
    assert_false(ou_float_parse("1__0", 4, &(ou_float){0}));
    assert_false(ou_float_parse("", 0, &(ou_float){0}));
}

static void floats_come_back_from_their_text(void **state)
{
    (void)state;
    for (int i = 0; i < 200000; i++) {
        ou_float f;
#if OU_WORD_BITS == 64
        uint64_t bits =
            (uint64_t)unit_random(&seed) << 40 ^ (uint64_t)unit_random(&seed) << 20 ^ unit_random(&seed);
        if (i % 4 == 0) /* powers of two: the interval is lopsided */
            bits = (uint64_t)(i / 4 % 2047) << 52;
        else if (i % 4 == 1)
            bits >>= 12; /* subnormal */
#else
        uint32_t bits = unit_random(&seed) << 1 ^ unit_random(&seed);
        if (i % 4 == 0)
            bits = (uint32_t)(i / 4 % 255) << 23;
        else if (i % 4 == 1)
            bits >>= 9;
#endif
        memcpy(&f, &bits, sizeof f);
        if (!isfinite(f))
            continue;
        char out[40];
        ou_float back;
        size_t n = ou_float_print(out, sizeof out, f, 'r', 0, false);
        assert_true(ou_float_parse(out, n, &back));
        assert_true(back == f);
    }
}

/* Every kind of binary32, and binary64s beside and half-way between them, against the C compiler's conversions. */
static void binary64_comes_and_goes(void **state)
{
    (void)state;
    for (int i = 0; i < 400000; i++) {
        uint64_t bits =
            (uint64_t)unit_random(&seed) << 40 ^ (uint64_t)unit_random(&seed) << 20 ^ unit_random(&seed);
        if (i % 4) { /* in the range of binary32 */
            float f;
            uint32_t word = unit_random(&seed) << 1 ^ unit_random(&seed);
            word = i % 8 == 1 ? word >> 9 : i % 8 == 2 ? word | 0x7f800000 : word;
            memcpy(&f, &word, sizeof f);
            double d = (double)f;
            memcpy(&bits, &d, sizeof bits);
            if (i % 4 == 2)
                bits += (uint64_t)1 << 28; /* half-way */
            else if (i % 4 == 3)
                bits += ((uint64_t)1 << 28) + unit_random(&seed) % 3 - 1;
        }
        double d;
        memcpy(&d, &bits, sizeof d);
        ou_float f = ou_float_from_binary64(bits), expected = (ou_float)d;
        assert_true(isnan(d) ? isnan(f) : f == expected && signbit(f) == signbit(expected));
        double back = (double)expected;
        memcpy(&bits, &back, sizeof bits);
        if (!isnan(d))
            assert_true(ou_float_to_binary64(f) == bits);
        bits = ou_float_to_binary64(f);
        memcpy(&back, &bits, sizeof back);
        assert_true(isnan(d) == isnan(back));
        if (fabs(d) < 0x1p62)
            assert_true(ou_float_to_i64(expected) == (int64_t)expected);
    }
}

static void true_division_rounds_once(void **state)
{
    (void)state;
    start(sizeof memory, 65536);
    for (int i = 0; i < 200; i++) {
        /* (2 m + 1) * 2^k / 2^(k + 1) lies half-way between floats m and m + 1 */
        ou_int m = ((ou_int)1 << (OU_FLOAT_DIGITS - 1)) | (ou_int)(unit_random(&seed) % 1000000);
        size_t k = unit_random(&seed) % 200;
        ou_val a =
            ou_int_shift_left(vm, op(OU_OP_ADD, op(OU_OP_MUL, ou_small(m), ou_small(2)), ou_small(1)), k);
        ou_val b = ou_int_shift_left(vm, ou_small(1), k + 1);
        ou_val q = ou_int_true_divide(vm, a, b);
        assert_true(q != OU_EXC);
        assert_true(ou_float_value(q) == (ou_float)(m + (m & 1)));
        a = op(OU_OP_ADD, a, ou_small(k > 0)); /* a little more: up */
        q = ou_int_true_divide(vm, a, b);
        assert_true(ou_float_value(q) == (ou_float)(k > 0 ? m + 1 : m + (m & 1)));
    }
    stop();
}

int main(void)
{
    char here;
    stack_base = &here;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_products_agree),
        cmocka_unit_test(quotient_and_remainder_give_the_dividend),
        cmocka_unit_test(shifts_are_powers_of_two_and_bits_are_twos_complement),
        cmocka_unit_test(powers_with_a_modulus_agree),
        cmocka_unit_test(text_in_every_base_comes_back),
        cmocka_unit_test(bytes_come_back),
        cmocka_unit_test(equal_numbers_have_equal_hashes),
        cmocka_unit_test(float_text_is_shortest_and_exact),
        cmocka_unit_test(floats_come_back_from_their_text),
        cmocka_unit_test(binary64_comes_and_goes),
        cmocka_unit_test(true_division_rounds_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
