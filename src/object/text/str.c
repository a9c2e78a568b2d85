/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * str: making, reading, operators, iteration, repr.  The methods are in str_methods.c.
 *
 * Texts are UTF-8.  A flag in the header says that a text is all ASCII; then a character's index is its
 * offset.  Otherwise an index is found by counting, 64 bytes at a time.  The empty string and single
 * ASCII characters are always interned, so they need no memory and compare by identity.
 */
#include "object/text/str.h"
#include "object/bytes/codec.h"
#include "object/bytes/format_percent.h"
#include "object/bytes/search.h"
#include "object/core/subscript.h"
#include "object/numbers/format.h"
#include "object/types/type.h"

/* -- making -- */

static ou_val str_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_args == 1 && n_kw == 0)
        return ou_is_str(args[0]) ? args[0] : ou_str(vm, args[0]);
    ou_val a[3];
    if (ou_args_parse(vm, "str", "|object encoding errors", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    if (!a[0])
        return OU_S();
    if (!a[1] && !a[2])
        return ou_str(vm, a[0]);
    for (int i = 1; i < 3; i++)
        if (a[i] && !ou_str_exact(a[i]))
            return ou_raise(vm, &ou_exc_TypeError, "str() argument '%s' must be str, not %A",
                            i == 1 ? "encoding" : "errors", a[i]);
    if (ou_str_exact(a[0]))
        return ou_raise(vm, &ou_exc_TypeError, "decoding str is not supported");
    if (!ou_has_buffer(a[0]))
        return ou_raise(vm, &ou_exc_TypeError, "decoding to str: need a bytes-like object, %T found", a[0]);
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, a[0], &buffer) < 0)
        return OU_EXC;
    size_t n = 0;
    const char *encoding = a[1] ? ou_str_text(vm, ou_str_exact(a[1]), &n) : NULL;
    return ou_str_decode(vm, buffer.data, buffer.size, encoding, n, a[2] ? ou_str_exact(a[2]) : OU_ABSENT);
}

/* -- reading -- */

/* -- operators -- */

ou_val ou_str_concat(struct ou_vm *vm, ou_val a, ou_val b)
{
    size_t na, nb;
    const uint8_t *pa = ou_str_data(vm, a, &na), *pb = ou_str_data(vm, b, &nb);
    if (!na || !nb)
        return na ? a : b;
    struct ou_str *s = ou_str_block(vm, na + nb, ou_str_is_ascii(vm, a) && ou_str_is_ascii(vm, b));
    if (!s)
        return OU_EXC;
    memcpy(s->data, pa, na);
    memcpy(s->data + na, pb, nb);
    return ou_from_ptr(s);
}

ou_val ou_str_concat_n(struct ou_vm *vm, size_t count, const ou_val *parts)
{
    size_t total = 0, used = 0;
    ou_val only = OU_S();
    bool ascii = true;
    for (size_t i = 0; i < count; i++) {
        size_t n;
        ou_str_data(vm, parts[i], &n);
        if (!n)
            continue;
        only = parts[i];
        used++;
        total += n;
        ascii = ascii && ou_str_is_ascii(vm, parts[i]);
        if (total > OU_STR_MAX)
            return ou_raise_memory(vm, total);
    }
    if (used <= 1)
        return only;
    struct ou_str *s = ou_str_block(vm, total, ascii);
    if (!s)
        return OU_EXC;
    uint8_t *out = s->data;
    for (size_t i = 0; i < count; i++) {
        size_t n;
        const uint8_t *p = ou_str_data(vm, parts[i], &n);
        memcpy(out, p, n);
        out += n;
    }
    return ou_from_ptr(s);
}

