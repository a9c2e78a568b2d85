/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * bytearray: a header and a RAW block that is at least as large as the contents.
 *
 * While a memoryview looks at the block it may not be resized.  A view that nobody holds any more counts
 * until a collection has found it dead; so before a resize is refused, one collection is made.
 */
#include "object/bytes/bytes.h"
#include "object/core/subscript.h"

uint8_t *ou_bytearray_data(ou_val v, size_t *n)
{
    const struct ou_bytearray *a = ou_ptr(v);
    static const uint8_t nothing[1];
    ou_assert_api(ou_is(v, &ou_type_bytearray));
    *n = (size_t)ou_small_value(a->size);
    return a->data ? ou_ptr(a->data) : (uint8_t *)(uintptr_t)nothing;
}

static int check_exports(struct ou_vm *vm, struct ou_bytearray *a)
{
    if (ou_small_value(a->exports) == 0)
        return 0;
    ou_gc_collect(&vm->heap);
    if (ou_small_value(a->exports) == 0)
        return 0;
    return ou_fail(ou_raise(vm, &ou_exc_BufferError, "Existing exports of data: object cannot be re-sized"));
}

int ou_bytearray_resize(struct ou_vm *vm, ou_val v, size_t n)
{
    struct ou_bytearray *a = ou_ptr(v);
    ou_assert_api(ou_is(v, &ou_type_bytearray));
    size_t old = (size_t)ou_small_value(a->size);
    if (n == old)
        return 0;
    if (check_exports(vm, a) < 0)
        return -1;
    uint8_t *data = a->data ? ou_ptr(a->data) : NULL;
    size_t capacity = data ? ou_gc_size(&vm->heap, data) : 0;
    if (n == 0) {
        OU_STORE(vm, a, &a->data, OU_ABSENT);
    } else if (n > capacity) {
        size_t roomy =
            data ? n + n / 8 + 16 : n; /* a buffer of a given size is exact, one that grows has room */
        uint8_t *grown = NULL;
        if (n <= OU_STR_MAX) {
            grown =
                data ? ou_gc_realloc(&vm->heap, data, roomy, true) : ou_gc_alloc(&vm->heap, roomy, OU_GC_RAW);
            if (!grown)
                grown = data ? ou_gc_realloc(&vm->heap, data, n, true) : ou_gc_alloc(&vm->heap, n, OU_GC_RAW);
        }
        if (!grown)
            return ou_fail(ou_raise_memory(vm, n));
        OU_STORE(vm, a, &a->data, ou_from_ptr(grown));
    } else if (n < capacity / 4) {
        (void)!ou_gc_realloc(&vm->heap, data, n + n / 8, false);
    }
    if (n > old)
        memset((uint8_t *)ou_ptr(a->data) + old, 0, n - old);
    OU_STORE(vm, a, &a->size, ou_small((ou_int)n));
    return 0;
}

void ou_bytearray_trim(struct ou_vm *vm, ou_val v)
{
    struct ou_bytearray *a = ou_ptr(v);
    if (a->data != OU_ABSENT)
        (void)!ou_gc_realloc(&vm->heap, ou_ptr(a->data), (size_t)ou_small_value(a->size), false);
}

ou_val ou_bytearray_new(struct ou_vm *vm, const void *data, size_t n)
{
    struct ou_bytearray *a = ou_alloc(vm, sizeof *a, OU_GC_VALUES);
    if (!a)
        return OU_EXC;
    a->type = OU_ROM(&ou_type_bytearray);
    a->size = ou_small(0);
    a->exports = ou_small(0);
    if (n && ou_bytearray_resize(vm, ou_from_ptr(a), n) < 0)
        return OU_EXC;
    if (n && data)
        memcpy(ou_ptr(a->data), data, n);
    return ou_from_ptr(a);
}

static ou_val bytearray_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                  const ou_val *args)
{
    (void)type;
    return ou_bytes_make_contents(vm, true, n_args, n_kw, args);
}

static ou_val bytearray_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    struct ou_span s = ou_span_of(self);
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, "bytearray(");
    ou_bytes_add_repr(&b, s.p, s.n, true);
    ou_builder_add_byte(&b, ')');
    return ou_builder_str(&b);
}

static ou_int bytearray_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_small_value(((const struct ou_bytearray *)self)->size);
}

static ou_val bytearray_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    size_t n, i;
    if (ou_is(key, &ou_type_slice))
        return ou_bytes_get_slice(vm, self, key);
    return ou_byte_index(vm, key, self, "bytearray", &i) < 0 ? OU_EXC
                                                             : ou_small(ou_bytearray_data(self, &n)[i]);
}

