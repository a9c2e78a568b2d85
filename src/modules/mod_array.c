/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module array: numbers of one machine type side by side.
 *
 * An array is a small header and a bytearray that nobody else sees, which holds the items and does the
 * growing.  Converting a value may run Python code that changes the array; so a value is always converted
 * first, and places are looked up after that.
 */
#include "modules/mod_array.h"

/* -- making one -- */

static ou_val array_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    if (n_kw > 0)
        return ou_raise(vm, &ou_exc_TypeError, "array.array() takes no keyword arguments");
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "array() takes at least 1 argument (0 given)");
    if (n_args > 2)
        return ou_raise(vm, &ou_exc_TypeError, "array() takes at most 2 arguments (%u given)", n_args);
    ou_val text = ou_cast_native(args[0], &ou_type_str);
    if (text == OU_ABSENT || ou_str_length(vm, text) != 1)
        return ou_raise(vm, &ou_exc_TypeError, "array() argument 1 must be a unicode character, not %T",
                        args[0]);
    size_t n;
    char code = *ou_str_text(vm, text, &n);
    if (ou_array_code_size(code) == 0)
        return ou_raise(vm, &ou_exc_ValueError,
                        "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    if (n_args == 2 && ou_cast_native(args[1], &ou_type_str) != OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "cannot use a str to initialize an array with typecode '%c'",
                        code);
    ou_val a = ou_array_new(vm, code, NULL, 0);
    if (a == OU_EXC || n_args == 1)
        return a;
    ou_val source = args[1], v, other = ou_cast_native(source, &ou_type_array);
    if (ou_cast_native(source, &ou_type_bytes) != OU_ABSENT ||
        ou_cast_native(source, &ou_type_bytearray) != OU_ABSENT)
        return ou_array_append_bytes(vm, a, source) < 0 ? OU_EXC : a;
    if (other != OU_ABSENT && ou_array_typecode_of(other) == code)
        return ou_array_append_bytes(vm, a, other) < 0 ? OU_EXC : a;
    ou_val iterator = ou_iter(vm, source);
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((v = ou_next(vm, iterator)) != OU_STOP)
        if (v == OU_EXC || ou_array_append(vm, a, v) < 0)
            return OU_EXC;
    ou_array_trim(vm, a);
    return a;
}

/* -- what the type does -- */

static ou_int array_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_array_length_of(self);
}

static ou_val item_at(struct ou_vm *vm, ou_val a, size_t i)
{
    size_t n;
    const uint8_t *p = ou_array_items_of(a, &n);
    if (i >= n)
        return ou_raise(vm, &ou_exc_IndexError, "array index out of range");
    return ou_array_item_load(vm, ou_array_typecode_of(a), p + i * ou_array_size_of(a));
}

static ou_val array_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    char code[2] = {ou_array_typecode_of(self), 0};
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, "array('");
    ou_builder_add_c(&b, code);
    ou_builder_add_c(&b, "'");
    size_t n = ou_array_length_of(self);
    for (size_t i = 0; i < n; i++) {
        ou_val v = ou_poll(vm) < 0 ? OU_EXC : item_at(vm, self, i);
        if (v == OU_EXC)
            return OU_EXC;
        ou_builder_add_c(&b, i == 0 ? ", [" : ", ");
        if (ou_builder_add_repr(&b, v) < 0)
            return OU_EXC;
    }
    ou_builder_add_c(&b, n ? "])" : ")");
    return ou_builder_str(&b);
}

static bool order_holds(enum ou_compare_op op, size_t a, size_t b)
{
    switch (op) {
    case OU_CMP_LT: return a < b;
    case OU_CMP_LE: return a <= b;
    case OU_CMP_EQ: return a == b;
    case OU_CMP_NE: return a != b;
    case OU_CMP_GT: return a > b;
    default: return a >= b;
    }
}

static ou_val array_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    b = ou_cast_native(b, &ou_type_array);
    if (b == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    size_t na = ou_array_length_of(a), nb = ou_array_length_of(b);
    if (na != nb && (op == OU_CMP_EQ || op == OU_CMP_NE))
        return ou_bool(op == OU_CMP_NE);
    for (size_t i = 0; i < na && i < nb; i++) {
        ou_val x = item_at(vm, a, i), y = x == OU_EXC ? OU_EXC : item_at(vm, b, i);
        int same = y == OU_EXC || ou_poll(vm) < 0 ? -1 : ou_compare_truth(vm, OU_CMP_EQ, x, y);
        if (same < 0)
            return OU_EXC;
        if (!same)
            return op == OU_CMP_EQ ? OU_FALSE : op == OU_CMP_NE ? OU_TRUE : ou_compare(vm, op, x, y);
    }
    return ou_bool(order_holds(op, na, nb));
}

