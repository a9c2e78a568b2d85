/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Floats from and to text, always correctly rounded.  No collection, no heap.
 *
 * To text, shortest: Grisu3 (Loitsch, "Printing Floating-Point Numbers Quickly and Accurately with
 * Integers", 2010), which knows when its 64 bits do not suffice (about 0.5% of all doubles); then the
 * exact digits for one precision after another are parsed back until they give the same float.  To text
 * with a precision: the exact expansion in groups of nine digits, of which only as many are computed as
 * are wanted.
 *
 * From text: exact float arithmetic for short numbers (Clinger), then a 64-bit approximation with an
 * error bound, and where that does not decide, a comparison of big numbers.
 */
#include "object/numbers/float.h"
#include <limits.h>
#include "object/numbers/int.h"
#include "object/unicode/unicode.h"

#if OU_WORD_BITS == 64
#define GROUPS 36         /* of nine digits before the point */
#define FRACTION_WORDS 36 /* of 32 bits after it */
#define DIGITS_MAX 770    /* more significant digits than any float has */
#define SHORTEST_SURE 15  /* every decimal of so many digits survives the way through a float */
#define SHORTEST_MAX 17
#define EXACT_POWERS 22
#define COMPARE_WORDS 124
#define POWER_FIRST (-348)
#else
#define GROUPS 6
#define FRACTION_WORDS 6
#define DIGITS_MAX 120
#define SHORTEST_SURE 6
#define SHORTEST_MAX 9
#define EXACT_POWERS 10
#define COMPARE_WORDS 28
#define POWER_FIRST (-76)
#endif
#define GROUP 1000000000u

/* -- 64-bit floating point: f * 2^e -- */

struct extended {
    uint64_t f;
    int e;
};

/* Significands of 10^POWER_FIRST, 10^(POWER_FIRST + 8), ..., rounded to 64 bits. */
static const uint64_t powers[] = {
#if OU_WORD_BITS == 64
    0xfa8fd5a0081c0288, 0xbaaee17fa23ebf76, 0x8b16fb203055ac76, 0xcf42894a5dce35ea, 0x9a6bb0aa55653b2d,
    0xe61acf033d1a45df, 0xab70fe17c79ac6ca, 0xff77b1fcbebcdc4f, 0xbe5691ef416bd60c, 0x8dd01fad907ffc3c,
    0xd3515c2831559a83, 0x9d71ac8fada6c9b5, 0xea9c227723ee8bcb, 0xaecc49914078536d, 0x823c12795db6ce57,
    0xc21094364dfb5637, 0x9096ea6f3848984f, 0xd77485cb25823ac7, 0xa086cfcd97bf97f4, 0xef340a98172aace5,
    0xb23867fb2a35b28e, 0x84c8d4dfd2c63f3b, 0xc5dd44271ad3cdba, 0x936b9fcebb25c996, 0xdbac6c247d62a584,
    0xa3ab66580d5fdaf6, 0xf3e2f893dec3f126, 0xb5b5ada8aaff80b8, 0x87625f056c7c4a8b, 0xc9bcff6034c13053,
    0x964e858c91ba2655, 0xdff9772470297ebd, 0xa6dfbd9fb8e5b88f, 0xf8a95fcf88747d94, 0xb94470938fa89bcf,
    0x8a08f0f8bf0f156b, 0xcdb02555653131b6, 0x993fe2c6d07b7fac, 0xe45c10c42a2b3b06, 0xaa242499697392d3,
    0xfd87b5f28300ca0e, 0xbce5086492111aeb, 0x8cbccc096f5088cc, 0xd1b71758e219652c, 0x9c40000000000000,
    0xe8d4a51000000000, 0xad78ebc5ac620000, 0x813f3978f8940984, 0xc097ce7bc90715b3, 0x8f7e32ce7bea5c70,
    0xd5d238a4abe98068, 0x9f4f2726179a2245, 0xed63a231d4c4fb27, 0xb0de65388cc8ada8, 0x83c7088e1aab65db,
    0xc45d1df942711d9a, 0x924d692ca61be758, 0xda01ee641a708dea, 0xa26da3999aef774a, 0xf209787bb47d6b85,
    0xb454e4a179dd1877, 0x865b86925b9bc5c2, 0xc83553c5c8965d3d, 0x952ab45cfa97a0b3, 0xde469fbd99a05fe3,
    0xa59bc234db398c25, 0xf6c69a72a3989f5c, 0xb7dcbf5354e9bece, 0x88fcf317f22241e2, 0xcc20ce9bd35c78a5,
    0x98165af37b2153df, 0xe2a0b5dc971f303a, 0xa8d9d1535ce3b396, 0xfb9b7cd9a4a7443c, 0xbb764c4ca7a44410,
    0x8bab8eefb6409c1a, 0xd01fef10a657842c, 0x9b10a4e5e9913129, 0xe7109bfba19c0c9d, 0xac2820d9623bf429,
    0x80444b5e7aa7cf85, 0xbf21e44003acdd2d, 0x8e679c2f5e44ff8f, 0xd433179d9c8cb841, 0x9e19db92b4e31ba9,
    0xeb96bf6ebadf77d9, 0xaf87023b9bf0ee6b,
#else
    0xb94470938fa89bcf, 0x8a08f0f8bf0f156b, 0xcdb02555653131b6, 0x993fe2c6d07b7fac, 0xe45c10c42a2b3b06,
    0xaa242499697392d3, 0xfd87b5f28300ca0e, 0xbce5086492111aeb, 0x8cbccc096f5088cc, 0xd1b71758e219652c,
    0x9c40000000000000, 0xe8d4a51000000000, 0xad78ebc5ac620000, 0x813f3978f8940984, 0xc097ce7bc90715b3,
    0x8f7e32ce7bea5c70, 0xd5d238a4abe98068, 0x9f4f2726179a2245,
#endif
};
#define POWERS ((int)(sizeof powers / sizeof powers[0]))

static const uint32_t small_powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, GROUP};

