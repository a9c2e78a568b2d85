/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type int: making one from anything, conversions to machine ints, bytes, hash, and its methods.
 * Arithmetic stands in int_arith.c, text in int_text.c, the format mini-language in format.c.
 */
#include "object/numbers/int.h"
#include "object/numbers/float.h"
#include "object/numbers/format.h"

/* -- the root of module random, which as a module may not know struct ou_vm -- */

ou_val ou_random_state(struct ou_vm *vm) { return vm->roots.random; }
void ou_random_state_set(struct ou_vm *vm, ou_val generator) { vm->roots.random = generator; }

/* -- making one -- */

/* Calls a special method that must give an int; OU_ABSENT: there is none. */
static ou_val special_int(struct ou_vm *vm, ou_val x, ou_val name)
{
    ou_val self, method = ou_get_special(vm, x, name, &self);
    if (method == OU_EXC || method == OU_ABSENT)
        return method;
    ou_val result = self == OU_ABSENT ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
    if (result == OU_EXC)
        return OU_EXC;
    ou_val n = ou_int_exact(result);
    if (n != OU_ABSENT)
        return n;
    if (name == OU_S(__trunc__)) {
        n = special_int(vm, result, OU_S(__index__));
        if (n != OU_ABSENT)
            return n;
        return ou_raise(vm, &ou_exc_TypeError, "__trunc__ returned non-Integral (type %T)", result);
    }
    return ou_raise(vm, &ou_exc_TypeError, "%v returned non-int (type %T)", name, result);
}

ou_val ou_int_from_any(struct ou_vm *vm, ou_val x)
{
    if (ou_is_int(x))
        return ou_int_exact(x);
    if (OU_WITH_FLOAT && ou_is_float(x))
        return ou_int_from_float(vm, ou_float_value(x));
    ou_val v = ou_is_str(x) ? OU_ABSENT : special_int(vm, x, OU_S(__int__));
    if (v == OU_ABSENT && !ou_is_str(x)) {
        v = ou_int_exact(x);
        if (v == OU_ABSENT)
            v = special_int(vm, x, OU_S(__index__));
        if (v == OU_ABSENT)
            v = special_int(vm, x, OU_S(__trunc__));
    }
    if (v == OU_ABSENT)
        v = ou_int_from_text(vm, x, 10);
    if (v == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError,
                        "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
    return v;
}

static ou_val int_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_args == 1 && n_kw == 0)
        return ou_int_from_any(vm, args[0]);
    ou_val arg[2];
    if (ou_args_parse(vm, "int", "|x /base", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    if (arg[1] == OU_ABSENT)
        return arg[0] == OU_ABSENT ? ou_small(0) : ou_int_from_any(vm, arg[0]);
    if (arg[0] == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "int() missing string argument");
    ou_int base;
    if (ou_to_int_clamp(vm, arg[1], &base) < 0)
        return OU_EXC;
    if (base != 0 && (base < 2 || base > 36))
        return ou_raise(vm, &ou_exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    ou_val v = OU_ABSENT;
    if (ou_cast_native(arg[0], &ou_type_str) != OU_ABSENT ||
        ou_cast_native(arg[0], &ou_type_bytes) != OU_ABSENT || ou_as_bytearray(arg[0]) != OU_ABSENT)
        v = ou_int_from_text(vm, arg[0], (int)base);
    if (v == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "int() can't convert non-string with explicit base");
    return v;
}

/* -- what the type does -- */

static ou_val int_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (ou_int_to_text(vm, self, 10, false, &b) < 0)
        return OU_EXC;
    return ou_builder_str(&b);
}

static int int_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_int_sign(self) != 0;
}

static int int_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    (void)vm;
    *out = ou_int_hash(self);
    return 0;
}

/* -1, 0, 1, or 2 for unordered (nan), or 3: raised.  Exact. */
OU_MAYBE_UNUSED static int compare_with_float(struct ou_vm *vm, ou_val a, ou_float f)
{
    if (isnan(f))
        return 2;
    if (isinf(f))
        return f > 0 ? -1 : 1;
    if (ou_is_small(a)) {
        ou_int n = ou_small_value(a);
        const ou_int exact = (ou_int)1 << OU_FLOAT_DIGITS;
        if (n < exact && n > -exact)
            return (ou_float)n < f ? -1 : (ou_float)n > f;
    }
    int sign = ou_int_sign(a);
    if ((f >= 0) != (sign >= 0))
        return sign < 0 ? -1 : 1;
    int exponent;
    (void)OU_FM(frexp)(f, &exponent);
    ou_int bits = (ou_int)ou_int_bit_length(a);
    if (bits != exponent && (bits > 0 || exponent > 0))
        return (bits > exponent) == (sign > 0) ? 1 : -1;
    ou_val whole = ou_int_from_float(vm, f);
    if (whole == OU_EXC)
        return 3;
    int order = ou_int_compare(a, whole);
    if (order != 0)
        return order;
    ou_float rest = f - OU_FM(trunc)(f);
    return rest > 0 ? -1 : rest < 0;
}