static int array_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_array_length_of(self) != 0;
}

static int array_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    (void)self, (void)out;
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "unhashable type: 'array.array'"));
}

static ou_val concatenate(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_val other = ou_cast_native(b, &ou_type_array);
    if (other == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "can only append array (not \"%T\") to array", b);
    if (ou_array_typecode_of(other) != ou_array_typecode_of(a))
        return ou_raise(vm, &ou_exc_TypeError, "bad argument type for built-in operation");
    ou_val result = ou_array_new(vm, ou_array_typecode_of(a), NULL, 0);
    if (result == OU_EXC || ou_array_append_bytes(vm, result, a) < 0 ||
        ou_array_append_bytes(vm, result, other) < 0)
        return OU_EXC;
    return result;
}

/* Repeats what the array holds, in place. */
static int repeat(struct ou_vm *vm, ou_val a, ou_int times)
{
    size_t n = ou_array_length_of(a), size = ou_array_size_of(a), ignored;
    if (times <= 0 || n == 0)
        return ou_array_resize(vm, a, 0);
    if ((size_t)times > (size_t)PTRDIFF_MAX / (n * size))
        return ou_fail(ou_raise_memory(vm, SIZE_MAX));
    if (times == 1)
        return 0;
    size_t total = n * (size_t)times * size;
    if (ou_array_resize(vm, a, n * (size_t)times) < 0)
        return -1;
    uint8_t *p = ou_array_items_of(a, &ignored);
    for (size_t done = n * size, more; done < total; done += more) {
        more = done < total - done ? done : total - done;
        memcpy(p + done, p, more);
    }
    return 0;
}

/* The int to multiply with; 0 if it is none, then *result is what to return. */
static int repeat_count(struct ou_vm *vm, ou_val v, ou_int *times, ou_val *result)
{
    if (!ou_is_a(v, &ou_type_int)) {
        ou_val self, method = ou_get_special(vm, v, OU_S(__index__), &self);
        *result = method == OU_EXC ? OU_EXC : OU_NOT_IMPLEMENTED;
        if (method == OU_EXC || method == OU_ABSENT)
            return 0;
    }
    *result = OU_EXC;
    if (ou_to_int_clamp(vm, v, times) < 0)
        return 0;
    if (*times == INTPTR_MAX || *times == INTPTR_MIN)
        ou_raise(vm, &ou_exc_OverflowError, "cannot fit '%T' into an index-sized integer", v);
    return *times != INTPTR_MAX && *times != INTPTR_MIN;
}

static ou_val array_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val self = ou_cast_native(a, &ou_type_array), result;
    if (op == OU_OP_ADD)
        return self == OU_ABSENT ? OU_NOT_IMPLEMENTED : concatenate(vm, self, b);
    if (op != OU_OP_MUL)
        return OU_NOT_IMPLEMENTED;
    ou_int times;
    if (!repeat_count(vm, self == OU_ABSENT ? a : b, &times, &result))
        return result;
    if (self == OU_ABSENT)
        self = ou_cast_native(b, &ou_type_array);
    result = ou_array_new(vm, ou_array_typecode_of(self), NULL, 0);
    if (result == OU_EXC || ou_array_append_bytes(vm, result, self) < 0 || repeat(vm, result, times) < 0)
        return OU_EXC;
    return result;
}

static ou_val array_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    if (op == OU_OP_ADD) {
        if (ou_cast_native(b, &ou_type_array) == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "can only extend array with array (not \"%T\")", b);
        return ou_array_extend(vm, self, b) < 0 ? OU_EXC : self;
    }
    if (op != OU_OP_MUL)
        return OU_NOT_IMPLEMENTED;
    ou_int times;
    ou_val result;
    if (!repeat_count(vm, b, &times, &result))
        return result;
    return repeat(vm, self, times) < 0 ? OU_EXC : self;
}

/* -- subscripts -- */

