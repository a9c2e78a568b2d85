/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * memoryview: a window on the bytes of another object, of one dimension, with a stride.
 *
 * A view holds the object and an offset, never an address: each access asks the object for its buffer
 * anew and checks the bounds against it, so a view of anything that changes its size (an array, a block
 * that an embedder took back) raises and cannot read what is not its own.  A bytearray additionally
 * counts its views and refuses to be resized; the count is given back by release() or by the finaliser.
 */
#include "object/bytes/bytes.h"
#include "object/types/type.h"

/* V: 8 words */
struct view {
    ou_val type;
    ou_val base;   /* the object, never a memoryview; unbound once released */
    ou_val offset; /* bytes: of the first item */
    ou_val length; /* items */
    ou_val stride; /* bytes from one item to the next, may be negative */
    ou_val format; /* small int: typecode */
    ou_val flags;
};
#define READ_ONLY 1

static ou_int offset_of(const struct view *v) { return ou_small_value(v->offset); }
static size_t length_of(const struct view *v) { return (size_t)ou_small_value(v->length); }
static ou_int stride_of(const struct view *v) { return ou_small_value(v->stride); }
static char format_of(const struct view *v) { return (char)ou_small_value(v->format); }

static size_t item_size(char format)
{
    switch (format) {
    case 'b':
    case 'B':
    case 'c':
    case '?': return 1;
    case 'h':
    case 'H': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return sizeof(long);
    case 'q':
    case 'Q':
    case 'd': return 8;
    default: return 0;
    }
}

static ou_val raise_released(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_ValueError, "operation forbidden on released memoryview object");
}

/* Address of the item i of the view, which must be in its length. NULL: raised. */
static uint8_t *item_at(struct ou_vm *vm, const struct view *v, size_t i)
{
    struct ou_buffer buffer;
    if (!v->base) {
        raise_released(vm);
        return NULL;
    }
    if (ou_get_buffer(vm, v->base, &buffer) < 0)
        return NULL;
    ou_int at = offset_of(v) + (ou_int)i * stride_of(v);
    if (at < 0 || (size_t)at + item_size(format_of(v)) > buffer.size) {
        ou_raise(vm, &ou_exc_BufferError, "memoryview: underlying buffer has become shorter");
        return NULL;
    }
    return buffer.data + at;
}

static bool is_contiguous(const struct view *v)
{
    return length_of(v) == 1 || stride_of(v) == (ou_int)item_size(format_of(v));
}

static void count_export(struct ou_vm *vm, ou_val base, int by)
{
    ou_val a = base ? ou_cast_native(base, &ou_type_bytearray) : OU_ABSENT;
    if (a)
        ou_field_set(vm, a, 3, ou_small(ou_small_value(((struct ou_bytearray *)a)->exports) + by));
}

static ou_val view_new(struct ou_vm *vm, ou_val base, ou_int offset, size_t length, ou_int stride,
                       char format, bool read_only)
{
    ou_val self = ou_object_new(vm, &ou_type_memoryview, sizeof(struct view) / sizeof(ou_val), true);
    if (self == OU_EXC)
        return self;
    count_export(vm, base, 1);
    ou_field_set(vm, self, 1, base);
    ou_field_set(vm, self, 2, ou_small(offset));
    ou_field_set(vm, self, 3, ou_small((ou_int)length));
    ou_field_set(vm, self, 4, ou_small(stride));
    ou_field_set(vm, self, 5, ou_small(format));
    ou_field_set(vm, self, 6, ou_small(read_only ? READ_ONLY : 0));
    return self;
}

static ou_val view_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    (void)type;
    ou_val object;
    if (ou_args_parse(vm, "memoryview", "object", n_args, n_kw, args, &object) < 0)
        return OU_EXC;
    ou_val other = ou_cast_native(object, &ou_type_memoryview);
    if (other) {
        const struct view *v = ou_ptr(other);
        if (!v->base)
            return raise_released(vm);
        return view_new(vm, v->base, offset_of(v), length_of(v), stride_of(v), format_of(v),
                        ou_small_value(v->flags));
    }
    struct ou_buffer buffer;
    if (!ou_has_buffer(object))
        return ou_raise(vm, &ou_exc_TypeError, "memoryview: a bytes-like object is required, not '%T'",
                        object);
    if (ou_get_buffer(vm, object, &buffer) < 0)
        return OU_EXC;
    size_t size = item_size(buffer.typecode);
    if (!size)
        size = 1;
    return view_new(vm, object, 0, buffer.size / size, (ou_int)size,
                    item_size(buffer.typecode) ? buffer.typecode : 'B', buffer.read_only);
}