static bool order_satisfies(enum ou_compare_op op, int order)
{
    switch (op) {
    case OU_CMP_LT: return order < 0;
    case OU_CMP_LE: return order <= 0;
    case OU_CMP_EQ: return order == 0;
    case OU_CMP_NE: return order != 0;
    case OU_CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

ou_val ou_int_compare_op(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val x = ou_int_exact(a), y = ou_int_exact(b);
    if (x != OU_ABSENT && y != OU_ABSENT)
        return ou_bool(order_satisfies(op, ou_int_compare(x, y)));
#if OU_WITH_FLOAT
    ou_val f = ou_cast_native(x == OU_ABSENT ? a : b, &ou_type_float);
    if (f == OU_ABSENT || (x == OU_ABSENT && y == OU_ABSENT))
        return OU_NOT_IMPLEMENTED;
    int order = compare_with_float(vm, x == OU_ABSENT ? y : x, ou_float_get(f));
    if (order == 3)
        return OU_EXC;
    if (order == 2)
        return ou_bool(op == OU_CMP_NE);
    return ou_bool(order_satisfies(op, x == OU_ABSENT ? -order : order));
#else
    (void)vm;
    return OU_NOT_IMPLEMENTED;
#endif
}

ou_val ou_int_round(struct ou_vm *vm, ou_val v, ou_val ndigits)
{
    if (ou_int_sign(ndigits) >= 0)
        return v;
    /* More than it has decimal digits. */
    size_t limit = OU_WITH_BIG_INT ? ou_int_bit_length(v) / 3 + 2 : OU_WORD_BITS == 64 ? 19 : 9;
    if (!ou_is_small(ndigits) || (size_t)-ou_small_value(ndigits) > limit)
        return ou_small(0);
    ou_val power = ou_int_pow(vm, ou_small(10), ou_small(-ou_small_value(ndigits))), q, r, twice;
    if (power == OU_EXC || ou_int_divmod(vm, v, power, &q, &r) < 0 ||
        (twice = ou_int_add(vm, r, r)) == OU_EXC)
        return OU_EXC;
    int order = ou_int_compare(twice, power);
#if OU_WITH_BIG_INT
    struct ou_int_view quotient;
    ou_int_view(q, &quotient);
    bool odd = quotient.size > 0 && (quotient.digits[0] & 1);
#else
    bool odd = ou_small_value(q) & 1;
#endif
    if ((order > 0 || (order == 0 && odd)) && (r = ou_int_sub(vm, r, power)) == OU_EXC)
        return OU_EXC;
    return ou_int_sub(vm, v, r);
}

/* -- methods; self is an int, a bool, or what an instance of a subclass wraps -- */

#define SELF ou_int_exact(args[0])

OU_NATIVE_STATIC(int_self) { return SELF; }

OU_NATIVE_STATIC(int_bit_length) { return ou_int_new(vm, (ou_int)ou_int_bit_length(SELF)); }

OU_NATIVE_STATIC(int_bit_count)
{
#if OU_WITH_BIG_INT
    struct ou_int_view a;
    ou_int_view(SELF, &a);
    ou_int n = 0;
    for (size_t i = 0; i < a.size; i++)
        n += __builtin_popcount(a.digits[i]);
    return ou_int_new(vm, n);
#else
    ou_int n = ou_small_value(SELF);
    return ou_small(__builtin_popcountl((unsigned long)(n < 0 ? -n : n)));
#endif
}

OU_NATIVE_STATIC(int_round)
{
    if (n_args < 2)
        return SELF;
    ou_val ndigits = ou_index(vm, args[1]);
    return ndigits == OU_EXC ? OU_EXC : ou_int_round(vm, SELF, ndigits);
}

OU_NATIVE_STATIC(int_float)
{
    ou_float f;
    return ou_float_coerce(vm, args[0], &f) < 0 ? OU_EXC : ou_float_from(vm, f);
}

/* Only ints have powers with a modulus. */
OU_NATIVE_STATIC(int_pow)
{
    if (n_args < 3 || args[2] == OU_NONE)
        return ou_int_binary(vm, OU_OP_POW, SELF, ou_unwrap(args[1]));
    ou_val exponent = ou_int_exact(args[1]), modulus = ou_int_exact(args[2]);
    if (exponent == OU_ABSENT || modulus == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
#if OU_WITH_BIG_INT
    return ou_int_pow_mod(vm, SELF, exponent, modulus);
#else
    return OU_NOT_IMPLEMENTED;
#endif
}

OU_NATIVE_STATIC(int_as_integer_ratio)
{
    ou_val pair[2] = {SELF, ou_small(1)};
    return ou_tuple_new(vm, 2, pair);
}

/* byteorder: 1 big, 0 little, -1 raised; and signed.  Its __bool__ is asked between the two checks, as CPython does. */
static int byte_order(struct ou_vm *vm, const char *function, ou_val v, ou_val signed_arg, int *is_signed)
{
    *is_signed = 0;
    if (v != OU_ABSENT && ou_cast_native(v, &ou_type_str) == OU_ABSENT)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "%s() argument 'byteorder' must be str, not %A", function, v));
    if (signed_arg != OU_ABSENT && (*is_signed = ou_truth(vm, signed_arg)) < 0)
        return -1;
    if (v == OU_ABSENT)
        return 1;
    ou_val name = ou_cast_native(v, &ou_type_str);
    if (ou_str_is(vm, name, "big"))
        return 1;
    if (ou_str_is(vm, name, "little"))
        return 0;
    return ou_fail(ou_raise(vm, &ou_exc_ValueError, "byteorder must be either 'little' or 'big'"));
}

OU_NATIVE_STATIC(int_to_bytes)
{
    ou_val arg[3];
    if (ou_args_parse(vm, "to_bytes", "|length byteorder$signed", n_args - 1, n_kw, args + 1, arg) < 0)
        return OU_EXC;
    ou_int n = 1;
    if (arg[0] != OU_ABSENT && ou_to_int(vm, arg[0], &n) < 0)
        return OU_EXC;
    int is_signed, big_endian = byte_order(vm, "to_bytes", arg[1], arg[2], &is_signed);
    if (big_endian < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_ValueError, "length argument must be non-negative");
    ou_val bytes = ou_bytes_new(vm, NULL, (size_t)n);
    if (bytes == OU_EXC)
        return OU_EXC;
    uint8_t none[1], *data = n ? ou_bytes_writable(bytes) : none;
    if (ou_int_to_bytes(vm, SELF, data, (size_t)n, big_endian, is_signed) < 0)
        return OU_EXC;
    return bytes;
}

OU_NATIVE_STATIC(int_from_bytes)
{
    ou_val arg[3];
    if (ou_args_parse(vm, "from_bytes", "bytes|byteorder$signed", n_args - 1, n_kw, args + 1, arg) < 0)
        return OU_EXC;
    int is_signed, big_endian = byte_order(vm, "from_bytes", arg[1], arg[2], &is_signed);
    if (big_endian < 0)
        return OU_EXC;
    if (!ou_has_buffer(arg[0])) {
        if (ou_is_int(arg[0]) || ou_is_float(arg[0]) || ou_cast_native(arg[0], &ou_type_str) != OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "cannot convert '%T' object to bytes", arg[0]);
        arg[0] = ou_call_1(vm, OU_ROM(&ou_type_bytes), arg[0]);
        if (arg[0] == OU_EXC)
            return OU_EXC;
    }
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, arg[0], &buffer) < 0)
        return OU_EXC;
    ou_val v = ou_int_from_bytes(vm, buffer.data, buffer.size, big_endian, is_signed);
    if (v == OU_EXC || args[0] == OU_ROM(&ou_type_int))
        return v;
    return ou_call_1(vm, args[0], v);
}