/* An index resolved; -1 raised. */
static int resolve(struct ou_vm *vm, ou_val a, ou_val key, const char *what, size_t *out)
{
    ou_int i;
    if (ou_is_small(key)) {
        i = ou_small_value(key);
    } else {
        ou_val self,
            method = ou_is_a(key, &ou_type_int) ? OU_NONE : ou_get_special(vm, key, OU_S(__index__), &self);
        if (method == OU_EXC)
            return -1;
        if (method == OU_ABSENT)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "array indices must be integers"));
        if (ou_to_int_clamp(vm, key, &i) < 0)
            return -1;
        if (i == INTPTR_MAX || i == INTPTR_MIN)
            return ou_fail(
                ou_raise(vm, &ou_exc_IndexError, "cannot fit '%T' into an index-sized integer", key));
    }
    size_t n = ou_array_length_of(a); /* __index__ may have changed it */
    if (i < 0)
        i += (ou_int)n;
    if (i < 0 || (size_t)i >= n)
        return ou_fail(ou_raise(vm, &ou_exc_IndexError, "%s out of range", what));
    *out = (size_t)i;
    return 0;
}

static ou_val array_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    size_t i, n, size = ou_array_size_of(self);
    if (!ou_is_a(key, &ou_type_slice))
        return resolve(vm, self, key, "array index", &i) < 0 ? OU_EXC : item_at(vm, self, i);
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, key, &r) < 0)
        return OU_EXC;
    ou_slice_adjust(&r, ou_array_length_of(self));
    ou_val result = ou_array_new(vm, ou_array_typecode_of(self), NULL, r.count);
    if (result == OU_EXC)
        return OU_EXC;
    const uint8_t *from = ou_array_items_of(self, &n);
    uint8_t *to = ou_array_items_of(result, &n);
    if (r.step == 1 && r.count > 0)
        memcpy(to, from + (size_t)r.start * size, r.count * size);
    else
        for (size_t k = 0; k < r.count; k++)
            memcpy(to + k * size, from + (size_t)(r.start + (ou_int)k * r.step) * size, size);
    return result;
}

/* Deletes the items of a slice. */
static int delete_slice(struct ou_vm *vm, ou_val self, ou_int start, ou_int step, size_t count)
{
    size_t n, size = ou_array_size_of(self);
    if (count == 0)
        return 0;
    if (step < 0) {
        start += (ou_int)(count - 1) * step;
        step = -step;
    }
    uint8_t *p = ou_array_items_of(self, &n);
    size_t to = (size_t)start, next = (size_t)start, gone = 0;
    for (size_t from = (size_t)start; from < n; from++) {
        if (gone < count && from == next) {
            gone++;
            next += (size_t)step;
            continue;
        }
        memcpy(p + to * size, p + from * size, size);
        to++;
    }
    return ou_array_resize(vm, self, n - count);
}

static int set_slice(struct ou_vm *vm, ou_val self, ou_val slice, ou_val value)
{
    struct ou_slice_range r;
    size_t size = ou_array_size_of(self), n;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return -1;
    ou_val other = value == OU_ABSENT ? OU_ABSENT : ou_cast_native(value, &ou_type_array);
    if (value != OU_ABSENT && other == OU_ABSENT)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "can only assign array (not \"%T\") to array slice", value));
    if (other == self || (other != OU_ABSENT && ou_array_typecode_of(other) == ou_array_typecode_of(self))) {
        if (other == self) { /* a[i:j] = a */
            size_t length;
            const uint8_t *p = ou_array_items_of(self, &length);
            other = ou_array_new(vm, ou_array_typecode_of(self), p, length);
            if (other == OU_EXC)
                return -1;
        }
    } else if (other != OU_ABSENT) {
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "bad argument type for built-in operation"));
    }
    ou_slice_adjust(&r, ou_array_length_of(self));
    size_t new_count = value == OU_ABSENT ? 0 : ou_array_length_of(other);
    if (new_count == 0)
        return delete_slice(vm, self, r.start, r.step, r.count);
    if (r.step != 1 && new_count != r.count)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                                "attempt to assign array of size %zu to extended slice of size %zu",
                                new_count, r.count));
    if (r.step == 1 && new_count != r.count) {
        ou_int more = (ou_int)new_count - (ou_int)r.count;
        if (ou_array_open_gap(vm, self, (size_t)r.start, more) < 0)
            return -1;
    }
    const uint8_t *from = ou_array_items_of(other, &n);
    uint8_t *to = ou_array_items_of(self, &n);
    for (size_t k = 0; k < new_count; k++)
        memcpy(to + (size_t)(r.start + (ou_int)k * r.step) * size, from + k * size, size);
    return 0;
}

