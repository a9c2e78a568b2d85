/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * bytes, and what it shares with bytearray: construction, operators, iteration, repr.  The methods of
 * both are in bytes_methods.c.
 */
#include "object/bytes/bytes.h"
#include "object/bytes/codec.h"
#include "object/bytes/format_percent.h"
#include "object/bytes/search.h"
#include "object/core/protocol.h"
#include "object/core/subscript.h"
#include "object/types/type.h"

ou_val ou_bytes_part(struct ou_vm *vm, bool bytearray, const void *data, size_t n)
{
    return OU_WITH_BYTEARRAY && bytearray ? ou_bytearray_new(vm, data, n) : ou_bytes_new(vm, data, n);
}

bool ou_is_bytes_like(ou_val v) { return ou_has_buffer(v); }

int ou_span_get(struct ou_vm *vm, ou_val v, struct ou_span *out)
{
    if (ou_is(v, &ou_type_bytes) || ou_is_bytearray(v)) {
        *out = ou_span_of(v);
        return 0;
    }
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, v, &buffer) < 0)
        return -1;
    *out = (struct ou_span){buffer.data, buffer.size};
    return 0;
}

int ou_byte_arg(struct ou_vm *vm, ou_val v, const char *range_text, uint8_t *out)
{
    ou_int n;
    if (ou_is_small(v))
        n = ou_small_value(v);
    else if (ou_to_int_clamp(vm, v, &n) < 0)
        return -1;
    if (n < 0 || n > 255)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "%s must be in range(0, 256)", range_text));
    *out = (uint8_t)n;
    return 0;
}

int ou_byte_index(struct ou_vm *vm, ou_val key, ou_val sequence, const char *what, size_t *out)
{
    if (!ou_is_small(key)) {
        ou_val index = key;
        if (!ou_is_bool(key) && !ou_cast_native(key, &ou_type_int)) {
            ou_val self = OU_ABSENT;
            index = ou_get_special(vm, key, OU_S(__index__), &self);
            if (index == OU_EXC)
                return -1;
            if (!index)
                return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                        "%s indices must be integers or slices, not %T", what ? what : "byte",
                                        key));
        }
        index = ou_index(vm, key);
        if (index == OU_EXC)
            return -1;
        if (!ou_is_small(index))
            return ou_fail(
                ou_raise(vm, &ou_exc_IndexError, "cannot fit '%T' into an index-sized integer", key));
        key = index;
    }
    ou_int i = ou_small_value(key);
    size_t length = ou_span_of(sequence).n; /* __index__ may have changed it */
    if (i < 0)
        i += (ou_int)length;
    if (i < 0 || (size_t)i >= length)
        return ou_fail(
            ou_raise(vm, &ou_exc_IndexError, "%s%sindex out of range", what ? what : "", what ? " " : ""));
    *out = (size_t)i;
    return 0;
}

/* -- construction -- */

int ou_bytes_collect(struct ou_vm *vm, struct ou_builder *b, ou_val x, const char *what)
{
    if (OU_WITH_MEMORYVIEW && ou_cast_native(x, &ou_type_memoryview))
        return ou_memoryview_add(vm, b, ou_cast_native(x, &ou_type_memoryview));
    if (ou_has_buffer(x)) {
        struct ou_span s;
        if (ou_span_get(vm, x, &s) < 0)
            return -1;
        return ou_builder_add(b, s.p, s.n);
    }
    ou_val iterator = ou_iter(vm, x), item;
    if (iterator == OU_EXC) {
        if (ou_exc_matches(vm, &ou_exc_TypeError)) {
            ou_exc_take(vm);
            ou_raise(vm, &ou_exc_TypeError, "cannot convert '%T' object to %s", x, what);
        }
        return -1;
    }
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        uint8_t byte;
        if (item == OU_EXC ||
            ou_byte_arg(vm, item, what[4] == 's' && !what[5] ? "bytes" : "byte", &byte) < 0 ||
            ou_builder_add_byte(b, byte) < 0)
            return -1;
    }
    return 0;
}

static ou_val encoded(struct ou_vm *vm, const ou_val a[3], bool bytearray)
{
    ou_val text = ou_str_exact(a[0]), option[2] = {OU_ABSENT, OU_ABSENT};
    if (!text)
        return ou_raise_message(vm, a[1] ? OU_MESSAGE(&ou_exc_TypeError, "encoding without a string argument")
                                         : OU_MESSAGE(&ou_exc_TypeError, "errors without a string argument"));
    if (!a[1])
        return ou_raise(vm, &ou_exc_TypeError, "string argument without an encoding");
    for (int i = 0; i < 2; i++)
        if (a[i + 1] && !(option[i] = ou_str_exact(a[i + 1])))
            return ou_raise(vm, &ou_exc_TypeError, "%s() argument '%s' must be str, not %A",
                            bytearray ? "bytearray" : "bytes", i ? "errors" : "encoding", a[i + 1]);
    size_t n;
    const char *encoding = ou_str_text(vm, option[0], &n);
    ou_val v = ou_str_encode(vm, text, encoding, n, option[1]);
    if (v == OU_EXC || !OU_WITH_BYTEARRAY || !bytearray)
        return v;
    struct ou_span s = ou_span_of(v);
    return ou_bytearray_new(vm, s.p, s.n);
}