static ou_val int_get_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_int_exact(self);
}

static ou_val int_get_zero(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return ou_small(0);
}

static ou_val int_get_one(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return ou_small(1);
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member int_members[] = {
    OU_MEMBER_METHOD(OU_S(__ceil__), int_self, &ou_type_int, 1, 1, 0),
    OU_IF(FLOAT, OU_MEMBER_METHOD(OU_S(__float__), int_float, &ou_type_int, 1, 1, 0),)
    OU_MEMBER_METHOD(OU_S(__floor__), int_self, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__index__), int_self, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__int__), int_self, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__pow__), int_pow, &ou_type_int, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(__round__), int_round, &ou_type_int, 1, 2, 0),
    OU_MEMBER_METHOD(OU_S(__trunc__), int_self, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(as_integer_ratio), int_as_integer_ratio, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(bit_count), int_bit_count, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(bit_length), int_bit_length, &ou_type_int, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(conjugate), int_self, &ou_type_int, 1, 1, 0),
    OU_MEMBER_PROPERTY(OU_S(denominator), int_get_one, NULL),
    OU_MEMBER_CLASSMETHOD(OU_S(from_bytes), int_from_bytes, &ou_type_int, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_PROPERTY(OU_S(imag), int_get_zero, NULL),
    OU_MEMBER_PROPERTY(OU_S(numerator), int_get_self, NULL),
    OU_MEMBER_PROPERTY(OU_S(real), int_get_self, NULL),
    OU_MEMBER_METHOD(OU_S(to_bytes), int_to_bytes, &ou_type_int, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
};
/* clang-format on */
OU_MEMBER_TABLE(ou_int_table, int_members);

static const struct ou_type_ops int_ops = {
    .construct = int_construct,
    .repr = int_repr,
    .format = ou_format_int,
    .truth = int_truth,
    .hash = int_hash,
    .compare = ou_int_compare_op,
    .unary = ou_int_unary,
    .binary = ou_int_binary,
};
OU_DEFINE_TYPE(ou_type_int, OU_S(int), &ou_type_object, &int_ops, &ou_int_table, 0, OU_V_INT);