static void release(struct ou_vm *vm, struct view *v)
{
    count_export(vm, v->base, -1);
    ou_field_set(vm, ou_from_ptr(v), 1, OU_ABSENT);
}

static void view_finalise(struct ou_vm *vm, void *self) { release(vm, self); }

/* -- items -- */

static ou_val unpack(struct ou_vm *vm, const uint8_t *p, char format)
{
    union {
        int8_t b;
        int16_t h;
        uint16_t H;
        int32_t i;
        uint32_t I;
        long l;
        unsigned long L;
        int64_t q;
        uint64_t Q;
        float f;
    } u;
    memcpy(&u, p, item_size(format));
    switch (format) {
    case 'b': return ou_small(u.b);
    case 'B': return ou_small(*p);
    case 'c': return ou_bytes_new(vm, p, 1);
    case '?': return ou_bool(*p != 0);
    case 'h': return ou_small(u.h);
    case 'H': return ou_small(u.H);
    case 'i': return ou_int_from_i64(vm, u.i);
    case 'I': return ou_int_from_u64(vm, u.I);
    case 'l': return ou_int_from_i64(vm, u.l);
    case 'L': return ou_int_from_u64(vm, u.L);
    case 'q': return ou_int_from_i64(vm, u.q);
    case 'Q': return ou_int_from_u64(vm, u.Q);
    case 'f': return ou_float_new(vm, (ou_float)u.f);
    default: return ou_float_new(vm, ou_float_from_binary64(u.Q));
    }
}

#define raise_value(vm, type, what, format) \
    ou_fail(ou_raise(vm, type, "memoryview: invalid " what " for format '%c'", format))

/* The bytes of an item. */
static int pack(struct ou_vm *vm, ou_val value, char format, uint8_t out[8])
{
    size_t size = item_size(format);
    if (format == 'f' || format == 'd') {
        ou_float d;
        if (ou_to_float(vm, value, &d) < 0) {
            ou_exc_take(vm);
            return raise_value(vm, &ou_exc_TypeError, "type", format);
        }
        float f = (float)d;
        uint64_t bits = ou_float_to_binary64(d);
        if (format == 'f')
            memcpy(out, &f, sizeof f);
        else
            memcpy(out, &bits, sizeof bits);
        return 0;
    }
    if (format == 'c') {
        ou_val b = ou_cast_native(value, &ou_type_bytes);
        if (!b)
            return raise_value(vm, &ou_exc_TypeError, "type", format);
        if (ou_span_of(b).n != 1)
            return raise_value(vm, &ou_exc_ValueError, "value", format);
        out[0] = ou_span_of(b).p[0];
        return 0;
    }
    if (format == '?') {
        int truth = ou_truth(vm, value);
        out[0] = truth > 0;
        return truth < 0 ? -1 : 0;
    }
    ou_val number = ou_index(vm, value);
    if (number == OU_EXC) {
        if (!ou_exc_matches(vm, &ou_exc_TypeError))
            return -1;
        ou_exc_take(vm);
        return raise_value(vm, &ou_exc_TypeError, "type", format);
    }
    static const uint16_t one = 1;
    bool big_endian = *(const uint8_t *)&one == 0, is_signed = format >= 'a';
    if (ou_int_to_bytes(vm, number, out, size, big_endian, is_signed) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        ou_exc_take(vm);
        return raise_value(vm, &ou_exc_ValueError, "value", format);
    }
    return 0;
}

static int resolve_index(struct ou_vm *vm, const struct view *v, ou_val key, size_t *out)
{
    ou_int i;
    if (!ou_is_small(key) && !ou_is_bool(key) && !ou_cast_native(key, &ou_type_int) &&
        !ou_type_is_heap(ou_type_of(key)))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "memoryview: invalid slice key"));
    if (ou_to_int_clamp(vm, key, &i) < 0)
        return -1;
    if (i < 0)
        i += (ou_int)length_of(v);
    if (i < 0 || (size_t)i >= length_of(v))
        return ou_fail(ou_raise(vm, &ou_exc_IndexError, "index out of bounds on dimension 1"));
    *out = (size_t)i;
    return 0;
}

