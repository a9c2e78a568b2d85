/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The functions of module builtins, except those that need the VM's own state (vm/vm_builtins.h) and
 * print and input, which are in mod_builtins_io.c; the table is in mod_builtins_table.c.
 */
#include "modules/mod_builtins.h"

#define FUNCTION(name, function, min, max, flags)           \
    OU_ROM_ALIGN const struct ou_native ou_builtin_##name = \
        OU_NATIVE(&ou_type_native_function, function, OU_S(name), NULL, min, max, flags);

/* -- numbers -- */

OU_NATIVE_STATIC(builtin_abs) { return ou_unary(vm, OU_OP_ABS, args[0]); }

static ou_val in_base(struct ou_vm *vm, ou_val v, const char *spec)
{
    ou_val n = ou_index(vm, v);
    ou_val text = n == OU_EXC ? OU_EXC : ou_str_new(vm, spec, 2);
    return text == OU_EXC ? OU_EXC : ou_format(vm, n, text);
}

OU_NATIVE_STATIC(builtin_bin) { return in_base(vm, args[0], "#b"); }

OU_NATIVE_STATIC(builtin_hex) { return in_base(vm, args[0], "#x"); }

OU_NATIVE_STATIC(builtin_oct) { return in_base(vm, args[0], "#o"); }

OU_NATIVE_STATIC(builtin_divmod) { return ou_binary(vm, OU_OP_DIVMOD, args[0], args[1]); }