/* The binary exponent of the power number `index`. */
static struct extended power_of_ten(int index)
{
    int k = POWER_FIRST + 8 * index;
    struct extended p = {powers[index], ((k * 217706) >> 16) - 63};
    return p;
}

/* The upper 64 bits of the product, rounded. */
static struct extended multiply(struct extended a, struct extended b)
{
    uint64_t al = (uint32_t)a.f, ah = a.f >> 32, bl = (uint32_t)b.f, bh = b.f >> 32;
    uint64_t low = al * bl, middle1 = ah * bl, middle2 = al * bh;
    uint64_t carry = (low >> 32) + (uint32_t)middle1 + (uint32_t)middle2 + 0x80000000u;
    struct extended r = {ah * bh + (middle1 >> 32) + (middle2 >> 32) + (carry >> 32), a.e + b.e + 64};
    return r;
}

static struct extended normalise(struct extended a)
{
    int shift = __builtin_clzll(a.f);
    a.f <<= shift;
    a.e -= shift;
    return a;
}

/* d = m * 2^e with an integer m of ou_float's precision, less for a subnormal. */
static struct extended take_apart(ou_float d)
{
    int e;
    uint64_t m = ou_float_mantissa(d, &e);
    int shift = e < OU_FLOAT_MIN_EXPONENT ? OU_FLOAT_MIN_EXPONENT - e : 0; /* over zeros */
    return (struct extended){m >> shift, e + shift};
}

/* -- the exact decimal expansion -- */

struct expansion {
    uint32_t integer[GROUPS];          /* groups of nine digits, least significant first */
    uint32_t fraction[FRACTION_WORDS]; /* bits, most significant word first */
    int n_integer, n_fraction;
};