static ou_val sub_view(struct ou_vm *vm, const struct view *v, ou_val slice)
{
    ou_int start, stop, step;
    size_t count;
    if (ou_slice_resolve(vm, slice, length_of(v), &start, &stop, &step, &count) < 0)
        return OU_EXC;
    if (!v->base)
        return raise_released(vm);
    if (count == 0)
        start = 0;
    if (count < 2) /* not used any more, but told: kept so small that its product fits */
        step = OU_MAX(-INT16_MAX, OU_MIN(step, INT16_MAX));
    return view_new(vm, v->base, offset_of(v) + start * stride_of(v), count, step * stride_of(v),
                    format_of(v), ou_small_value(v->flags) & READ_ONLY);
}

static ou_val view_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    const struct view *v = ou_ptr(self);
    if (!v->base)
        return raise_released(vm);
    if (ou_is(key, &ou_type_slice))
        return sub_view(vm, v, key);
    size_t i;
    if (resolve_index(vm, v, key, &i) < 0)
        return OU_EXC;
    const uint8_t *p = item_at(vm, v, i);
    return p ? unpack(vm, p, format_of(v)) : OU_EXC;
}

int ou_memoryview_add(struct ou_vm *vm, struct ou_builder *b, ou_val view)
{
    const struct view *v = ou_ptr(view);
    if (!v->base)
        return ou_fail(raise_released(vm));
    size_t size = item_size(format_of(v)), length = length_of(v);
    if (length == 0)
        return 0;
    const uint8_t *first = item_at(vm, v, 0), *last = first ? item_at(vm, v, length - 1) : NULL;
    if (!last)
        return -1;
    if (is_contiguous(v))
        return ou_builder_add(b, first, length * size);
    for (size_t i = 0; i < length; i++) /* the builder may collect: `first` keeps its block */
        if (ou_builder_add(b, first + (ou_int)i * stride_of(v), size) < 0)
            return -1;
    return 0;
}

static int set_slice(struct ou_vm *vm, const struct view *v, ou_val slice, ou_val value)
{
    ou_val target_val = sub_view(vm, v, slice);
    if (target_val == OU_EXC)
        return -1;
    const struct view *target = ou_ptr(target_val);
    struct ou_buffer buffer;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    char format = 'B';
    ou_val other = ou_cast_native(value, &ou_type_memoryview);
    int status = -1;
    if (other) {
        format = format_of(ou_ptr(other));
        if (ou_memoryview_add(vm, &b, other) < 0)
            goto out;
    } else {
        if (ou_get_buffer(vm, value, &buffer) < 0 || ou_builder_add(&b, buffer.data, buffer.size) < 0)
            goto out;
        format = buffer.typecode;
    }
    size_t size = item_size(format_of(target)), length = length_of(target);
    if (format != format_of(target) || b.size != length * size) {
        ou_raise(vm, &ou_exc_ValueError,
                 "memoryview assignment: lvalue and rvalue have different structures");
        goto out;
    }
    if (length) {
        uint8_t *first = item_at(vm, target, 0);
        if (!first || !item_at(vm, target, length - 1))
            goto out;
        for (size_t i = 0; i < length; i++)
            memcpy(first + (ou_int)i * stride_of(target), b.data + i * size, size);
    }
    status = 0;
out:
    release(vm, ou_ptr(target_val));
    return status;
}

static int view_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    const struct view *v = ou_ptr(self);
    if (!v->base)
        return ou_fail(raise_released(vm));
    if (ou_small_value(v->flags) & READ_ONLY)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "cannot modify read-only memory"));
    if (!value)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "cannot delete memory"));
    if (ou_is(key, &ou_type_slice))
        return set_slice(vm, v, key, value);
    size_t i;
    uint8_t bytes[8];
    if (resolve_index(vm, v, key, &i) < 0 || pack(vm, value, format_of(v), bytes) < 0)
        return -1;
    uint8_t *p = item_at(vm, v, i); /* after all Python code */
    if (!p)
        return -1;
    memcpy(p, bytes, item_size(format_of(v)));
    return 0;
}

static ou_int view_len(struct ou_vm *vm, ou_val self)
{
    const struct view *v = ou_ptr(self);
    return v->base ? (ou_int)length_of(v) : ou_fail(raise_released(vm));
}