OU_NATIVE_STATIC(builtin_pow)
{
    ou_val out[3];
    if (ou_args_parse(vm, "pow", "base exp|mod", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    if (out[2] == OU_ABSENT || out[2] == OU_NONE)
        return ou_binary(vm, OU_OP_POW, out[0], out[1]);
    return ou_power_mod(vm, out[0], out[1], out[2]);
}

OU_NATIVE_STATIC(builtin_round)
{
    ou_val out[2], self;
    if (ou_args_parse(vm, "round", "number|ndigits", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    ou_val method = ou_get_special(vm, out[0], OU_S(__round__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "type %T doesn't define __round__ method", out[0]);
    ou_val call[2];
    unsigned n = 0;
    if (self != OU_ABSENT)
        call[n++] = self;
    if (out[1] != OU_ABSENT && out[1] != OU_NONE)
        call[n++] = out[1];
    return ou_call(vm, method, n, 0, call);
}

/* The rest of sum(), item by item, for anything that can be added. */
static ou_val sum_any(struct ou_vm *vm, ou_val iterator, ou_val total)
{
    ou_val item;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        if (item == OU_EXC || (total = ou_binary(vm, OU_OP_ADD, total, item)) == OU_EXC)
            return OU_EXC;
    }
    return total;
}

/* Floats and small ints from here on. */
static ou_val sum_floats(struct ou_vm *vm, ou_val iterator, ou_float total)
{
    ou_val item;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        if (item == OU_EXC)
            return OU_EXC;
        if (ou_is_flonum(item)) {
            total += ou_flonum_value(item);
        } else if (OU_WITH_FLOAT && ou_is_float(item)) {
            total += ou_float_value(item);
        } else {
            ou_val so_far = ou_float_new(vm, total);
            if (so_far == OU_EXC || (so_far = ou_binary(vm, OU_OP_ADD, so_far, item)) == OU_EXC)
                return OU_EXC;
            if (!ou_is_float(so_far))
                return sum_any(vm, iterator, so_far);
            total = ou_float_value(so_far);
        }
    }
    return ou_float_new(vm, total);
}

OU_NATIVE_STATIC(builtin_sum)
{
    ou_val out[2], item;
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "sum() takes at least 1 positional argument (0 given)");
    if (ou_args_parse(vm, "sum", "iterable/|start", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    ou_val total = out[1] == OU_ABSENT ? ou_small(0) : out[1];
    ou_val iterator = ou_iter(vm, out[0]);
    if (iterator == OU_EXC)
        return OU_EXC;
    if (ou_is_a(total, &ou_type_str))
        return ou_raise(vm, &ou_exc_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (ou_is_a(total, &ou_type_bytes))
        return ou_raise(vm, &ou_exc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (OU_WITH_BYTEARRAY && ou_is_a(total, &ou_type_bytearray))
        return ou_raise(vm, &ou_exc_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    if (OU_WITH_FLOAT && ou_is_float(total))
        return sum_floats(vm, iterator, ou_float_value(total));
    if (!ou_is_small(total))
        return sum_any(vm, iterator, total);
    ou_int sum = ou_small_value(total);
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        ou_int next;
        if (item == OU_EXC)
            return OU_EXC;
        if (ou_is_small(item) && !__builtin_add_overflow(sum, ou_small_value(item), &next)) {
            sum = next;
            continue;
        }
        total = ou_int_new(vm, sum);
        if (total == OU_EXC || (total = ou_binary(vm, OU_OP_ADD, total, item)) == OU_EXC)
            return OU_EXC;
        if (OU_WITH_FLOAT && ou_is_float(total))
            return sum_floats(vm, iterator, ou_float_value(total));
        if (!ou_is_small(total))
            return sum_any(vm, iterator, total);
        sum = ou_small_value(total);
    }
    return ou_int_new(vm, sum);
}

/* -- iterables -- */

static ou_val any_or_all(struct ou_vm *vm, ou_val iterable, int decisive)
{
    ou_val iterator = ou_iter(vm, iterable), item;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        int truth = item == OU_EXC ? -1 : ou_truth(vm, item);
        if (truth < 0)
            return OU_EXC;
        if (truth == decisive)
            return ou_bool(decisive);
    }
    return ou_bool(!decisive);
}

OU_NATIVE_STATIC(builtin_all) { return any_or_all(vm, args[0], 0); }

OU_NATIVE_STATIC(builtin_any) { return any_or_all(vm, args[0], 1); }

OU_NATIVE_STATIC(builtin_iter)
{
    if (n_args == 1)
        return ou_iter(vm, args[0]);
    if (!ou_is_callable(vm, args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "iter(v, w): v must be callable");
    return ou_callable_iterator_new(vm, args[0], args[1]);
}

OU_NATIVE_STATIC(builtin_next)
{
    if (n_args == 1)
        return ou_next_or_raise(vm, args[0]);
    ou_val v = ou_next(vm, args[0]);
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_StopIteration)) {
        (void)ou_exc_take(vm);
        return args[1];
    }
    return v == OU_STOP ? args[1] : v;
}

OU_NATIVE_STATIC(builtin_len)
{
    ou_int n = ou_len(vm, args[0]);
    return n < 0 ? OU_EXC : ou_int_new(vm, n);
}

static ou_val extreme(struct ou_vm *vm, const char *name, enum ou_compare_op op, unsigned n_args,
                      unsigned n_kw, const ou_val *args)
{
    ou_val out[2], best = OU_ABSENT, best_key = OU_ABSENT, item;
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "%s expected at least 1 argument, got 0", name);
    if (ou_args_parse(vm, name, "|$key default", 0, n_kw, args + n_args, out) < 0)
        return OU_EXC;
    bool has_key = out[0] != OU_ABSENT && out[0] != OU_NONE;
    if (n_args > 1 && out[1] != OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError,
                        "Cannot specify a default for %s() with multiple positional arguments", name);
    ou_val iterator = n_args > 1 ? OU_ABSENT : ou_iter(vm, args[0]);
    if (iterator == OU_EXC)
        return OU_EXC;
    for (unsigned i = 0;; i++) {
        item = iterator != OU_ABSENT ? ou_next(vm, iterator) : i < n_args ? args[i] : OU_STOP;
        if (item == OU_STOP)
            break;
        ou_val key = item == OU_EXC || !has_key ? item : ou_call_1(vm, out[0], item);
        if (key == OU_EXC)
            return OU_EXC;
        int better = 1;
        if (best != OU_ABSENT) {
            if (ou_both_small(key, best_key))
                better = op == OU_CMP_LT ? (ou_int)key < (ou_int)best_key : (ou_int)key > (ou_int)best_key;
            else
                better = ou_compare_truth(vm, op, key, best_key);
        }
        if (better < 0)
            return OU_EXC;
        if (better) {
            best = item;
            best_key = key;
        }
    }
    if (best != OU_ABSENT)
        return best;
    return out[1] != OU_ABSENT ? out[1]
                               : ou_raise(vm, &ou_exc_ValueError, "%s() arg is an empty sequence", name);
}

OU_NATIVE_STATIC(builtin_max) { return extreme(vm, "max", OU_CMP_GT, n_args, n_kw, args); }
OU_NATIVE_STATIC(builtin_min) { return extreme(vm, "min", OU_CMP_LT, n_args, n_kw, args); }

OU_NATIVE_STATIC(builtin_sorted)
{
    ou_val out[2];
    if (n_args != 1)
        return ou_raise(vm, &ou_exc_TypeError, "sorted expected 1 argument, got %u", n_args);
    ou_val list = ou_list_from_iter(vm, args[0]);
    if (list == OU_EXC || ou_args_parse(vm, "sort", "|$key reverse", 0, n_kw, args + 1, out) < 0)
        return OU_EXC;
    ou_int reverse = 0;
    if (out[1] != OU_ABSENT && ou_to_int(vm, out[1], &reverse) < 0)
        return OU_EXC;
    return ou_list_sort(vm, list, out[0] == OU_ABSENT ? OU_NONE : out[0], reverse != 0) < 0 ? OU_EXC : list;
}

/* -- text -- */

OU_NATIVE_STATIC(builtin_ascii) { return ou_ascii(vm, args[0]); }

OU_NATIVE_STATIC(builtin_repr) { return ou_repr(vm, args[0]); }

OU_NATIVE_STATIC(builtin_chr)
{
    ou_int n;
    ou_val v = ou_index(vm, args[0]);
    if (v == OU_EXC)
        return OU_EXC;
    if (!ou_is_small(v) || (n = ou_small_value(v)) > INT32_MAX || n < INT32_MIN)
        return ou_raise(vm, &ou_exc_OverflowError, "Python int too large to convert to C int");
    if (n < 0 || n > 0x10ffff)
        return ou_raise(vm, &ou_exc_ValueError, "chr() arg not in range(0x110000)");
    return ou_str_from_char(vm, (uint32_t)n);
}

static uint32_t decode(const uint8_t *p)
{
    if (p[0] < 0x80)
        return p[0];
    if (p[0] < 0xe0)
        return (uint32_t)(p[0] & 31) << 6 | (p[1] & 63);
    if (p[0] < 0xf0)
        return (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
    return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 |
           (p[3] & 63);
}

OU_NATIVE_STATIC(builtin_ord)
{
    ou_val str = ou_cast_native(args[0], &ou_type_str);
    size_t length;
    if (str != OU_ABSENT) {
        size_t n;
        const char *text = ou_str_text(vm, str, &n);
        length = (size_t)ou_str_length(vm, str);
        if (length == 1)
            return ou_small((ou_int)decode((const uint8_t *)text));
    } else {
        struct ou_buffer buffer;
        if (ou_cast_native(args[0], &ou_type_bytes) == OU_ABSENT && ou_as_bytearray(args[0]) == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "ord() expected string of length 1, but %T found",
                            args[0]);
        if (ou_get_buffer(vm, args[0], &buffer) < 0)
            return OU_EXC;
        length = buffer.size;
        if (length == 1)
            return ou_small(buffer.data[0]);
    }
    return ou_raise(vm, &ou_exc_TypeError, "ord() expected a character, but string of length %zu found",
                    length);
}

OU_NATIVE_STATIC(builtin_format)
{
    if (n_args > 1 && ou_cast_native(args[1], &ou_type_str) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "format() argument 2 must be str, not %A", args[1]);
    return ou_format(vm, args[0], n_args > 1 ? args[1] : OU_S());
}

/* -- objects -- */

OU_NATIVE_STATIC(builtin_callable) { return ou_bool(ou_is_callable(vm, args[0])); }

OU_NATIVE_STATIC(builtin_hash)
{
    ou_int hash;
    if (ou_hash(vm, args[0], &hash) < 0)
        return OU_EXC;
    return OU_WITH_BIG_INT ? ou_int_new(vm, hash) : ou_small(hash); /* without its two top bits */
}

OU_NATIVE_STATIC(builtin_id) { return ou_id(vm, args[0]); }

OU_NATIVE_STATIC(builtin_isinstance)
{
    int r = ou_is_instance(vm, args[0], args[1]);
    return r < 0 ? OU_EXC : ou_bool(r);
}

OU_NATIVE_STATIC(builtin_issubclass)
{
    int r = ou_is_subclass(vm, args[0], args[1]);
    return r < 0 ? OU_EXC : ou_bool(r);
}

/* The interned form of an attribute's name. */
static ou_val name_of(struct ou_vm *vm, ou_val v)
{
    ou_val str = ou_cast_native(v, &ou_type_str);
    if (str == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "attribute name must be string, not '%T'", v);
    return ou_intern_str(vm, str);
}

OU_NATIVE_STATIC(builtin_getattr)
{
    ou_val name = name_of(vm, args[1]);
    if (name == OU_EXC)
        return OU_EXC;
    if (n_args == 2)
        return ou_get_attr(vm, args[0], name);
    ou_val v = ou_get_attr_or_absent(vm, args[0], name);
    return v == OU_ABSENT ? args[2] : v;
}

OU_NATIVE_STATIC(builtin_hasattr)
{
    ou_val name = name_of(vm, args[1]);
    ou_val v = name == OU_EXC ? OU_EXC : ou_get_attr_or_absent(vm, args[0], name);
    return v == OU_EXC ? OU_EXC : ou_bool(v != OU_ABSENT);
}

OU_NATIVE_STATIC(builtin_setattr)
{
    ou_val name = name_of(vm, args[1]);
    return name == OU_EXC || ou_set_attr(vm, args[0], name, args[2]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(builtin_delattr)
{
    ou_val name = name_of(vm, args[1]);
    return name == OU_EXC || ou_set_attr(vm, args[0], name, OU_ABSENT) < 0 ? OU_EXC : OU_NONE;
}

FUNCTION(abs, builtin_abs, 1, 1, 0)
FUNCTION(all, builtin_all, 1, 1, 0)
FUNCTION(any, builtin_any, 1, 1, 0)
FUNCTION(ascii, builtin_ascii, 1, 1, 0)
FUNCTION(bin, builtin_bin, 1, 1, 0)
FUNCTION(callable, builtin_callable, 1, 1, 0)
FUNCTION(chr, builtin_chr, 1, 1, 0)
FUNCTION(delattr, builtin_delattr, 2, 2, 0)
FUNCTION(divmod, builtin_divmod, 2, 2, 0)
FUNCTION(format, builtin_format, 1, 2, 0)
FUNCTION(getattr, builtin_getattr, 2, 3, 0)
FUNCTION(hasattr, builtin_hasattr, 2, 2, 0)
FUNCTION(hash, builtin_hash, 1, 1, 0)
FUNCTION(hex, builtin_hex, 1, 1, 0)
FUNCTION(id, builtin_id, 1, 1, 0)
FUNCTION(isinstance, builtin_isinstance, 2, 2, 0)
FUNCTION(issubclass, builtin_issubclass, 2, 2, 0)
FUNCTION(iter, builtin_iter, 1, 2, 0)
FUNCTION(len, builtin_len, 1, 1, 0)
FUNCTION(max, builtin_max, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
FUNCTION(min, builtin_min, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
FUNCTION(next, builtin_next, 1, 2, 0)
FUNCTION(oct, builtin_oct, 1, 1, 0)
FUNCTION(ord, builtin_ord, 1, 1, 0)
FUNCTION(pow, builtin_pow, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
FUNCTION(repr, builtin_repr, 1, 1, 0)
FUNCTION(round, builtin_round, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
FUNCTION(setattr, builtin_setattr, 3, 3, 0)
FUNCTION(sorted, builtin_sorted, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
FUNCTION(sum, builtin_sum, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW)