static int array_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    if (ou_is_a(key, &ou_type_slice))
        return set_slice(vm, self, key, value);
    size_t i, n;
    union ou_array_item x;
    if (resolve(vm, self, key, "array assignment index", &i) < 0)
        return -1;
    if (value == OU_ABSENT)
        return ou_array_open_gap(vm, self, i, -1);
    if (ou_array_item_convert(vm, ou_array_typecode_of(self), value, &x) < 0)
        return -1;
    uint8_t *p = ou_array_items_of(self, &n);
    if (i >= n)
        return ou_fail(ou_raise(vm, &ou_exc_IndexError, "array assignment index out of range"));
    memcpy(p + i * ou_array_size_of(self), &x, ou_array_size_of(self));
    return 0;
}

/* The place of a value from `start` on, n if there is none; -1 raised. */
static ou_int find(struct ou_vm *vm, ou_val a, ou_val v, size_t start, size_t stop)
{
    for (size_t i = start; i < stop && i < ou_array_length_of(a); i++) {
        ou_val x = item_at(vm, a, i);
        int same = x == OU_EXC || ou_poll(vm) < 0 ? -1 : ou_equal(vm, x, v);
        if (same != 0)
            return same < 0 ? -1 : (ou_int)i;
    }
    return PTRDIFF_MAX;
}

static int array_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_int i = find(vm, self, item, 0, SIZE_MAX);
    return i < 0 ? -1 : i != PTRDIFF_MAX;
}

static int array_buffer(struct ou_vm *vm, ou_val self, struct ou_buffer *out)
{
    (void)vm;
    out->data = ou_bytearray_data(ou_field(self, ARRAY_STORAGE), &out->size);
    out->typecode = ou_array_typecode_of(self);
    out->read_only = false;
    return 0;
}

/* -- iteration: V: array (unbound once exhausted), position -- */

enum { ITER_ARRAY = 1, ITER_POSITION, ITER_WORDS };

static ou_val iterator_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static ou_val iterator_next(struct ou_vm *vm, ou_val self)
{
    ou_val a = ou_field(self, ITER_ARRAY);
    if (a == OU_ABSENT)
        return OU_STOP;
    size_t i = (size_t)ou_small_value(ou_field(self, ITER_POSITION));
    if (i >= ou_array_length_of(a)) {
        ou_field_set(vm, self, ITER_ARRAY, OU_ABSENT);
        return OU_STOP;
    }
    ou_field_set(vm, self, ITER_POSITION, ou_small((ou_int)i + 1));
    return item_at(vm, a, i);
}

static const struct ou_type_ops iterator_ops = {.iter = iterator_self, .next = iterator_next};
OU_ROM_ALIGN static const struct ou_type iterator_type = {.type = OU_ROM(&ou_type_type),
                                                          .ops = OU_ROM(&iterator_ops),
                                                          .name = OU_S(arrayiterator),
                                                          .bases = OU_ROM(&ou_type_object),
                                                          .flags = OU_SMALL_CONST(OU_TYPE_FINAL),
                                                          .version = OU_SMALL_CONST(0)};

static ou_val array_iter(struct ou_vm *vm, ou_val self)
{
    ou_val iterator = ou_object_new(vm, &iterator_type, ITER_WORDS, false);
    if (iterator != OU_EXC) {
        ou_field_set(vm, iterator, ITER_ARRAY, self);
        ou_field_set(vm, iterator, ITER_POSITION, ou_small(0));
    }
    return iterator;
}

/* -- methods -- */