static void expansion_start(struct expansion *x, ou_float d)
{
    struct extended v = take_apart(d);
    uint64_t whole = v.e >= 0 ? v.f : -v.e < 64 ? v.f >> -v.e : 0;
    x->n_integer = 0;
    for (; whole != 0; whole /= GROUP)
        x->integer[x->n_integer++] = (uint32_t)(whole % GROUP);
    x->n_fraction = 0;
    for (int left = v.e; left > 0;) {
        int shift = left < 29 ? left : 29;
        uint64_t carry = 0;
        for (int i = 0; i < x->n_integer; i++) {
            carry += (uint64_t)x->integer[i] << shift;
            x->integer[i] = (uint32_t)(carry % GROUP);
            carry /= GROUP;
        }
        if (carry)
            x->integer[x->n_integer++] = (uint32_t)carry;
        left -= shift;
    }
    if (v.e >= 0)
        return;
    int bits = -v.e, n = (bits + 31) / 32, shift = 32 * n - bits;
    uint64_t f = bits < 64 ? v.f & (((uint64_t)1 << bits) - 1) : v.f;
    memset(x->fraction, 0, (size_t)n * sizeof x->fraction[0]);
    x->fraction[n - 1] = (uint32_t)(f << shift);
    if (n > 1)
        x->fraction[n - 2] = (uint32_t)(f << shift >> 32);
    if (n > 2 && shift > 0)
        x->fraction[n - 3] = (uint32_t)(f >> (64 - shift));
    x->n_fraction = n;
}

