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
#include "modules/mod_random.h"
#include <math.h>

#define IMPLEMENT(name)                                                                                    \
    static ou_val ou_random_##name(struct ou_vm *vm, struct ou_random *r, unsigned n_args OU_MAYBE_UNUSED, \
                                   unsigned n_kw OU_MAYBE_UNUSED, const ou_val *args OU_MAYBE_UNUSED)

/* The generator of the module's functions; NULL: raised. */
static struct ou_random *shared(struct ou_vm *vm)
{
    ou_val v = ou_random_state(vm);
    if (v == OU_ABSENT) {
        v = ou_random_new(vm);
        if (v == OU_EXC)
            return NULL;
        ou_random_state_set(vm, v);
    }
    return ou_ptr(v);
}

IMPLEMENT(seed)
{
    ou_val arg[2];
    if (ou_args_parse(vm, "seed", "|a version", n_args, n_kw, args, arg) < 0 ||
        ou_random_seed_by(vm, r, arg[0]) < 0)
        return OU_EXC;
    return OU_NONE;
}

IMPLEMENT(getstate)
{
    ou_val state = ou_list_new(vm, OU_RANDOM_WORDS + 1, NULL);
    if (state == OU_EXC)
        return OU_EXC;
    for (unsigned i = 0; i <= OU_RANDOM_WORDS; i++) {
        ou_val word = i < OU_RANDOM_WORDS ? ou_int_from_u64(vm, r->mt[i]) : ou_small((ou_int)r->index);
        if (word == OU_EXC)
            return OU_EXC;
        ou_list_set(vm, state, i, word);
    }
    ou_val parts[3] = {ou_small(3), ou_tuple_from_iter(vm, state), OU_NONE};
    if (parts[1] == OU_EXC || (r->has_gauss && (parts[2] = ou_float_new(vm, r->gauss_next)) == OU_EXC))
        return OU_EXC;
    return ou_tuple_new(vm, 3, parts);
}

IMPLEMENT(setstate)
{
    ou_val parts = ou_cast_native(args[0], &ou_type_tuple), state = OU_ABSENT;
    if (parts != OU_ABSENT && ou_tuple_len(parts) == 3 && ou_tuple_items(parts)[0] == ou_small(3))
        state = ou_cast_native(ou_tuple_items(parts)[1], &ou_type_tuple);
    if (state == OU_ABSENT || ou_tuple_len(state) != OU_RANDOM_WORDS + 1)
        return ou_raise(vm, &ou_exc_ValueError, "state with version 3 expected");
    for (unsigned i = 0; i <= OU_RANDOM_WORDS; i++) {
        int64_t word;
        if (ou_to_i64(vm, ou_tuple_items(state)[i], &word) < 0)
            return OU_EXC;
        if (i == OU_RANDOM_WORDS && (word < 0 || word > OU_RANDOM_WORDS))
            return ou_raise(vm, &ou_exc_ValueError, "invalid state");
        *(i < OU_RANDOM_WORDS ? &r->mt[i] : &r->index) = (uint32_t)word;
    }
    ou_val gauss = ou_tuple_items(parts)[2];
    r->has_gauss = gauss != OU_NONE;
    r->gauss_next = 0;
    return r->has_gauss && ou_to_float(vm, gauss, &r->gauss_next) < 0 ? OU_EXC : OU_NONE;
}

/* -- ints -- */

static uint64_t small_bits(struct ou_random *r, unsigned k) /* 1 to 64 */
{
    if (k <= 32)
        return ou_random_next(r) >> (32 - k);
    uint64_t low = ou_random_next(r);
    return (uint64_t)(ou_random_next(r) >> (64 - k)) << 32 | low;
}

static ou_val random_bits(struct ou_vm *vm, struct ou_random *r, size_t k)
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
        uint32_t word = ou_random_next(r);
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
static size_t below(struct ou_random *r, size_t n)
{
    unsigned k = 64 - (unsigned)__builtin_clzll((uint64_t)n);
    uint64_t v;
    do
        v = small_bits(r, k);
    while (v >= n);
    return (size_t)v;
}

static ou_val below_int(struct ou_vm *vm, struct ou_random *r, ou_val n)
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

IMPLEMENT(getrandbits)
{
    ou_int k;
    if (ou_to_int(vm, args[0], &k) < 0)
        return OU_EXC;
    if (k < 0)
        return ou_raise(vm, &ou_exc_ValueError, "number of bits must be non-negative");
    return random_bits(vm, r, (size_t)k);
}