OU_NATIVE_STATIC(array_append) { return ou_array_append(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(array_byteswap)
{
    size_t n, size = ou_array_size_of(args[0]);
    uint8_t *p = ou_array_items_of(args[0], &n);
    for (size_t i = 0; i < n; i++, p += size)
        for (size_t j = 0; j < size / 2; j++) {
            uint8_t t = p[j];
            p[j] = p[size - 1 - j];
            p[size - 1 - j] = t;
        }
    return OU_NONE;
}

OU_NATIVE_STATIC(array_count)
{
    ou_int count = 0;
    for (ou_int i = 0;; i++) {
        i = find(vm, args[0], args[1], (size_t)i, SIZE_MAX);
        if (i < 0)
            return OU_EXC;
        if (i == PTRDIFF_MAX)
            return ou_int_new(vm, count);
        count++;
    }
}

OU_NATIVE_STATIC(array_extend) { return ou_array_extend(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(array_frombytes)
{
    return ou_array_append_bytes(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(array_fromfile)
{
    ou_int n;
    if (ou_to_int(vm, args[2], &n) < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative count");
    ou_val size = ou_binary(vm, OU_OP_MUL, ou_small(n), ou_small((ou_int)ou_array_size_of(args[0])));
    ou_val data = size == OU_EXC ? OU_EXC : ou_call_method(vm, args[1], OU_S(read), 1, &size);
    if (data == OU_EXC)
        return OU_EXC;
    if (ou_cast_native(data, &ou_type_bytes) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "read() didn't return bytes");
    if (ou_array_append_bytes(vm, args[0], data) < 0)
        return OU_EXC;
    if (ou_len(vm, data) != n * (ou_int)ou_array_size_of(args[0]))
        return ou_raise(vm, &ou_exc_EOFError, "read() didn't return enough bytes");
    return OU_NONE;
}

OU_NATIVE_STATIC(array_fromlist)
{
    size_t before = ou_array_length_of(args[0]);
    ou_val list = ou_cast_native(args[1], &ou_type_list);
    if (list == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "arg must be list");
    for (size_t i = 0, n = ou_list_len(list); i < n; i++) {
        ou_val item = ou_list_len(list) == n
                          ? ou_list_get(list, i)
                          : ou_raise(vm, &ou_exc_RuntimeError, "list changed size during iteration");
        if (item == OU_EXC || ou_array_append(vm, args[0], item) < 0) {
            ou_val pending = ou_exc_take(vm);
            if (ou_array_length_of(args[0]) > before && ou_array_resize(vm, args[0], before) < 0)
                return OU_EXC;
            ou_exc_restore(vm, pending);
            return OU_EXC;
        }
    }
    return OU_NONE;
}

OU_NATIVE_STATIC(array_index)
{
    ou_int bounds[2] = {0, PTRDIFF_MAX};
    for (unsigned i = 2; i < n_args; i++) {
        if (ou_to_int_clamp(vm, args[i], &bounds[i - 2]) < 0)
            return OU_EXC;
        if (bounds[i - 2] < 0)
            bounds[i - 2] += (ou_int)ou_array_length_of(args[0]);
        if (bounds[i - 2] < 0)
            bounds[i - 2] = 0;
    }
    ou_int i = find(vm, args[0], args[1], (size_t)bounds[0], (size_t)bounds[1]);
    if (i == PTRDIFF_MAX)
        return ou_raise(vm, &ou_exc_ValueError, "array.index(x): x not in array");
    return i < 0 ? OU_EXC : ou_int_new(vm, i);
}

OU_NATIVE_STATIC(array_insert)
{
    ou_int i;
    union ou_array_item x;
    if (ou_to_int(vm, args[1], &i) < 0 ||
        ou_array_item_convert(vm, ou_array_typecode_of(args[0]), args[2], &x) < 0)
        return OU_EXC;
    ou_int n = (ou_int)ou_array_length_of(args[0]);
    if (i < 0)
        i = i + n < 0 ? 0 : i + n;
    return ou_array_insert_at(vm, args[0], (size_t)(i > n ? n : i), &x) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(array_pop)
{
    ou_int i = -1;
    if (n_args > 1 && ou_to_int(vm, args[1], &i) < 0)
        return OU_EXC;
    ou_int n = (ou_int)ou_array_length_of(args[0]);
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "pop from empty array");
    i = i < 0 ? i + n : i;
    if (i < 0 || i >= n)
        return ou_raise(vm, &ou_exc_IndexError, "pop index out of range");
    ou_val v = item_at(vm, args[0], (size_t)i);
    return v == OU_EXC || ou_array_open_gap(vm, args[0], (size_t)i, -1) < 0 ? OU_EXC : v;
}

OU_NATIVE_STATIC(array_remove)
{
    ou_int i = find(vm, args[0], args[1], 0, SIZE_MAX);
    if (i == PTRDIFF_MAX)
        return ou_raise(vm, &ou_exc_ValueError, "array.remove(x): x not in array");
    if (i >= (ou_int)ou_array_length_of(args[0])) /* __eq__ has taken it out */
        return OU_NONE;
    return i < 0 || ou_array_open_gap(vm, args[0], (size_t)i, -1) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(array_reverse)
{
    size_t n, size = ou_array_size_of(args[0]);
    uint8_t *p = ou_array_items_of(args[0], &n), t[8];
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        j--;
        memcpy(t, p + i * size, size);
        memcpy(p + i * size, p + j * size, size);
        memcpy(p + j * size, t, size);
    }
    return OU_NONE;
}

OU_NATIVE_STATIC(array_tobytes)
{
    size_t n;
    const uint8_t *p = ou_bytearray_data(ou_field(args[0], ARRAY_STORAGE), &n);
    return ou_bytes_new(vm, p, n);
}

OU_NATIVE_STATIC(array_tofile)
{
    ou_val bytes = array_tobytes(vm, n_args, n_kw, args);
    if (bytes == OU_EXC || ou_call_method(vm, args[1], OU_S(write), 1, &bytes) == OU_EXC)
        return OU_EXC;
    return OU_NONE;
}

OU_NATIVE_STATIC(array_tolist) { return ou_list_from_iter(vm, args[0]); }

static ou_val get_itemsize(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_small((ou_int)ou_array_size_of(self));
}

static ou_val get_typecode(struct ou_vm *vm, ou_val self)
{
    return ou_str_from_char(vm, (uint32_t)ou_array_typecode_of(self));
}

OU_ROM_ALIGN static const union ou_member method_members[] = {
    OU_MEMBER_METHOD(OU_S(append), array_append, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(byteswap), array_byteswap, &ou_type_array, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(count), array_count, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(extend), array_extend, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(frombytes), array_frombytes, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(fromfile), array_fromfile, &ou_type_array, 3, 3, 0),
    OU_MEMBER_METHOD(OU_S(fromlist), array_fromlist, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(index), array_index, &ou_type_array, 2, 4, 0),
    OU_MEMBER_METHOD(OU_S(insert), array_insert, &ou_type_array, 3, 3, 0),
    OU_MEMBER_PROPERTY(OU_S(itemsize), get_itemsize, NULL),
    OU_MEMBER_METHOD(OU_S(pop), array_pop, &ou_type_array, 1, 2, 0),
    OU_MEMBER_METHOD(OU_S(remove), array_remove, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(reverse), array_reverse, &ou_type_array, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(tobytes), array_tobytes, &ou_type_array, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(tofile), array_tofile, &ou_type_array, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(tolist), array_tolist, &ou_type_array, 1, 1, 0),
    OU_MEMBER_PROPERTY(OU_S(typecode), get_typecode, NULL),
};
static OU_MEMBER_TABLE(method_table, method_members);

static const struct ou_type_ops array_ops = {
    .construct = array_construct,
    .repr = array_repr,
    .truth = array_truth,
    .len = array_len,
    .hash = array_hash,
    .compare = array_compare,
    .binary = array_binary,
    .inplace = array_inplace,
    .get_item = array_get_item,
    .set_item = array_set_item,
    .contains = array_contains,
    .iter = array_iter,
    .buffer = array_buffer,
};
OU_ROM_ALIGN const struct ou_type ou_type_array = {.type = OU_ROM(&ou_type_type),
                                                   .ops = OU_ROM(&array_ops),
                                                   .name = OU_S(array),
                                                   .bases = OU_ROM(&ou_type_object),
                                                   .dict = OU_ROM(&method_table),
                                                   .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                   .version = OU_SMALL_CONST(0)};

static const struct ou_rom_entry array_entries[] = {
    {OU_S(ArrayType), OU_ROM(&ou_type_array)},
    {OU_S(__name__), OU_S(array)},
    {OU_S(array), OU_ROM(&ou_type_array)},
    {OU_S(typecodes), OU_S(bBhHiIlLqQfd)},
};
static OU_ROM_TABLE(array_table, array_entries);

OU_ROM_ALIGN const struct ou_rom_module ou_module_array = {OU_ROM(&ou_type_rom_module), OU_S(array),
                                                           &array_table, NULL};