static int view_buffer(struct ou_vm *vm, ou_val self, struct ou_buffer *out)
{
    const struct view *v = ou_ptr(self);
    if (!v->base)
        return ou_fail(raise_released(vm));
    if (!is_contiguous(v))
        return ou_fail(
            ou_raise(vm, &ou_exc_BufferError, "memoryview: underlying buffer is not C-contiguous"));
    static const uint8_t nothing[1];
    out->data = (uint8_t *)(uintptr_t)nothing;
    out->size = length_of(v) * item_size(format_of(v));
    if (out->size && (!(out->data = item_at(vm, v, 0)) || !item_at(vm, v, length_of(v) - 1)))
        return -1;
    out->typecode = format_of(v);
    out->read_only = (ou_small_value(v->flags) & READ_ONLY) != 0;
    return 0;
}

static ou_val to_list(struct ou_vm *vm, ou_val self)
{
    const struct view *v = ou_ptr(self);
    if (!v->base)
        return raise_released(vm);
    ou_val list = ou_list_new(vm, 0, NULL);
    for (size_t i = 0; list != OU_EXC && i < length_of(v); i++) {
        const uint8_t *p = item_at(vm, v, i);
        ou_val item = p ? unpack(vm, p, format_of(v)) : OU_EXC;
        if (item == OU_EXC || ou_list_append(vm, list, item) < 0)
            return OU_EXC;
    }
    return list;
}

/* == and != only: by items. */
static ou_val view_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if ((op != OU_CMP_EQ && op != OU_CMP_NE) || !ou_has_buffer(b))
        return OU_NOT_IMPLEMENTED;
    if (a == b)
        return ou_bool(op == OU_CMP_EQ);
    if (!((struct view *)a)->base)
        return ou_bool(op != OU_CMP_EQ);
    ou_val temporary = view_construct(vm, OU_ABSENT, 1, 0, &b);
    if (temporary == OU_EXC)
        return OU_EXC;
    ou_val x = to_list(vm, a), y = x == OU_EXC ? OU_EXC : to_list(vm, temporary);
    release(vm, ou_ptr(temporary));
    if (y == OU_EXC)
        return OU_EXC;
    int equal = ou_equal(vm, x, y);
    return equal < 0 ? OU_EXC : ou_bool((equal != 0) == (op == OU_CMP_EQ));
}

static int view_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    const struct view *v = ou_ptr(self);
    if (!v->base)
        return ou_fail(raise_released(vm));
    if (!(ou_small_value(v->flags) & READ_ONLY))
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "cannot hash writable memoryview object"));
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (ou_memoryview_add(vm, &b, self) < 0)
        return -1;
    *out = (ou_int)ou_hash_bytes(b.data, b.size);
    return 0;
}

static ou_val view_repr(struct ou_vm *vm, ou_val self)
{
    ou_val number = ou_identity_number(vm, self);
    if (number == OU_ABSENT)
        return OU_EXC;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, ((struct view *)self)->base ? "<memory at 0x" : "<released memory at 0x");
    for (int shift = OU_WORD_BITS - 4; shift >= 0; shift -= 4)
        ou_builder_add_byte(&b, (uint8_t) "0123456789abcdef"[number >> shift & 15]);
    ou_builder_add_byte(&b, '>');
    return ou_builder_str(&b);
}

static const struct ou_type_ops view_ops = {
    .construct = view_construct,
    .repr = view_repr,
    .len = view_len,
    .hash = view_hash,
    .compare = view_compare,
    .get_item = view_get_item,
    .set_item = view_set_item,
    .iter = ou_bytes_iter,
    .buffer = view_buffer,
    .finalise = view_finalise,
};

/* -- methods and attributes -- */

OU_NATIVE_STATIC(tobytes_fn)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    return ou_memoryview_add(vm, &b, args[0]) < 0 ? OU_EXC : ou_builder_bytes(&b);
}

OU_NATIVE_STATIC(tolist_fn) { return to_list(vm, args[0]); }

OU_NATIVE_STATIC(release_fn)
{
    release(vm, ou_ptr(args[0]));
    return OU_NONE;
}

OU_NATIVE_STATIC(enter_fn) { return ((struct view *)args[0])->base ? args[0] : raise_released(vm); }

OU_NATIVE_STATIC(toreadonly_fn)
{
    const struct view *v = ou_ptr(args[0]);
    if (!v->base)
        return raise_released(vm);
    return view_new(vm, v->base, offset_of(v), length_of(v), stride_of(v), format_of(v), true);
}