IMPLEMENT(randbytes)
{
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
        uint32_t word = ou_random_next(r);
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
static ou_val random_range(struct ou_vm *vm, struct ou_random *r, ou_val start, ou_val stop, ou_val step)
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

IMPLEMENT(randrange)
{
    ou_val arg[3];
    if (ou_args_parse(vm, "randrange", "start|stop step", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    ou_val start = range_arg(vm, arg[0], "arg 1");
    if (start == OU_EXC)
        return OU_EXC;
    if (arg[1] == OU_ABSENT || arg[1] == OU_NONE) {
        if (arg[2] != OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "Missing a non-None stop argument");
        int some = ou_compare_truth(vm, OU_CMP_GT, start, ou_small(0));
        if (some == 0)
            ou_raise(vm, &ou_exc_ValueError, "empty range for randrange()");
        return some <= 0 ? OU_EXC : below_int(vm, r, start);
    }
    ou_val stop = range_arg(vm, arg[1], "stop");
    ou_val step = stop == OU_EXC ? OU_EXC : arg[2] == OU_ABSENT ? ou_small(1) : range_arg(vm, arg[2], "step");
    return step == OU_EXC ? OU_EXC : random_range(vm, r, start, stop, step);
}

IMPLEMENT(randint)
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

IMPLEMENT(choice)
{
    ou_int n = ou_len(vm, args[0]);
    if (n < 0)
        return OU_EXC;
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "Cannot choose from an empty sequence");
    return item_at(vm, args[0], below(r, (size_t)n));
}

IMPLEMENT(shuffle)
{
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
static ou_val sample_of(struct ou_vm *vm, struct ou_random *r, ou_val sequence, size_t n, size_t k)
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
static ou_val sample_counted(struct ou_vm *vm, struct ou_random *r, ou_val population, size_t n,
                             ou_val counts, ou_int k)
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

IMPLEMENT(sample)
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
    if (arg[2] != OU_ABSENT && arg[2] != OU_NONE)
        return sample_counted(vm, r, population, (size_t)n, arg[2], k);
    if (k < 0 || k > n)
        return ou_raise(vm, &ou_exc_ValueError, "Sample larger than population or is negative");
    return sample_of(vm, r, population, (size_t)n, (size_t)k);
}

/* The list of cumulative weights, checked; OU_NONE: all alike. */
static ou_val choice_weights(struct ou_vm *vm, ou_val weights, ou_val cumulative, size_t n, ou_float *total)
{
    bool has_weights = weights != OU_ABSENT && weights != OU_NONE;
    bool has_cumulative = cumulative != OU_ABSENT && cumulative != OU_NONE;
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

IMPLEMENT(choices)
{
    ou_val arg[4];
    if (ou_args_parse(vm, "choices", "population|weights$cum_weights k", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    ou_int n = ou_len(vm, arg[0]), k = 1;
    ou_float total = 0;
    if (n < 0 || (arg[3] != OU_ABSENT && ou_to_int(vm, arg[3], &k) < 0))
        return OU_EXC;
    ou_val sums = choice_weights(vm, arg[1], arg[2], (size_t)n, &total);
    ou_val result = sums == OU_EXC ? OU_EXC : ou_list_new(vm, 0, NULL);
    for (ou_int i = 0; i < k && result != OU_EXC; i++) {
        ou_int at = 0;
        if (sums == OU_NONE) {
            at = ou_random_index(r, n);
        } else {
            ou_val v = ou_float_new(vm, ou_random_float(r) * total);
            at = v == OU_EXC ? -1 : bisect(vm, sums, v, (size_t)n - 1);
        }
        ou_val item = at < 0 ? OU_EXC : item_at(vm, arg[0], (size_t)at);
        if (item == OU_EXC || ou_poll(vm) < 0 || ou_list_append(vm, result, item) < 0)
            return OU_EXC;
    }
    return result;
}

IMPLEMENT(random) { return ou_float_new(vm, ou_random_float(r)); }

/* -- each as a function of the module and as a method of random.Random -- */

#define BOTH(name)                                                                                      \
    static ou_val name##_function(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) \
    {                                                                                                   \
        struct ou_random *r = shared(vm);                                                               \
        return r ? ou_random_##name(vm, r, n_args, n_kw, args) : OU_EXC;                                \
    }                                                                                                   \
    static ou_val name##_method(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)   \
    {                                                                                                   \
        return ou_random_##name(vm, ou_ptr(args[0]), n_args - 1, n_kw, args + 1);                       \
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

static ou_val random_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    ou_val seed, v;
    if (ou_args_parse(vm, "Random", "|x", n_args, n_kw, args, &seed) < 0 || (v = ou_random_new(vm)) == OU_EXC)
        return OU_EXC;
    return seed != OU_ABSENT && ou_random_seed_by(vm, ou_ptr(v), seed) < 0 ? OU_EXC : v;
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

static const struct ou_type_ops random_ops = {.construct = random_construct};
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