/* Replaces [start, start + old) by n bytes. */
static int splice(struct ou_vm *vm, ou_val self, size_t start, size_t old, const uint8_t *from, size_t n)
{
    size_t size;
    uint8_t *p = ou_bytearray_data(self, &size);
    size_t tail = size - start - old;
    if (n > old) {
        if (ou_bytearray_resize(vm, self, size + (n - old)) < 0)
            return -1;
        p = ou_bytearray_data(self, &size);
        memmove(p + start + n, p + start + old, tail);
    } else if (n < old) {
        if (check_exports(vm, ou_ptr(self)) < 0)
            return -1;
        memmove(p + start + n, p + start + old, tail);
        if (ou_bytearray_resize(vm, self, size - (old - n)) < 0)
            return -1;
        p = ou_bytearray_data(self, &size);
    }
    if (n)
        memcpy(p + start, from, n);
    return 0;
}

static int delete_stepped(struct ou_vm *vm, ou_val self, ou_int start, ou_int step, size_t count)
{
    size_t n;
    if (check_exports(vm, ou_ptr(self)) < 0)
        return -1;
    uint8_t *p = ou_bytearray_data(self, &n);
    if (step < 0) {
        start += (ou_int)(count - 1) * step;
        step = -step;
    }
    size_t out = (size_t)start, next = (size_t)start, gone = 0;
    for (size_t i = (size_t)start; i < n; i++) {
        if (i == next && gone < count) {
            next += (size_t)step;
            gone++;
        } else {
            p[out++] = p[i];
        }
    }
    return ou_bytearray_resize(vm, self, out);
}

static int set_slice(struct ou_vm *vm, ou_val self, ou_val slice, ou_val value)
{
    struct ou_slice_range r;
    struct ou_builder b;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return -1;
    ou_builder_init(vm, &b); /* a copy: value may be self, or change with it */
    if (value) {
        if (ou_cast_native(value, &ou_type_int) || ou_is_bool(value) || ou_str_exact(value))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        if (ou_bytes_collect(vm, &b, value, "bytearray") < 0)
            return -1;
    }
    size_t n;
    uint8_t *p = ou_bytearray_data(self, &n); /* only now: Python code ran */
    ou_slice_adjust(&r, n);
    if (r.step == 1)
        return splice(vm, self, (size_t)r.start, r.count, b.data, b.size);
    if (b.size == 0)
        return r.count ? delete_stepped(vm, self, r.start, r.step, r.count) : 0;
    if (b.size != r.count)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                                "attempt to assign bytes of size %zu to extended slice of size %zu", b.size,
                                r.count));
    for (size_t i = 0; i < r.count; i++)
        p[r.start + (ou_int)i * r.step] = b.data[i];
    return 0;
}

static int bytearray_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    if (ou_is(key, &ou_type_slice))
        return set_slice(vm, self, key, value);
    size_t n, i;
    uint8_t byte = 0, *p;
    key = ou_subscript_int(vm, key, "bytearray");
    if (key == OU_EXC || (value && ou_byte_arg(vm, value, "byte", &byte) < 0))
        return -1;
    if (ou_byte_index(vm, key, self, "bytearray", &i) < 0) /* after both: they may have changed the bytes */
        return -1;
    p = ou_bytearray_data(self, &n);
    if (!value)
        return splice(vm, self, i, 1, NULL, 0);
    p[i] = byte;
    return 0;
}

static int append_all(struct ou_vm *vm, ou_val self, const uint8_t *p, size_t n)
{
    size_t size;
    ou_bytearray_data(self, &size);
    if (ou_bytearray_resize(vm, self, size + n) < 0)
        return -1;
    if (n)
        memcpy(ou_bytearray_data(self, &size) + size - n, p, n);
    return 0;
}

static ou_val bytearray_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    struct ou_span t;
    if (op == OU_OP_ADD) {
        if (!ou_has_buffer(b))
            return ou_raise(vm, &ou_exc_TypeError, "can't concat %T to bytearray", b);
        struct ou_builder copy;
        ou_builder_init(vm, &copy);
        if ((OU_WITH_MEMORYVIEW && ou_cast_native(b, &ou_type_memoryview)) || b == self) {
            if (ou_bytes_collect(vm, &copy, b, "bytearray") < 0)
                return OU_EXC;
            t = (struct ou_span){copy.data, copy.size};
        } else if (ou_span_get(vm, b, &t) < 0) {
            return OU_EXC;
        }
        return append_all(vm, self, t.p, t.n) < 0 ? OU_EXC : self;
    }
    if (op == OU_OP_MUL) {
        ou_int count;
        bool other;
        if (ou_repeat_count(vm, b, &count, &other) < 0)
            return OU_EXC;
        if (other)
            return OU_NOT_IMPLEMENTED;
        size_t n, total;
        ou_bytearray_data(self, &n);
        if (__builtin_mul_overflow(n, (size_t)OU_MAX(count, 0), &total) || total > OU_STR_MAX)
            return ou_raise_memory(vm, SIZE_MAX);
        if (ou_bytearray_resize(vm, self, total) < 0)
            return OU_EXC;
        uint8_t *p = ou_bytearray_data(self, &total);
        for (size_t done = n; done < total; done += OU_MIN(done, total - done))
            memcpy(p + done, p, OU_MIN(done, total - done));
        return self;
    }
    return OU_NOT_IMPLEMENTED;
}