/* The next nine digits after the point. */
static uint32_t expansion_next(struct expansion *x)
{
    uint64_t carry = 0;
    while (x->n_fraction > 0 && x->fraction[x->n_fraction - 1] == 0)
        x->n_fraction--;
    for (int i = x->n_fraction; i-- > 0;) {
        carry += (uint64_t)x->fraction[i] * GROUP;
        x->fraction[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/* Anything but zeros left, with `i` integer groups still to come? */
static bool expansion_rest(const struct expansion *x, int i)
{
    while (i-- > 0)
        if (x->integer[i] != 0)
            return true;
    for (i = 0; i < x->n_fraction; i++)
        if (x->fraction[i] != 0)
            return true;
    return false;
}

/* Adds one to the last of n digits; true if they were all nines (they are 10...0 then). */
static bool round_up(char *digits, size_t n)
{
    for (size_t i = n; i-- > 0;) {
        if (digits[i] != '9') {
            digits[i]++;
            return false;
        }
        digits[i] = '0';
    }
    if (n > 0)
        digits[0] = '1';
    return true;
}

/* The first group that is not 0; *left: integer groups after it, *point: where its last digit stands. */
static uint32_t first_group(struct expansion *x, int *left, int *point)
{
    *left = x->n_integer;
    if (*left > 0) {
        --*left;
        *point = 9 * *left;
        return x->integer[*left];
    }
    uint32_t group;
    *point = -9;
    while ((group = expansion_next(x)) == 0)
        *point -= 9;
    return group;
}

size_t ou_float_digits(ou_float d, bool by_position, int count, char *out, size_t capacity, int *point)
{
    struct expansion x;
    expansion_start(&x, d);
    int left;
    uint32_t group = first_group(&x, &left, point);
    int width = 9;
    while (width > 1 && group < small_powers[width - 1])
        width--;
    *point += width;
    int64_t wanted = by_position ? (count < -100000 ? -1 : (int64_t)*point + count) : count;
    bool too_many = wanted > (int64_t)capacity;
    int want = too_many ? (int)capacity : (int)wanted;
    size_t n = 0;
    bool up = false;
    if (want >= 0) {
        while ((int)n + width <= want) {
            for (int i = width; i-- > 0; group /= 10)
                out[n + (size_t)i] = (char)('0' + group % 10);
            n += (size_t)width;
            width = 9;
            if (left == 0 && !expansion_rest(&x, 0) && (int)n < want) { /* zeros from here on */
                memset(out + n, '0', (size_t)want - n);
                n = (size_t)want;
                group = 0;
                break;
            }
            group = left > 0 ? x.integer[--left] : expansion_next(&x);
        }
        /* group: the next `width` digits, of which want - n are used (fewer than width) */
        int used = want - (int)n;
        uint32_t scale = small_powers[width - used], rest = group % scale;
        group /= scale;
        for (int i = used; i-- > 0; group /= 10)
            out[n + (size_t)i] = (char)('0' + group % 10);
        n += (size_t)used;
        uint64_t twice = 2 * (uint64_t)rest;
        bool odd = n > 0 && (out[n - 1] & 1);
        up = twice > scale || (twice == scale && (odd || expansion_rest(&x, left)));
    }
    if (up && round_up(out, n)) {
        ++*point;
        if (n == 0)
            out[n++] = '1';
        else if (by_position && !too_many && n < capacity)
            out[n++] = '0';
    }
    if (n == 0) {
        out[0] = '0';
        *point = 1;
        return 1;
    }
    return n;
}

/* -- shortest -- */

/* Moves the digits down towards w as long as that brings them nearer; false: not certain. */
static bool grisu_weed(char *digits, int n, uint64_t to_w, uint64_t unsafe, uint64_t rest, uint64_t ten_kappa,
                       uint64_t unit)
{
    uint64_t small = to_w - unit, big = to_w + unit;
    while (rest < small && unsafe - rest >= ten_kappa &&
           (rest + ten_kappa < small || small - rest >= rest + ten_kappa - small)) {
        digits[n - 1]--;
        rest += ten_kappa;
    }
    if (rest < big && unsafe - rest >= ten_kappa &&
        (rest + ten_kappa < big || big - rest > rest + ten_kappa - big))
        return false;
    return 2 * unit <= rest && rest <= unsafe - 4 * unit;
}

/* The digits of the shortest number in the interval; value is DIGITS * 10^*kappa. 0: not certain. */
static int grisu_digits(struct extended low, struct extended w, struct extended high, char *digits,
                        int *kappa)
{
    uint64_t unit = 1, too_high = high.f + unit, unsafe = too_high - (low.f - unit);
    uint64_t one = (uint64_t)1 << -w.e, fraction = too_high & (one - 1);
    uint32_t whole = (uint32_t)(too_high >> -w.e);
    int n = 0, width = 1;
    while (width < 10 && whole >= small_powers[width])
        width++;
    for (*kappa = width; *kappa > 0;) {
        uint32_t divisor = small_powers[--*kappa];
        digits[n++] = (char)('0' + whole / divisor);
        whole %= divisor;
        uint64_t rest = ((uint64_t)whole << -w.e) + fraction;
        if (rest < unsafe)
            return grisu_weed(digits, n, too_high - w.f, unsafe, rest, (uint64_t)divisor << -w.e, unit) ? n
                                                                                                        : 0;
    }
    for (;;) {
        fraction *= 10;
        unit *= 10;
        unsafe *= 10;
        digits[n++] = (char)('0' + (fraction >> -w.e));
        fraction &= one - 1;
        --*kappa;
        if (fraction < unsafe)
            return grisu_weed(digits, n, (too_high - w.f) * unit, unsafe, fraction, one, unit) ? n : 0;
    }
}

static int grisu(ou_float d, char *digits, int *point)
{
    struct extended v = take_apart(d), w = normalise(v), plus = {2 * v.f + 1, v.e - 1}, minus;
    bool is_power = v.f == (uint64_t)1 << (OU_FLOAT_DIGITS - 1) && v.e > OU_FLOAT_MIN_EXPONENT;
    minus.f = is_power ? 4 * v.f - 1 : 2 * v.f - 1;
    minus.e = is_power ? v.e - 2 : v.e - 1;
    plus = normalise(plus);
    minus.f <<= minus.e - plus.e;
    minus.e = plus.e;
    /* a power that brings the exponent of the product between -60 and -32 */
    int least = -60 - (w.e + 64) + 63;
    int k = least == 0 ? 0 : (least * 315653 >> 20) + 1; /* least * log10(2), rounded up */
    int index = (k - POWER_FIRST + 7) / 8;
    if (index < 0 || index >= POWERS)
        return 0;
    struct extended ten = power_of_ten(index);
    int kappa;
    int n = grisu_digits(multiply(minus, ten), multiply(w, ten), multiply(plus, ten), digits, &kappa);
    *point = n + kappa - (POWER_FIRST + 8 * index);
    return n;
}

static bool parse_digits(const char *digits, int n, int point, ou_float *out);

static int shortest(ou_float d, char *digits, int *point)
{
    int n = grisu(d, digits, point);
    if (n > 0)
        return n;
    struct extended v = take_apart(d);
    int first = v.f >> (OU_FLOAT_DIGITS - 1) ? SHORTEST_SURE : 1;
    for (n = first; n <= SHORTEST_MAX; n++) {
        ou_float back;
        size_t size = ou_float_digits(d, false, n, digits, SHORTEST_MAX, point);
        /* Below a power of two the neighbours are nearer than above: the digits just above may do
         * where the nearest ones do not. */
        for (int attempt = 0; attempt < 2; attempt++) {
            if (parse_digits(digits, (int)size, *point, &back) && back == d) {
                while (size > 1 && digits[size - 1] == '0')
                    size--;
                return (int)size;
            }
            if (n == SHORTEST_MAX || back > d)
                break;
            if (round_up(digits, size))
                ++*point;
        }
    }
    return (int)ou_float_digits(d, false, SHORTEST_MAX, digits, SHORTEST_MAX, point);
}

/* -- printing -- */

struct sink {
    char *out;
    size_t capacity, size;
};

static void put(struct sink *s, char c)
{
    if (s->size < s->capacity)
        s->out[s->size] = c;
    s->size++;
}

static void put_text(struct sink *s, const char *text)
{
    while (*text)
        put(s, *text++);
}

/* DIGITS (n of them) with `after` digits behind the point; alternate: a point even if after is 0. */
static void put_fixed(struct sink *s, const char *digits, int n, int point, int after, bool alternate)
{
    if (point <= 0)
        put(s, '0');
    for (int i = 0; i < point; i++)
        put(s, i < n ? digits[i] : '0');
    if (after > 0 || alternate)
        put(s, '.');
    for (int64_t i = point; i < (int64_t)point + after; i++)
        put(s, i >= 0 && i < n ? digits[i] : '0');
}

static void put_exponent(struct sink *s, const char *digits, int n, int point, int after, bool alternate,
                         char e)
{
    put(s, digits[0]);
    if (after > 0 || alternate)
        put(s, '.');
    for (int64_t i = 1; i <= after; i++)
        put(s, i < n ? digits[i] : '0');
    int exponent = point - 1;
    put(s, e);
    put(s, exponent < 0 ? '-' : '+');
    if (exponent < 0)
        exponent = -exponent;
    if (exponent >= 100)
        put(s, (char)('0' + exponent / 100));
    put(s, (char)('0' + exponent / 10 % 10));
    put(s, (char)('0' + exponent % 10));
}

static void print_general(struct sink *s, ou_float d, char format, int precision, bool alternate)
{
    char digits[DIGITS_MAX];
    bool is_repr = format == 'r' || format == 'R'; /* with a precision: like g, but with ".0" */
    int n, point = 1, limit = precision > 0 ? precision : 1;
    if (is_repr && precision == 0) {
        n = d == 0 ? 1 : shortest(d, digits, &point);
        limit = 17;
    } else {
        n = d == 0 ? 1 : (int)ou_float_digits(d, false, limit, digits, sizeof digits, &point);
    }
    if (d == 0)
        digits[0] = '0';
    if (!alternate)
        while (n > 1 && digits[n - 1] == '0')
            n--;
    int shown = alternate && precision > 0 ? limit : n;
    char e = format >= 'a' ? 'e' : 'E';
    if (point <= -4 || point > limit - is_repr) {
        put_exponent(s, digits, n, point, shown - 1, alternate, e);
        return;
    }
    int after = shown > point ? shown - point : 0;
    put_fixed(s, digits, n, point, is_repr && after == 0 ? 1 : after, alternate);
}

size_t ou_float_print(char *out, size_t capacity, ou_float d, char format, int precision, bool alternate)
{
    struct sink s = {out, capacity, 0};
    if (isnan(d)) {
        put_text(&s, format >= 'a' ? "nan" : "NAN");
        return s.size;
    }
    if (signbit(d))
        put(&s, '-');
    d = OU_FM(fabs)(d);
    char digits[DIGITS_MAX];
    int n = 1, point = 1;
    if (isinf(d)) {
        put_text(&s, format >= 'a' ? "inf" : "INF");
    } else if ((format | 32) == 'f') {
        digits[0] = '0';
        if (d != 0)
            n = (int)ou_float_digits(d, true, precision, digits, sizeof digits, &point);
        put_fixed(&s, digits, n, point, precision, alternate);
    } else if ((format | 32) == 'e') {
        digits[0] = '0';
        if (d != 0)
            n = (int)ou_float_digits(d, false, OU_MIN(precision, INT_MAX - 1) + 1, digits, sizeof digits,
                                     &point);
        put_exponent(&s, digits, n, point, precision, alternate, format);
    } else {
        print_general(&s, d, format, precision, alternate);
    }
    return s.size;
}

/* -- parsing -- */

/* A decimal number in text that was checked: digits, underscores and at most one point. */
struct decimal {
    const char *text, *end; /* from the first digit that is not 0 */
    int exponent;           /* of the last digit, all of them counted */
    int count;              /* significant digits */
};

struct big {
    uint32_t words[COMPARE_WORDS];
    size_t n;
};

static void big_multiply(struct big *b, uint32_t factor, uint32_t add)
{
    uint32_t carry = ou_nat_mul_small(b->words, b->words, b->n, factor, add);
    if (carry && b->n < COMPARE_WORDS)
        b->words[b->n++] = carry;
}

static void big_shift(struct big *b, int bits)
{
    size_t whole = (size_t)bits / 32;
    if (b->n + whole > COMPARE_WORDS)
        whole = COMPARE_WORDS - b->n;
    memmove(b->words + whole, b->words, b->n * sizeof b->words[0]);
    memset(b->words, 0, whole * sizeof b->words[0]);
    b->n += whole;
    big_multiply(b, (uint32_t)1 << (bits % 32), 0);
}

static void big_multiply_by_power_of_5(struct big *b, int exponent)
{
    for (; exponent >= 13; exponent -= 13)
        big_multiply(b, 1220703125, 0);
    uint32_t rest = 1;
    while (exponent-- > 0)
        rest *= 5;
    big_multiply(b, rest, 0);
}

/* Compares the number with (2 f + 1) * 2^(e - 1), exactly. */
static int compare_with_middle(const struct decimal *x, uint64_t f, int e)
{
    struct big left, right;
    int taken = 0;
    bool rest = false;
    left.n = 0;
    uint32_t group = 0, scale = 1;
    for (const char *p = x->text; p < x->end; p++) {
        if (*p == '_' || *p == '.')
            continue;
        if (taken == DIGITS_MAX) {
            rest |= *p != '0';
            continue;
        }
        group = group * 10 + (uint32_t)(*p - '0');
        scale *= 10;
        taken++;
        if (scale == GROUP) {
            big_multiply(&left, scale, group);
            group = 0;
            scale = 1;
        }
    }
    big_multiply(&left, scale, group);
    int ten = x->exponent + (x->count - taken);
    if (rest) { /* one digit more that is not 0 stands for all of them */
        big_multiply(&left, 10, 1);
        ten--;
    }
    f = 2 * f + 1;
    right.words[0] = (uint32_t)f;
    right.words[1] = (uint32_t)(f >> 32);
    right.n = right.words[1] ? 2 : 1;
    big_multiply_by_power_of_5(ten > 0 ? &left : &right, ten > 0 ? ten : -ten);
    int two = ten - (e - 1);
    big_shift(two > 0 ? &left : &right, two > 0 ? two : -two);
    return ou_nat_compare(left.words, left.n, right.words, right.n);
}

/* m * 10^exponent (m: the first 19 digits; more follow if truncated) to a float with its neighbours below
 * decided by 64-bit arithmetic, or by comparing exactly. */
static ou_float approximate(const struct decimal *x, uint64_t m, int digits_of_m, int exponent,
                            bool truncated)
{
    struct extended v = {m, 0};
    uint64_t error = truncated ? 8 : 0; /* in eighths of the last bit */
    v = normalise(v);
    error <<= -v.e;
    int index = (exponent - POWER_FIRST) / 8;
    if (exponent < POWER_FIRST)
        return 0;
    if (index >= POWERS)
        return INFINITY;
    int more = exponent - (POWER_FIRST + 8 * index);
    if (more > 0) {
        struct extended ten = {small_powers[more], 0};
        v = multiply(v, normalise(ten));
        if (19 - digits_of_m < more)
            error += 4;
    }
    v = multiply(v, power_of_ten(index));
    error += 4 + (error != 0) + 4;
    int e = v.e;
    v = normalise(v);
    error <<= e - v.e;
    int drop = 64 - OU_FLOAT_DIGITS;
    if (v.e + drop < OU_FLOAT_MIN_EXPONENT)
        drop = OU_FLOAT_MIN_EXPONENT - v.e;
    if (drop > 64)
        return 0; /* less than half of the smallest float, whatever the error is */
    if (drop + 3 >= 64) {
        int shift = drop + 3 - 64 + 1;
        v.f >>= shift;
        v.e += shift;
        error = (error >> shift) + 1 + 8;
        drop -= shift;
    }
    uint64_t rest = (v.f & (((uint64_t)1 << drop) - 1)) * 8, half = ((uint64_t)1 << (drop - 1)) * 8;
    uint64_t f = v.f >> drop;
    if (rest >= half + error)
        f++;
    else if (rest > half - error) {
        int order = compare_with_middle(x, f, v.e + drop);
        if (order > 0 || (order == 0 && (f & 1)))
            f++;
    }
    return OU_FM(ldexp)((ou_float)f, v.e + drop);
}

static ou_float decimal_to_float(const struct decimal *x)
{
    static const ou_float exact[EXACT_POWERS + 1] = {
        1e0,
        1e1,
        1e2,
        1e3,
        1e4,
        1e5,
        1e6,
        1e7,
        1e8,
        1e9,
        1e10,
#if EXACT_POWERS == 22
        1e11,
        1e12,
        1e13,
        1e14,
        1e15,
        1e16,
        1e17,
        1e18,
        1e19,
        1e20,
        1e21,
        1e22,
#endif
    };
    if (x->count == 0)
        return 0;
    int magnitude = x->count + x->exponent; /* below 10^magnitude */
    if (magnitude > 400)
        return INFINITY;
    if (magnitude < -400)
        return 0;
    uint64_t m = 0;
    int taken = 0;
    bool truncated = false;
    for (const char *p = x->text; p < x->end; p++) {
        if (*p == '_' || *p == '.')
            continue;
        if (taken == 19) {
            truncated = true;
            break;
        }
        m = m * 10 + (unsigned)(*p - '0');
        taken++;
    }
    int exponent = x->exponent + (x->count - taken);
    if (!truncated && m <= (uint64_t)1 << OU_FLOAT_DIGITS && exponent <= EXACT_POWERS &&
        exponent >= -EXACT_POWERS) {
        ou_float f = (ou_float)m;
        return exponent < 0 ? f / exact[-exponent] : f * exact[exponent];
    }
    return approximate(x, m, taken, exponent, truncated);
}

/* 0.DIGITS * 10^point; false only if it is no finite float. */
static bool parse_digits(const char *digits, int n, int point, ou_float *out)
{
    struct decimal x = {digits, digits + n, point - n, n};
    *out = decimal_to_float(&x);
    return isfinite(*out);
}

static bool is_word(const char *p, size_t n, const char *word)
{
    size_t i = 0;
    for (; i < n && word[i]; i++)
        if ((p[i] | 32) != word[i])
            return false;
    return i == n && !word[i];
}

/* Digits with single underscores between them: how many characters; *good is cleared if malformed. */
static size_t scan_digits(const char *p, const char *end, bool *good)
{
    const char *start = p;
    while (p < end && (ou_ascii_is_digit((uint8_t)*p) || *p == '_')) {
        if (*p == '_' && (p == start || p[-1] == '_' || p + 1 == end || !ou_ascii_is_digit((uint8_t)p[1])))
            *good = false;
        p++;
    }
    return (size_t)(p - start);
}

/* Reads digits, point and exponent. */
static bool scan_decimal(const char *p, const char *end, struct decimal *x)
{
    bool good = true;
    const char *start = p;
    size_t whole = scan_digits(p, end, &good), after = 0;
    p += whole;
    if (p < end && *p == '.') {
        p++;
        after = scan_digits(p, end, &good);
        p += after;
    }
    if (!good || whole + after == 0)
        return false;
    const char *stop = p;
    int exponent = 0;
    if (p < end && (*p | 32) == 'e') {
        bool negative = ++p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+'))
            p++;
        size_t n = scan_digits(p, end, &good);
        if (n == 0 || !good)
            return false;
        for (; n > 0; n--, p++)
            if (*p != '_' && exponent < 100000000)
                exponent = exponent * 10 + (*p - '0');
        exponent = negative ? -exponent : exponent;
    }
    if (p != end)
        return false;
    bool behind = false;
    x->text = stop;
    x->end = stop;
    x->count = 0;
    for (p = start; p < stop; p++) {
        if (*p == '.')
            behind = true;
        if (*p == '.' || *p == '_')
            continue;
        if (x->count > 0 || *p != '0') {
            if (x->count == 0)
                x->text = p;
            x->count++;
        }
        exponent -= behind;
    }
    x->exponent = exponent;
    return true;
}

bool ou_float_parse(const char *text, size_t n, ou_float *out)
{
    const char *p = text, *end = text + n;
    while (p < end && ou_ascii_is_space((uint8_t)*p))
        p++;
    while (p < end && ou_ascii_is_space((uint8_t)end[-1]))
        end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    size_t left = (size_t)(end - p);
    struct decimal x;
    ou_float d;
    if (is_word(p, left, "inf") || is_word(p, left, "infinity"))
        d = INFINITY;
    else if (is_word(p, left, "nan"))
        d = NAN;
    else if (scan_decimal(p, end, &x))
        d = decimal_to_float(&x);
    else
        return false;
    *out = negative ? -d : d;
    return true;
}

int ou_builder_add_float(struct ou_builder *b, ou_float d, char format, int precision, bool alternate)
{
    size_t room = b->capacity - b->size;
    size_t n = ou_float_print((char *)b->data + b->size, room, d, format, precision, alternate);
    if (n > room) { /* nothing was written past the room */
        uint8_t *out = ou_builder_reserve(b, n);
        if (!out)
            return -1;
        ou_float_print((char *)out, n, d, format, precision, alternate);
    }
    b->size += n;
    return 0;
}