/* In one step, with no copy in between. */
static ou_val bytearray_of_buffer(struct ou_vm *vm, ou_val source)
{
    struct ou_span s;
    if (ou_span_get(vm, source, &s) < 0)
        return OU_EXC;
    ou_val v = ou_bytearray_new(vm, NULL, s.n);
    if (v == OU_EXC || ou_span_get(vm, source, &s) < 0) /* again: it may have moved */
        return OU_EXC;
    size_t n;
    uint8_t *to = ou_bytearray_data(v, &n);
    if (n)
        memcpy(to, s.p, OU_MIN(n, s.n));
    return v;
}

ou_val ou_bytes_make_contents(struct ou_vm *vm, bool bytearray, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    const char *what = bytearray ? "bytearray" : "bytes";
    ou_val a[3];
    if (ou_args_parse(vm, what, "|source encoding errors", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    if (a[1] || a[2])
        return a[0] ? encoded(vm, a, bytearray)
                    : ou_raise_message(
                          vm, a[1] ? OU_MESSAGE(&ou_exc_TypeError, "encoding without a string argument")
                                   : OU_MESSAGE(&ou_exc_TypeError, "errors without a string argument"));
    if (!a[0])
        return ou_bytes_part(vm, bytearray, NULL, 0);
    if (ou_str_exact(a[0]))
        return ou_raise(vm, &ou_exc_TypeError, "string argument without an encoding");
    if (ou_is(a[0], &ou_type_bytes) && !bytearray)
        return a[0];
    ou_val self = OU_ABSENT, method = OU_ABSENT;
    if (!bytearray && ou_type_is_heap(ou_type_of(a[0]))) {
        method = ou_call_special(vm, a[0], OU_S(__bytes__), 0, NULL);
        if (method == OU_EXC)
            return OU_EXC;
        if (method) {
            ou_val exact = ou_cast_native(method, &ou_type_bytes);
            return exact ? exact
                         : ou_raise(vm, &ou_exc_TypeError, "__bytes__ returned non-bytes (type %T)", method);
        }
    }
    bool is_count = ou_cast_native(a[0], &ou_type_int) || ou_is_bool(a[0]);
    if (!is_count && !ou_has_buffer(a[0]) && ou_type_is_heap(ou_type_of(a[0]))) {
        method = ou_get_special(vm, a[0], OU_S(__index__), &self);
        if (method == OU_EXC)
            return OU_EXC;
        is_count = method != OU_ABSENT;
    }
    if (is_count) {
        ou_int count;
        if (ou_to_int(vm, a[0], &count) < 0)
            return OU_EXC;
        if (count < 0)
            return ou_raise(vm, &ou_exc_ValueError, "negative count");
        return ou_bytes_part(vm, bytearray, NULL, (size_t)count);
    }
    if (OU_WITH_BYTEARRAY && bytearray && ou_has_buffer(a[0]))
        return bytearray_of_buffer(vm, a[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (ou_bytes_collect(vm, &b, a[0], what) < 0)
        return OU_EXC;
    return OU_WITH_BYTEARRAY && bytearray ? ou_bytearray_new(vm, b.data, b.size) : ou_builder_bytes(&b);
}

static ou_val bytes_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    return ou_bytes_make_contents(vm, false, n_args, n_kw, args);
}

/* -- operators -- */

ou_val ou_bytes_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (!ou_has_buffer(b) || (OU_WITH_MEMORYVIEW && ou_cast_native(b, &ou_type_memoryview)))
        return OU_NOT_IMPLEMENTED;
    struct ou_span y, x = ou_span_of(a);
    if (ou_span_get(vm, b, &y) < 0)
        return OU_EXC;
    int order = memcmp(x.p, y.p, OU_MIN(x.n, y.n));
    if (!order)
        order = (x.n > y.n) - (x.n < y.n);
    switch (op) {
    case OU_CMP_LT: return ou_bool(order < 0);
    case OU_CMP_LE: return ou_bool(order <= 0);
    case OU_CMP_EQ: return ou_bool(order == 0);
    case OU_CMP_NE: return ou_bool(order != 0);
    case OU_CMP_GT: return ou_bool(order > 0);
    default: return ou_bool(order >= 0);
    }
}

static ou_val concat(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_val x = ou_bytes_exact(a);
    if (!x)
        return OU_NOT_IMPLEMENTED;
    bool bytearray = ou_is_bytearray(x);
    if (!ou_has_buffer(b)) {
        if (ou_type_is_heap(ou_type_of(b)))
            return OU_NOT_IMPLEMENTED;
        return ou_raise(vm, &ou_exc_TypeError, "can't concat %T to %s", b, bytearray ? "bytearray" : "bytes");
    }
    struct ou_span s, t;
    if (ou_span_get(vm, b, &t) < 0)
        return OU_EXC;
    s = ou_span_of(x);
    if (!bytearray && ou_is(b, &ou_type_bytes)) {
        if (!s.n)
            return b;
        if (!t.n)
            return x;
    }
    ou_val v = ou_bytes_part(vm, bytearray, NULL, s.n + t.n);
    if (v == OU_EXC)
        return v;
    uint8_t *out = (uint8_t *)(uintptr_t)ou_span_of(v).p;
    memcpy(out, s.p, s.n);
    memcpy(out + s.n, t.p, t.n);
    return v;
}

static ou_val repeat(struct ou_vm *vm, ou_val self, ou_val by)
{
    ou_int count;
    bool other;
    if (ou_repeat_count(vm, by, &count, &other) < 0)
        return OU_EXC;
    if (other)
        return OU_NOT_IMPLEMENTED;
    bool bytearray = ou_is_bytearray(self);
    struct ou_span s = ou_span_of(self);
    size_t total;
    if (count < 0)
        count = 0;
    if (count == 1 && !bytearray)
        return self;
    if (__builtin_mul_overflow(s.n, (size_t)count, &total) || total > OU_STR_MAX)
        return ou_raise_memory(vm, SIZE_MAX);
    ou_val v = ou_bytes_part(vm, bytearray, NULL, total);
    if (v == OU_EXC)
        return v;
    uint8_t *out = (uint8_t *)(uintptr_t)ou_span_of(v).p;
    for (size_t done = 0; done < total; done += s.n)
        memcpy(out + done, s.p, s.n);
    return v;
}

ou_val ou_bytes_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val x = ou_bytes_exact(a);
    switch (op) {
    case OU_OP_ADD: return concat(vm, a, b);
    case OU_OP_MUL: return x ? repeat(vm, x, b) : repeat(vm, ou_bytes_exact(b), a);
    case OU_OP_MOD: return x ? ou_bytes_percent(vm, x, b) : OU_NOT_IMPLEMENTED;
    default: return OU_NOT_IMPLEMENTED;
    }
}

int ou_bytes_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    struct ou_span what, s;
    uint8_t byte;
    if (ou_cast_native(item, &ou_type_int) || ou_is_bool(item)) {
        if (ou_byte_arg(vm, item, "byte", &byte) < 0)
            return -1;
        s = ou_span_of(self);
        return memchr(s.p, byte, s.n) != NULL;
    }
    if (ou_span_get(vm, item, &what) < 0)
        return -1;
    s = ou_span_of(self);
    return ou_mem_find(s.p, s.n, what.p, what.n) != (size_t)-1;
}