ou_val ou_str_repeat(struct ou_vm *vm, ou_val v, ou_int count)
{
    size_t n, total;
    const uint8_t *p = ou_str_data(vm, v, &n);
    if (count <= 0 || n == 0)
        return OU_S();
    if (count == 1)
        return v;
    if (__builtin_mul_overflow(n, (size_t)count, &total) || total > OU_STR_MAX)
        return ou_raise_memory(vm, total < n ? SIZE_MAX : total);
    struct ou_str *s = ou_str_block(vm, total, ou_str_is_ascii(vm, v));
    if (!s)
        return OU_EXC;
    if (n == 1) {
        memset(s->data, p[0], total);
    } else {
        memcpy(s->data, p, n);
        for (size_t done = n; done < total; done += OU_MIN(done, total - done))
            memcpy(s->data + done, s->data, OU_MIN(done, total - done));
    }
    return ou_from_ptr(s);
}

static ou_val repeat_by(struct ou_vm *vm, ou_val text, ou_val by)
{
    ou_int count;
    bool other;
    if (ou_repeat_count(vm, by, &count, &other) < 0)
        return OU_EXC;
    return other ? OU_NOT_IMPLEMENTED : ou_str_repeat(vm, text, count);
}

static ou_val str_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val sa = ou_str_exact(a), sb = ou_str_exact(b);
    switch (op) {
    case OU_OP_ADD:
        if (sa && sb)
            return ou_str_concat(vm, sa, sb);
        if (!sa || ou_type_is_heap(ou_type_of(b)))
            return OU_NOT_IMPLEMENTED;
        return ou_raise(vm, &ou_exc_TypeError, "can only concatenate str (not \"%T\") to str", b);
    case OU_OP_MUL: return sa ? repeat_by(vm, sa, b) : repeat_by(vm, sb, a);
    case OU_OP_MOD: return sa ? ou_str_percent(vm, sa, b) : OU_NOT_IMPLEMENTED;
    default: return OU_NOT_IMPLEMENTED;
    }
}

static ou_val str_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    b = ou_str_exact(b);
    if (!b)
        return OU_NOT_IMPLEMENTED;
    if (op == OU_CMP_EQ)
        return ou_bool(ou_str_equal(vm, a, b));
    if (op == OU_CMP_NE)
        return ou_bool(!ou_str_equal(vm, a, b));
    int order = ou_str_compare_text(vm, a, b);
    switch (op) {
    case OU_CMP_LT: return ou_bool(order < 0);
    case OU_CMP_LE: return ou_bool(order <= 0);
    case OU_CMP_GT: return ou_bool(order > 0);
    default: return ou_bool(order >= 0);
    }
}

static int str_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self != OU_S();
}

static ou_int str_len(struct ou_vm *vm, ou_val self) { return ou_str_length(vm, self); }

static int str_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    *out = (ou_int)ou_str_hash(vm, self);
    return 0;
}

static ou_val str_str(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static int str_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val what = ou_str_exact(item);
    if (!what)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "'in <string>' requires string as left operand, not %T", item));
    size_t n, m;
    const uint8_t *p = ou_str_data(vm, self, &n), *w = ou_str_data(vm, what, &m);
    return ou_mem_find(p, n, w, m) != (size_t)-1;
}

/* -- items -- */