OU_NATIVE_STATIC(cast_fn)
{
    ou_val format_val;
    const struct view *v = ou_ptr(args[0]);
    if (ou_args_parse(vm, "cast", "format", n_args - 1, n_kw, args + 1, &format_val) < 0)
        return OU_EXC;
    ou_val text = ou_str_exact(format_val);
    if (!text)
        return ou_raise(vm, &ou_exc_TypeError, "memoryview: format argument must be a string");
    if (!v->base)
        return raise_released(vm);
    if (!is_contiguous(v))
        return ou_raise(vm, &ou_exc_TypeError, "memoryview: casts are restricted to C-contiguous views");
    size_t n;
    const uint8_t *p = ou_str_data(vm, text, &n);
    if (n == 2 && *p == '@')
        p++, n--;
    size_t size = n == 1 ? item_size((char)*p) : 0;
    if (!size)
        return ou_raise(vm, &ou_exc_ValueError,
                        "memoryview: destination format must be a native single character "
                        "format prefixed with an optional '@'");
    char format = (char)*p;
    size_t bytes = length_of(v) * item_size(format_of(v));
    if (item_size(format_of(v)) != 1 && size != 1)
        return ou_raise(vm, &ou_exc_TypeError, "memoryview: cannot cast between two non-byte formats");
    if (bytes % size)
        return ou_raise(vm, &ou_exc_TypeError, "memoryview: length is not a multiple of itemsize");
    return view_new(vm, v->base, offset_of(v), bytes / size, (ou_int)size, format,
                    ou_small_value(v->flags) & READ_ONLY);
}

#define GETTER(name, expression)                            \
    static ou_val get_##name(struct ou_vm *vm, ou_val self) \
    {                                                       \
        const struct view *v = ou_ptr(self);                \
        if (!v->base)                                       \
            return raise_released(vm);                      \
        return expression;                                  \
    }
static ou_val one_tuple(struct ou_vm *vm, ou_val item) { return ou_tuple_new(vm, 1, &item); }
GETTER(readonly, ou_bool(ou_small_value(v->flags) & READ_ONLY))
GETTER(nbytes, ou_small((ou_int)(length_of(v) * item_size(format_of(v)))))
GETTER(itemsize, ou_small((ou_int)item_size(format_of(v))))
GETTER(format, OU_INTERNED((uint8_t)format_of(v)))
GETTER(ndim, ou_small(1))
GETTER(obj, v->base)
GETTER(contiguous, ou_bool(is_contiguous(v)))
GETTER(shape, one_tuple(vm, v->length))
GETTER(strides, one_tuple(vm, v->stride))

OU_ROM_ALIGN static const union ou_member members[] = {
    OU_MEMBER_METHOD(OU_S(__enter__), enter_fn, &ou_type_memoryview, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__exit__), release_fn, &ou_type_memoryview, 1, 4, 0),
    OU_MEMBER_PROPERTY(OU_S(c_contiguous), get_contiguous, NULL),
    OU_MEMBER_METHOD(OU_S(cast), cast_fn, &ou_type_memoryview, 2, 2, OU_NATIVE_KW),
    OU_MEMBER_PROPERTY(OU_S(contiguous), get_contiguous, NULL),
    OU_MEMBER_PROPERTY(OU_S(format), get_format, NULL),
    OU_MEMBER_VALUE(OU_S(hex), OU_ROM(&ou_memoryview_hex)),
    OU_MEMBER_PROPERTY(OU_S(itemsize), get_itemsize, NULL),
    OU_MEMBER_PROPERTY(OU_S(nbytes), get_nbytes, NULL),
    OU_MEMBER_PROPERTY(OU_S(ndim), get_ndim, NULL),
    OU_MEMBER_PROPERTY(OU_S(obj), get_obj, NULL),
    OU_MEMBER_PROPERTY(OU_S(readonly), get_readonly, NULL),
    OU_MEMBER_METHOD(OU_S(release), release_fn, &ou_type_memoryview, 1, 1, 0),
    OU_MEMBER_PROPERTY(OU_S(shape), get_shape, NULL),
    OU_MEMBER_PROPERTY(OU_S(strides), get_strides, NULL),
    OU_MEMBER_METHOD(OU_S(tobytes), tobytes_fn, &ou_type_memoryview, 1, 2, 0),
    OU_MEMBER_METHOD(OU_S(tolist), tolist_fn, &ou_type_memoryview, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(toreadonly), toreadonly_fn, &ou_type_memoryview, 1, 1, 0),
};
static OU_MEMBER_TABLE(table, members);
OU_DEFINE_TYPE(ou_type_memoryview, OU_S(memoryview), &ou_type_object, &view_ops, &table,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, OU_V_MEMORYVIEW);