ou_val ou_bytes_get_slice(struct ou_vm *vm, ou_val self, ou_val slice)
{
    bool bytearray = ou_is_bytearray(self);
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(self);
    ou_slice_adjust(&r, s.n);
    if (r.step == 1)
        return r.count == s.n && !bytearray ? self : ou_bytes_part(vm, bytearray, s.p + r.start, r.count);
    ou_val v = ou_bytes_part(vm, bytearray, NULL, r.count);
    if (v == OU_EXC)
        return v;
    uint8_t *out = (uint8_t *)(uintptr_t)ou_span_of(v).p;
    for (size_t i = 0; i < r.count; i++)
        out[i] = s.p[r.start + (ou_int)i * r.step];
    return v;
}

static ou_val bytes_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    const struct ou_bytes *b = ou_ptr(self);
    size_t i;
    if (ou_is(key, &ou_type_slice))
        return ou_bytes_get_slice(vm, self, key);
    if (ou_byte_index(vm, key, self, NULL, &i) < 0)
        return OU_EXC;
    return ou_small(b->data[i]);
}

static ou_int bytes_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ((const struct ou_bytes *)self)->size;
}

uint32_t ou_bytes_hash(ou_val v)
{
    struct ou_bytes *b = ou_ptr(v);
#if OU_WORD_BITS == 64
    if (!b->hash && b->size)
        b->hash = ou_hash_bytes(b->data, b->size);
    if (b->hash)
        return b->hash;
#endif
    return ou_hash_bytes(b->data, b->size);
}