static ou_val get_slice(struct ou_vm *vm, ou_val self, ou_val slice)
{
    size_t n, count;
    const uint8_t *p = ou_str_data(vm, self, &n);
    bool ascii = ou_str_is_ascii(vm, self);
    size_t length = ascii ? n : ou_utf8_count(p, n);
    ou_int start, stop, step;
    if (ou_slice_resolve(vm, slice, length, &start, &stop, &step, &count) < 0)
        return OU_EXC;
    p = ou_str_data(vm, self, &n);
    if (count == 0)
        return OU_S();
    if (count == length && step == 1)
        return self;
    if (ascii && step == 1)
        return ou_str_part(vm, p + start, count, true);
    if (step == 1) {
        size_t from = ou_utf8_offset(p, n, (size_t)start);
        return ou_str_part(vm, p + from, ou_utf8_offset(p + from, n - from, count), false);
    }
    if (ascii) {
        if (count == 1)
            return OU_INTERNED(p[start]);
        struct ou_str *s = ou_str_block(vm, count, true);
        if (!s)
            return OU_EXC;
        for (size_t i = 0; i < count; i++, start += step)
            s->data[i] = p[start];
        return ou_from_ptr(s);
    }
    struct ou_builder b;
    ou_builder_init(vm, &b);
    const uint8_t *at = p + ou_utf8_offset(p, n, (size_t)start);
    for (size_t i = 0;;) {
        ou_builder_add(&b, at, ou_utf8_length_of(*at));
        if (++i == count)
            break;
        if (step > 0)
            at += ou_utf8_offset(at, (size_t)(p + n - at), (size_t)step);
        else
            for (ou_int k = step; k < 0; k++)
                (void)ou_utf8_previous(&at);
    }
    return ou_builder_str(&b);
}

static ou_val str_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    size_t n, i;
    if (ou_is(key, &ou_type_slice))
        return get_slice(vm, self, key);
    if (!ou_is_small(key) && !ou_is_bool(key) && !ou_cast_native(key, &ou_type_int) &&
        ou_type_lookup(vm, ou_type_of(key), OU_S(__index__)) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "string indices must be integers, not '%T'", key);
    if (ou_index_resolve(vm, key, (size_t)ou_str_length(vm, self), "string", &i) < 0)
        return OU_EXC;
    const uint8_t *p = ou_str_data(vm, self, &n);
    if (ou_str_is_ascii(vm, self))
        return OU_INTERNED(p[i]);
    p += ou_utf8_offset(p, n, i);
    return ou_str_from_char(vm, ou_utf8_next(&p));
}

struct str_iterator {
    ou_val type, text, offset;
};

static ou_val str_iter(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_object_new(vm, &ou_type_str_iterator, sizeof(struct str_iterator) / sizeof(ou_val), false);
    if (v == OU_EXC)
        return v;
    ou_field_set(vm, v, 1, self);
    ou_field_set(vm, v, 2, ou_small(0));
    return v;
}

static ou_val iterator_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static ou_val iterator_next(struct ou_vm *vm, ou_val self)
{
    struct str_iterator *it = ou_ptr(self);
    if (!it->text)
        return OU_STOP;
    size_t n, offset = (size_t)ou_small_value(it->offset);
    const uint8_t *p = ou_str_data(vm, it->text, &n);
    if (offset >= n) {
        OU_STORE(vm, it, &it->text, OU_ABSENT);
        return OU_STOP;
    }
    if (p[offset] < 0x80) {
        OU_STORE(vm, it, &it->offset, ou_small((ou_int)offset + 1));
        return OU_INTERNED(p[offset]);
    }
    const uint8_t *at = p + offset;
    uint32_t c = ou_utf8_next(&at);
    OU_STORE(vm, it, &it->offset, ou_small((ou_int)(at - p)));
    return ou_str_from_char(vm, c);
}

/* -- repr -- */

static ou_val str_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_str_add_repr(vm, &b, self, false);
    return ou_builder_str(&b);
}

static const struct ou_type_ops str_ops = {
    .construct = str_construct,
    .repr = str_repr,
    .str = str_str,
    .format = ou_format_str,
    .truth = str_truth,
    .len = str_len,
    .hash = str_hash,
    .compare = str_compare,
    .binary = str_binary,
    .get_item = str_get_item,
    .contains = str_contains,
    .iter = str_iter,
};
OU_DEFINE_TYPE(ou_type_str, OU_S(str), &ou_type_object, &str_ops, &ou_str_table, 0, OU_V_STR);

static const struct ou_type_ops str_iterator_ops = {.iter = iterator_self, .next = iterator_next};
OU_DEFINE_TYPE(ou_type_str_iterator, OU_S(str_ascii_iterator), &ou_type_object, &str_iterator_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