static int bytearray_buffer(struct ou_vm *vm, ou_val self, struct ou_buffer *out)
{
    (void)vm;
    out->data = ou_bytearray_data(self, &out->size);
    out->typecode = 'B';
    out->read_only = false;
    return 0;
}

static const struct ou_type_ops bytearray_ops = {
    .construct = bytearray_construct,
    .repr = bytearray_repr,
    .len = bytearray_len,
    .compare = ou_bytes_compare,
    .binary = ou_bytes_binary,
    .inplace = bytearray_inplace,
    .get_item = bytearray_get_item,
    .set_item = bytearray_set_item,
    .contains = ou_bytes_contains,
    .iter = ou_bytes_iter,
    .buffer = bytearray_buffer,
};
OU_DEFINE_TYPE(ou_type_bytearray, OU_S(bytearray), &ou_type_object, &bytearray_ops, &ou_bytearray_table, 0,
               OU_V_BYTEARRAY);

/* -- the methods that bytes has not -- */

/* bytes.h declares them. */

OU_NATIVE_FUNCTION(ou_bytearray_append)
{
    uint8_t byte;
    if (ou_byte_arg(vm, args[1], "byte", &byte) < 0)
        return OU_EXC;
    return append_all(vm, args[0], &byte, 1) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_FUNCTION(ou_bytearray_extend)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (!ou_has_buffer(args[1])) {
        ou_val iterator = ou_iter(vm, args[1]);
        if (iterator == OU_EXC) {
            if (!ou_exc_matches(vm, &ou_exc_TypeError))
                return OU_EXC;
            ou_exc_take(vm);
            return ou_raise(vm, &ou_exc_TypeError, "can't extend bytearray with %T", args[1]);
        }
        if (ou_bytes_collect(vm, &b, iterator, "bytearray") < 0)
            return OU_EXC;
    } else if (ou_bytes_collect(vm, &b, args[1], "bytearray") < 0) {
        return OU_EXC;
    }
    return append_all(vm, args[0], b.data, b.size) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_FUNCTION(ou_bytearray_insert)
{
    ou_int i;
    uint8_t byte;
    if (ou_to_int(vm, args[1], &i) < 0 || ou_byte_arg(vm, args[2], "byte", &byte) < 0)
        return OU_EXC;
    ou_int n = bytearray_len(vm, args[0]);
    i = i < 0 ? OU_MAX(i + n, 0) : OU_MIN(i, n);
    return splice(vm, args[0], (size_t)i, 0, &byte, 1) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_FUNCTION(ou_bytearray_pop)
{
    ou_int i = -1, n;
    if (n_args > 1 && ou_to_int(vm, args[1], &i) < 0)
        return OU_EXC;
    n = bytearray_len(vm, args[0]);
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "pop from empty bytearray");
    if (i < 0)
        i += n;
    if (i < 0 || i >= n)
        return ou_raise(vm, &ou_exc_IndexError, "pop index out of range");
    ou_val v = ou_small(ou_span_of(args[0]).p[i]);
    return splice(vm, args[0], (size_t)i, 1, NULL, 0) < 0 ? OU_EXC : v;
}

OU_NATIVE_FUNCTION(ou_bytearray_remove)
{
    uint8_t byte;
    if (ou_byte_arg(vm, args[1], "byte", &byte) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    const uint8_t *at = memchr(s.p, byte, s.n);
    if (!at)
        return ou_raise(vm, &ou_exc_ValueError, "value not found in bytearray");
    return splice(vm, args[0], (size_t)(at - s.p), 1, NULL, 0) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_FUNCTION(ou_bytearray_clear) { return ou_bytearray_resize(vm, args[0], 0) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_FUNCTION(ou_bytearray_copy)
{
    struct ou_span s = ou_span_of(args[0]);
    return ou_bytearray_new(vm, s.p, s.n);
}

OU_NATIVE_FUNCTION(ou_bytearray_reverse)
{
    size_t n;
    uint8_t *p = ou_bytearray_data(args[0], &n);
    for (size_t i = 0; i < n / 2; i++) {
        uint8_t c = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = c;
    }
    return OU_NONE;
}