static int bytes_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    (void)vm;
    *out = (ou_int)ou_bytes_hash(self);
    return 0;
}

int ou_bytes_add_repr(struct ou_builder *b, const uint8_t *p, size_t n, bool bytearray)
{
    uint8_t quote = memchr(p, '\'', n) && !memchr(p, '"', n) ? '"' : '\'';
    ou_builder_add_byte(b, 'b');
    ou_builder_add_byte(b, quote);
    for (size_t i = 0; i < n; i++) {
        uint8_t c = p[i];
        char text[4] = {'\\', 0, 0, 0};
        if (ou_interrupted(b->vm)) {
            b->failed = true;
            return -1;
        }
        if (c == '\\' || c == quote || (c == '\'' && bytearray))
            text[1] = (char)c;
        else if (c == '\n' || c == '\r' || c == '\t')
            text[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
        if (text[1]) {
            ou_builder_add(b, text, 2);
        } else if (c < 0x20 || c >= 0x7f) {
            text[1] = 'x';
            text[2] = "0123456789abcdef"[c >> 4];
            text[3] = "0123456789abcdef"[c & 15];
            ou_builder_add(b, text, 4);
        } else {
            ou_builder_add_byte(b, c);
        }
    }
    return ou_builder_add_byte(b, quote);
}

static ou_val bytes_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    struct ou_span s = ou_span_of(self);
    ou_builder_init(vm, &b);
    ou_bytes_add_repr(&b, s.p, s.n, false);
    return ou_builder_str(&b);
}

static int bytes_buffer(struct ou_vm *vm, ou_val self, struct ou_buffer *out)
{
    (void)vm;
    struct ou_bytes *b = ou_ptr(self);
    *out = (struct ou_buffer){b->data, b->size, 'B', true};
    return 0;
}

static const struct ou_type_ops bytes_ops = {
    .construct = bytes_construct,
    .repr = bytes_repr,
    .len = bytes_len,
    .hash = bytes_hash,
    .compare = ou_bytes_compare,
    .binary = ou_bytes_binary,
    .get_item = bytes_get_item,
    .contains = ou_bytes_contains,
    .iter = ou_bytes_iter,
    .buffer = bytes_buffer,
};
OU_DEFINE_TYPE(ou_type_bytes, OU_S(bytes), &ou_type_object, &bytes_ops, &ou_bytes_table, 0, OU_V_BYTES);

/* -- iteration over bytes, bytearray and memoryview -- */

struct bytes_iterator {
    ou_val type, sequence, position;
};

ou_val ou_bytes_iter(struct ou_vm *vm, ou_val sequence)
{
    const struct ou_type *type = ou_is(sequence, &ou_type_bytes) ? &ou_type_bytes_iterator
                                 : ou_is_bytearray(sequence)     ? &ou_type_bytearray_iterator
                                                                 : &ou_type_memory_iterator;
    ou_val v = ou_object_new(vm, type, sizeof(struct bytes_iterator) / sizeof(ou_val), false);
    if (v == OU_EXC)
        return v;
    ou_field_set(vm, v, 1, sequence);
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
    struct bytes_iterator *it = ou_ptr(self);
    if (!it->sequence)
        return OU_STOP;
    size_t i = (size_t)ou_small_value(it->position);
    ou_val item;
    if (OU_WITH_MEMORYVIEW && ou_is(it->sequence, &ou_type_memoryview)) {
        ou_int n = ou_len(vm, it->sequence);
        if (n < 0)
            return OU_EXC;
        item = i < (size_t)n ? ou_get_item(vm, it->sequence, it->position) : OU_STOP;
    } else {
        struct ou_span s = ou_span_of(it->sequence);
        item = i < s.n ? ou_small(s.p[i]) : OU_STOP;
    }
    if (item == OU_STOP)
        OU_STORE(vm, it, &it->sequence, OU_ABSENT);
    else
        OU_STORE(vm, it, &it->position, ou_small((ou_int)i + 1));
    return item;
}

static const struct ou_type_ops iterator_ops = {.iter = iterator_self, .next = iterator_next};
OU_DEFINE_TYPE(ou_type_bytes_iterator, OU_S(bytes_iterator), &ou_type_object, &iterator_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
OU_DEFINE_TYPE(ou_type_bytearray_iterator, OU_S(bytearray_iterator), &ou_type_object, &iterator_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
OU_DEFINE_TYPE(ou_type_memory_iterator, OU_S(memory_iterator), &ou_type_object, &iterator_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
