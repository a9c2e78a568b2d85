/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module struct: values to bytes and back.
 *
 * A format is read item by item each time it is used; nothing is compiled or cached.  It is checked to
 * its end (plan) before the first value is looked at.  What is packed goes into a fresh bytes object
 * first, because converting a value may run Python code that resizes the destination.
 */
#include <math.h>
#include <ouro/ouro.h>

#define SIZE_LIMIT ((size_t)PTRDIFF_MAX)

/* -- reading a format -- */

struct reader {
    const char *p, *end;
    bool native, big_endian;
    size_t offset; /* where the next item begins, before its alignment */
};

struct item {
    char code;
    size_t count; /* repetitions; for s and p the length */
    size_t size;  /* bytes of one; for s and p 1 */
    size_t offset;
};

struct plan {
    size_t size;   /* bytes in all */
    size_t values; /* Python values */
};

static bool is_big_endian_machine(void)
{
    const uint16_t one = 1;
    uint8_t first;
    memcpy(&first, &one, 1);
    return first == 0;
}

static int reader_start(struct ou_vm *vm, struct reader *r, ou_val format)
{
    size_t n;
    ou_val text = ou_cast_native(format, &ou_type_str);
    if (text != OU_ABSENT) {
        r->p = ou_str_text(vm, text, &n);
    } else {
        text = ou_cast_native(format, &ou_type_bytes);
        if (text == OU_ABSENT)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "Struct() argument 1 must be a str or bytes object, not %T", format));
        r->p = (const char *)ou_bytes_data(text, &n);
    }
    r->end = r->p + n;
    r->native = true;
    r->big_endian = is_big_endian_machine();
    r->offset = 0;
    if (n == 0)
        return 0;
    char c = *r->p;
    if (c == '<' || c == '>' || c == '!' || c == '=') {
        r->native = false;
        if (c != '=')
            r->big_endian = c != '<';
    }
    if (!r->native || c == '@')
        r->p++;
    return 0;
}

/* Size of a code, 0 if there is no such; native: with the sizes of C. */
static size_t code_size(char code, bool native)
{
    switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case '?':
    case 's': return 1;
    case 'p': return OU_WITH_STRUCT_MORE;
    case 'h':
    case 'H': return 2;
    case 'e': return OU_WITH_STRUCT_MORE ? 2 : 0;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return native ? sizeof(long) : 4;
    case 'q':
    case 'Q':
    case 'd': return 8;
    case 'n':
    case 'N':
    case 'P': return OU_WITH_STRUCT_MORE && native ? sizeof(void *) : 0;
    default: return 0;
    }
}

static size_t code_alignment(char code, size_t size)
{
    struct align_double {
        char c;
        double d;
    };
    struct align_int64 {
        char c;
        int64_t q;
    };
    if (code == 'd')
        return offsetof(struct align_double, d);
    if (code == 'q' || code == 'Q')
        return offsetof(struct align_int64, q);
    return size;
}

static int too_long(struct ou_vm *vm)
{
    return ou_fail(ou_raise(vm, &ou_exc_StructError, "total struct size too long"));
}

/* The next item: 1, 0 at the end, -1. */
static int reader_next(struct ou_vm *vm, struct reader *r, struct item *item)
{
    while (r->p < r->end && (*r->p == ' ' || (*r->p >= '\t' && *r->p <= '\r')))
        r->p++;
    if (r->p == r->end)
        return 0;
    item->count = 1;
    if (*r->p >= '0' && *r->p <= '9') {
        item->count = 0;
        for (; r->p < r->end && *r->p >= '0' && *r->p <= '9'; r->p++) {
            if (item->count > SIZE_LIMIT / 10 - 1)
                return too_long(vm);
            item->count = item->count * 10 + (size_t)(*r->p - '0');
        }
        if (r->p == r->end)
            return ou_fail(ou_raise(vm, &ou_exc_StructError, "repeat count given without format specifier"));
    }
    item->code = *r->p++;
    item->size = code_size(item->code, r->native);
    if (item->size == 0)
        return ou_fail(ou_raise(vm, &ou_exc_StructError, "bad char in struct format"));
    size_t align = r->native ? code_alignment(item->code, item->size) : 1;
    size_t padding = (align - r->offset % align) % align;
    if (item->count > (SIZE_LIMIT - r->offset - padding) / item->size)
        return too_long(vm);
    item->offset = r->offset + padding;
    r->offset = item->offset + item->count * item->size;
    return 1;
}

static bool takes_one_value(char code) { return code == 's' || code == 'p'; }

static int plan_format(struct ou_vm *vm, ou_val format, struct plan *plan)
{
    struct reader r;
    struct item item;
    plan->values = 0;
    if (reader_start(vm, &r, format) < 0)
        return -1;
    int more;
    while ((more = reader_next(vm, &r, &item)) > 0)
        plan->values += takes_one_value(item.code) ? 1 : item.code == 'x' ? 0 : item.count;
    plan->size = r.offset;
    return more;
}

/* -- numbers to bytes -- */

static void put(uint8_t *out, size_t size, uint64_t n, bool big_endian)
{
    for (size_t i = 0; i < size; i++)
        out[big_endian ? size - 1 - i : i] = (uint8_t)(n >> (8 * i));
}

static uint64_t get(const uint8_t *data, size_t size, bool big_endian)
{
    uint64_t n = 0;
    for (size_t i = 0; i < size; i++)
        n |= (uint64_t)data[big_endian ? size - 1 - i : i] << (8 * i);
    return n;
}

/* CPython has quicker functions with other messages for the machine's own byte order. */
static int out_of_format(struct ou_vm *vm, char code, bool foreign, ou_val low, ou_val high)
{
    char quoted[4] = {'\'', code, '\'', 0};
    const char *kind = quoted;
    if (code == 'b' || code == 'B')
        kind = code == 'b' ? "byte" : "ubyte";
    else if (!foreign && (code == 'h' || code == 'H'))
        kind = code == 'h' ? "short" : "ushort";
    if (low == OU_EXC || high == OU_EXC)
        return -1;
    return ou_fail(
        ou_raise(vm, &ou_exc_StructError, "%s format requires %r <= number <= %r", kind, low, high));
}

static int pack_int(struct ou_vm *vm, uint8_t *out, char code, size_t size, bool big_endian, ou_val v)
{
    bool is_unsigned = code < 'a'; /* capital letters */
    bool foreign = big_endian != is_big_endian_machine();
    if (!ou_is_int(v)) {
        v = ou_index(vm, v);
        if (v == OU_EXC) {
            if (!ou_exc_matches(vm, &ou_exc_TypeError))
                return -1;
            ou_exc_take(vm);
            return ou_fail(ou_raise(vm, &ou_exc_StructError, "required argument is not an integer"));
        }
    }
    uint8_t bytes[8];
    bool is_negative = ou_compare_truth(vm, OU_CMP_LT, v, ou_small(0)) == 1;
    /* converted as an unsigned C type, which a negative number does not fit at all */
    bool wide = is_unsigned && (size >= 4 || (foreign && code == 'H'));
    if (code == 'P')
        wide = !is_negative;
    bool is_word = !(wide && is_negative);
    if (is_word && ou_int_to_bytes(vm, v, bytes, 8, false, !wide) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        ou_exc_take(vm);
        is_word = false;
    }
    if (!is_word)
        return ou_fail(ou_raise_message(vm, foreign && (code == 'q' || code == 'Q')
                                                ? OU_MESSAGE(&ou_exc_StructError, "int too large to convert")
                                                : OU_MESSAGE(&ou_exc_StructError, "argument out of range")));
    uint64_t n = get(bytes, 8, false);
    uint64_t max = size == 8 ? UINT64_MAX : ((uint64_t)1 << (8 * size)) - 1;
    if (!is_unsigned)
        max >>= 1;
    bool fits = is_unsigned ? (wide || (int64_t)n >= 0) && n <= max
                            : (int64_t)n <= (int64_t)max && (int64_t)n >= -(int64_t)max - 1;
    if (!fits && code != 'P')
        return out_of_format(vm, code, foreign,
                             is_unsigned ? ou_small(0) : ou_int_from_i64(vm, -(int64_t)max - 1),
                             ou_int_from_u64(vm, max));
    put(out, size, n, big_endian);
    return 0;
}

/* binary16, rounded half to even; false: too large */
OU_MAYBE_UNUSED static bool to_half(ou_float d, uint16_t *out)
{
    uint16_t sign = signbit(d) ? 0x8000 : 0;
    d = OU_FM(fabs)(d);
    if (isnan(d)) {
        *out = sign | 0x7e00;
    } else if (isinf(d)) {
        *out = sign | 0x7c00;
    } else if (d < (ou_float)0x1p-14) {
        *out = sign | (uint16_t)OU_FM(rint)(d * (ou_float)0x1p24);
    } else {
        int exponent;
        ou_float m = OU_FM(frexp)(d, &exponent);                     /* 0.5 <= m < 1 */
        unsigned bits = (unsigned)OU_FM(rint)(m * (ou_float)0x1p11); /* 1024 to 2048 */
        if (bits == 2048) {
            bits = 1024;
            exponent++;
        }
        if (exponent > 16)
            return false;
        *out = (uint16_t)(sign | (unsigned)(exponent + 14) << 10 | (bits - 1024));
    }
    return true;
}

OU_MAYBE_UNUSED static ou_float from_half(uint16_t h)
{
    int exponent = h >> 10 & 31;
    ou_float m = h & 1023;
    ou_float d = exponent == 31  ? (m != 0 ? (ou_float)NAN : (ou_float)INFINITY)
                 : exponent == 0 ? OU_FM(ldexp)(m, -24)
                                 : OU_FM(ldexp)(m + 1024, exponent - 25);
    return h & 0x8000 ? -d : d;
}

static int pack_float(struct ou_vm *vm, uint8_t *out, char code, size_t size, bool big_endian, ou_val v)
{
    ou_float d;
    if (ou_to_float(vm, v, &d) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_TypeError))
            return -1;
        ou_exc_take(vm);
        return ou_fail(ou_raise(vm, &ou_exc_StructError, "required argument is not a float"));
    }
    uint64_t bits = 0;
    bool fits = true;
    if (code == 'd') {
        bits = ou_float_to_binary64(d);
    } else if (code == 'f') {
        float f = (float)d;
        uint32_t word;
        fits = !isinf(f) || isinf(d);
        memcpy(&word, &f, sizeof f);
        bits = word;
    } else if (OU_WITH_STRUCT_MORE) {
        uint16_t half = 0;
        fits = to_half(d, &half);
        bits = half;
    }
    if (!fits)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "float too large to pack with %c format", code));
    put(out, size, bits, big_endian);
    return 0;
}

/* s and p: bytes, cut or filled up with zeros (out is zero already). */
static int pack_bytes(struct ou_vm *vm, uint8_t *out, const struct item *item, ou_val v)
{
    size_t n, room = item->count;
    const uint8_t *data;
    ou_val bytes = ou_cast_native(v, &ou_type_bytes);
    if (bytes != OU_ABSENT) {
        data = ou_bytes_data(bytes, &n);
    } else if (ou_cast_native(v, &ou_type_bytearray) != OU_ABSENT) {
        struct ou_buffer b;
        if (ou_get_buffer(vm, v, &b) < 0)
            return -1;
        data = b.data;
        n = b.size;
    } else {
        return ou_fail(
            ou_raise(vm, &ou_exc_StructError, "argument for '%c' must be a bytes object", item->code));
    }
    if (room == 0)
        return 0;
    if (item->code == 'p') {
        room--;
        n = n < room ? n : room;
        *out++ = (uint8_t)(n < 255 ? n : 255);
    }
    memcpy(out, data, n < room ? n : room);
    return 0;
}

static int pack_one(struct ou_vm *vm, uint8_t *out, const struct item *item, bool big_endian, ou_val v)
{
    int truth;
    switch (item->code) {
    case 'c': {
        ou_val bytes = ou_cast_native(v, &ou_type_bytes);
        size_t n = 0;
        const uint8_t *data = bytes == OU_ABSENT ? NULL : ou_bytes_data(bytes, &n);
        if (n != 1)
            return ou_fail(
                ou_raise(vm, &ou_exc_StructError, "char format requires a bytes object of length 1"));
        *out = *data;
        return 0;
    }
    case '?':
        truth = ou_truth(vm, v);
        *out = truth > 0;
        return truth < 0 ? -1 : 0;
    case 'e':
    case 'f':
    case 'd': return pack_float(vm, out, item->code, item->size, big_endian, v);
    default: return pack_int(vm, out, item->code, item->size, big_endian, v);
    }
}

/* A fresh bytes object with the values. */
static ou_val pack(struct ou_vm *vm, const char *name, ou_val format, size_t n, const ou_val *values)
{
    struct plan plan;
    if (plan_format(vm, format, &plan) < 0)
        return OU_EXC;
    if (n != plan.values)
        return ou_raise(vm, &ou_exc_StructError, "%s expected %zu items for packing (got %zu)", name,
                        plan.values, n);
    ou_val bytes = ou_bytes_new(vm, NULL, plan.size);
    struct reader r;
    if (bytes == OU_EXC || plan.size == 0 || reader_start(vm, &r, format) < 0)
        return bytes;
    uint8_t *out = ou_bytes_writable(bytes);
    struct item item;
    while (reader_next(vm, &r, &item) > 0) {
        if (item.code == 'x')
            continue;
        if (takes_one_value(item.code)) {
            if (pack_bytes(vm, out + item.offset, &item, *values++) < 0)
                return OU_EXC;
            continue;
        }
        for (size_t i = 0; i < item.count; i++)
            if (pack_one(vm, out + item.offset + i * item.size, &item, r.big_endian, *values++) < 0)
                return OU_EXC;
    }
    return bytes;
}

/* -- bytes to values -- */

static ou_val unpack_one(struct ou_vm *vm, const uint8_t *data, const struct item *item, bool big_endian)
{
    uint64_t n;
    switch (item->code) {
    case 'c': return ou_bytes_new(vm, data, 1);
    case 's': return ou_bytes_new(vm, data, item->count);
    case 'p': {
        size_t size = item->count > 0 ? data[0] : 0;
        return ou_bytes_new(vm, data + 1, size < item->count ? size : item->count ? item->count - 1 : 0);
    }
    case '?': return ou_bool(*data != 0);
    default: break;
    }
    n = get(data, item->size, big_endian);
    if (OU_WITH_STRUCT_MORE && item->code == 'e')
        return ou_float_new(vm, from_half((uint16_t)n));
    if (item->code == 'f') {
        uint32_t word = (uint32_t)n;
        float f;
        memcpy(&f, &word, sizeof f);
        return ou_float_new(vm, (ou_float)f);
    }
    if (item->code == 'd')
        return ou_float_new(vm, ou_float_from_binary64(n));
    if (item->code < 'a')
        return ou_int_from_u64(vm, n);
    unsigned unused = 64 - 8 * (unsigned)item->size;
    return ou_int_from_i64(vm, (int64_t)(n << unused) >> unused);
}

/* data has plan->size bytes at least. */
static ou_val unpack(struct ou_vm *vm, ou_val format, const struct plan *plan, const uint8_t *data)
{
    /* Collected in a list, because allocations come between and a tuple is filled at once. */
    ou_val list = plan->values == 1 ? OU_NONE : ou_list_new(vm, plan->values, NULL), value = OU_NONE;
    struct reader r;
    if (list == OU_EXC || reader_start(vm, &r, format) < 0)
        return OU_EXC;
    size_t at = 0;
    struct item item;
    while (reader_next(vm, &r, &item) > 0) {
        size_t count = takes_one_value(item.code) ? 1 : item.code == 'x' ? 0 : item.count;
        for (size_t i = 0; i < count; i++) {
            value = unpack_one(vm, data + item.offset + i * item.size, &item, r.big_endian);
            if (value == OU_EXC)
                return OU_EXC;
            if (list != OU_NONE)
                ou_list_set(vm, list, at++, value);
        }
    }
    return list == OU_NONE ? ou_tuple_new(vm, 1, &value) : ou_list_to_tuple(vm, list);
}

/* -- the functions; each takes the format first, as the methods of Struct do after unwrapping -- */

static ou_val do_unpack(struct ou_vm *vm, ou_val format, ou_val source)
{
    struct plan plan;
    struct ou_buffer b;
    if (plan_format(vm, format, &plan) < 0 || ou_get_buffer(vm, source, &b) < 0)
        return OU_EXC;
    if (b.size != plan.size)
        return ou_raise(vm, &ou_exc_StructError, "unpack requires a buffer of %zu bytes", plan.size);
    return unpack(vm, format, &plan, b.data);
}

/* Resolves an offset into a buffer; false: raised. */
static bool resolve_offset(struct ou_vm *vm, ou_int *offset, size_t buffer, size_t size, bool packing)
{
    if (*offset < 0) {
        if (*offset + (ou_int)size > 0) {
            if (packing)
                ou_raise(vm, &ou_exc_StructError, "no space to pack %zu bytes at offset %zd", size, *offset);
            else
                ou_raise(vm, &ou_exc_StructError, "not enough data to unpack %zu bytes at offset %zd", size,
                         *offset);
            return false;
        }
        if (*offset + (ou_int)buffer < 0) {
            ou_raise(vm, &ou_exc_StructError, "offset %zd out of range for %zu-byte buffer", *offset, buffer);
            return false;
        }
        *offset += (ou_int)buffer;
    }
    if ((size_t)*offset > buffer || buffer - (size_t)*offset < size) {
        ou_raise_message(
            vm,
            packing
                ? OU_MESSAGE(
                      &ou_exc_StructError,
                      "pack_into requires a buffer of at least %zu bytes for packing %zu bytes at offset %zd "
                      "(actual buffer size is %zu)")
                : OU_MESSAGE(
                      &ou_exc_StructError,
                      "unpack_from requires a buffer of at least %zu bytes for unpacking %zu bytes at offset %zd "
                      "(actual buffer size is %zu)"),
            (size_t)*offset + size, size, *offset, buffer);
        return false;
    }
    return true;
}

static ou_val do_unpack_from(struct ou_vm *vm, ou_val format, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    ou_val arg[2];
    struct plan plan;
    struct ou_buffer b;
    ou_int offset = 0;
    if (ou_args_parse(vm, "unpack_from", "buffer|offset", n_args, n_kw, args, arg) < 0 ||
        plan_format(vm, format, &plan) < 0 || (arg[1] != OU_ABSENT && ou_to_int(vm, arg[1], &offset) < 0) ||
        ou_get_buffer(vm, arg[0], &b) < 0 || !resolve_offset(vm, &offset, b.size, plan.size, false))
        return OU_EXC;
    return unpack(vm, format, &plan, b.data + offset);
}

#if OU_WITH_STRUCT_MORE
static ou_val do_pack_into(struct ou_vm *vm, ou_val format, unsigned n_args, const ou_val *args)
{
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_StructError, "pack_into expected buffer argument");
    if (n_args == 1)
        return ou_raise(vm, &ou_exc_StructError, "pack_into expected offset argument");
    struct plan plan;
    struct ou_buffer b;
    ou_int offset;
    if (plan_format(vm, format, &plan) < 0)
        return OU_EXC;
    if (n_args - 2 != plan.values)
        return ou_raise(vm, &ou_exc_StructError, "pack_into expected %zu items for packing (got %u)",
                        plan.values, n_args - 2);
    if (!ou_has_buffer(args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "argument must be read-write bytes-like object, not %T",
                        args[0]);
    if (ou_get_buffer(vm, args[0], &b) < 0)
        return OU_EXC;
    if (b.read_only)
        return ou_raise(vm, &ou_exc_TypeError, "argument must be read-write bytes-like object, not %T",
                        args[0]);
    if (ou_to_int(vm, args[1], &offset) < 0 || !resolve_offset(vm, &offset, b.size, plan.size, true))
        return OU_EXC;
    ou_val bytes = pack(vm, "pack_into", format, n_args - 2, args + 2);
    if (bytes == OU_EXC || plan.size == 0)
        return bytes == OU_EXC ? OU_EXC : OU_NONE;
    size_t size;
    const uint8_t *data = ou_bytes_data(bytes, &size);
    /* Python code may have run: look again. */
    if (ou_get_buffer(vm, args[0], &b) < 0 || !resolve_offset(vm, &offset, b.size, size, true))
        return OU_EXC;
    memcpy(b.data + offset, data, size);
    return OU_NONE;
}

/* V: iterator of iter_unpack */
enum { ITER_FORMAT = 1, ITER_SOURCE, ITER_POSITION, ITER_WORDS };

static ou_val iterator_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static ou_val iterator_next(struct ou_vm *vm, ou_val self)
{
    struct plan plan;
    struct ou_buffer b;
    size_t at = (size_t)ou_small_value(ou_field(self, ITER_POSITION));
    ou_val format = ou_field(self, ITER_FORMAT);
    if (plan_format(vm, format, &plan) < 0 || ou_get_buffer(vm, ou_field(self, ITER_SOURCE), &b) < 0)
        return OU_EXC;
    if (at > b.size || b.size - at < plan.size)
        return OU_STOP;
    ou_field_set(vm, self, ITER_POSITION, ou_small((ou_int)(at + plan.size)));
    return unpack(vm, format, &plan, b.data + at);
}

static const struct ou_type_ops iterator_ops = {.iter = iterator_self, .next = iterator_next};
OU_ROM_ALIGN static const struct ou_type iterator_type = {.type = OU_ROM(&ou_type_type),
                                                          .ops = OU_ROM(&iterator_ops),
                                                          .name = OU_S(unpack_iterator),
                                                          .bases = OU_ROM(&ou_type_object),
                                                          .flags = OU_SMALL_CONST(OU_TYPE_FINAL),
                                                          .version = OU_SMALL_CONST(0)};

static ou_val do_iter_unpack(struct ou_vm *vm, ou_val format, ou_val source)
{
    struct plan plan;
    struct ou_buffer b;
    if (plan_format(vm, format, &plan) < 0 || ou_get_buffer(vm, source, &b) < 0)
        return OU_EXC;
    if (plan.size == 0)
        return ou_raise(vm, &ou_exc_StructError, "cannot iteratively unpack with a struct of length 0");
    if (b.size % plan.size != 0)
        return ou_raise(vm, &ou_exc_StructError,
                        "iterative unpacking requires a buffer of a multiple of %zu bytes", plan.size);
    ou_val self = ou_object_new(vm, &iterator_type, ITER_WORDS, false);
    if (self == OU_EXC)
        return OU_EXC;
    ou_field_set(vm, self, ITER_FORMAT, format);
    ou_field_set(vm, self, ITER_SOURCE, source);
    ou_field_set(vm, self, ITER_POSITION, ou_small(0));
    return self;
}
#endif

OU_NATIVE_STATIC(struct_calcsize)
{
    struct plan plan;
    return plan_format(vm, args[0], &plan) < 0 ? OU_EXC : ou_int_new(vm, (ou_int)plan.size);
}

OU_NATIVE_STATIC(struct_pack)
{
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "missing format argument");
    return pack(vm, "pack", args[0], n_args - 1, args + 1);
}

#if OU_WITH_STRUCT_MORE
OU_NATIVE_STATIC(struct_pack_into)
{
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "missing format argument");
    return do_pack_into(vm, args[0], n_args - 1, args + 1);
}
#endif

OU_NATIVE_STATIC(struct_unpack) { return do_unpack(vm, args[0], args[1]); }

OU_NATIVE_STATIC(struct_unpack_from) { return do_unpack_from(vm, args[0], n_args - 1, n_kw, args + 1); }

#if OU_WITH_STRUCT_MORE
OU_NATIVE_STATIC(struct_iter_unpack) { return do_iter_unpack(vm, args[0], args[1]); }

/* -- struct.Struct -- */

enum { STRUCT_FORMAT = 1, STRUCT_WORDS };
extern const struct ou_type ou_type_struct;

static ou_val class_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    ou_val format;
    struct plan plan;
    if (ou_args_parse(vm, "Struct", "format", n_args, n_kw, args, &format) < 0 ||
        plan_format(vm, format, &plan) < 0)
        return OU_EXC;
    ou_val self = ou_object_new(vm, &ou_type_struct, STRUCT_WORDS, false);
    if (self != OU_EXC)
        ou_field_set(vm, self, STRUCT_FORMAT, format);
    return self;
}

#define FORMAT_OF(self) ou_field(self, STRUCT_FORMAT)

OU_NATIVE_STATIC(class_pack) { return pack(vm, "pack", FORMAT_OF(args[0]), n_args - 1, args + 1); }

OU_NATIVE_STATIC(class_pack_into) { return do_pack_into(vm, FORMAT_OF(args[0]), n_args - 1, args + 1); }

OU_NATIVE_STATIC(class_unpack) { return do_unpack(vm, FORMAT_OF(args[0]), args[1]); }

OU_NATIVE_STATIC(class_unpack_from)
{
    return do_unpack_from(vm, FORMAT_OF(args[0]), n_args - 1, n_kw, args + 1);
}

OU_NATIVE_STATIC(class_iter_unpack) { return do_iter_unpack(vm, FORMAT_OF(args[0]), args[1]); }

static ou_val class_get_format(struct ou_vm *vm, ou_val self)
{
    ou_val format = FORMAT_OF(self), bytes = ou_cast_native(format, &ou_type_bytes);
    if (bytes == OU_ABSENT)
        return format;
    size_t n;
    const uint8_t *data = ou_bytes_data(bytes, &n); /* ASCII: it was checked */
    return ou_str_new(vm, (const char *)data, n);
}

static ou_val class_get_size(struct ou_vm *vm, ou_val self)
{
    struct plan plan;
    return plan_format(vm, FORMAT_OF(self), &plan) < 0 ? OU_EXC : ou_int_new(vm, (ou_int)plan.size);
}

OU_ROM_ALIGN static const union ou_member class_members[] = {
    OU_MEMBER_PROPERTY(OU_S(format), class_get_format, NULL),
    OU_MEMBER_METHOD(OU_S(iter_unpack), class_iter_unpack, &ou_type_struct, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(pack), class_pack, &ou_type_struct, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_METHOD(OU_S(pack_into), class_pack_into, &ou_type_struct, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_PROPERTY(OU_S(size), class_get_size, NULL),
    OU_MEMBER_METHOD(OU_S(unpack), class_unpack, &ou_type_struct, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(unpack_from), class_unpack_from, &ou_type_struct, 1, OU_NATIVE_VARARGS,
                     OU_NATIVE_KW),
};
static OU_MEMBER_TABLE(class_table, class_members);

static const struct ou_type_ops class_ops = {.construct = class_construct};
OU_ROM_ALIGN const struct ou_type ou_type_struct = {.type = OU_ROM(&ou_type_type),
                                                    .ops = OU_ROM(&class_ops),
                                                    .name = OU_S(Struct),
                                                    .bases = OU_ROM(&ou_type_object),
                                                    .dict = OU_ROM(&class_table),
                                                    .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                    .version = OU_SMALL_CONST(0)};

#endif

/* clang-format off */
OU_ROM_ALIGN static const union ou_member struct_members[] = {
    OU_IF(STRUCT_MORE, OU_MEMBER_VALUE(OU_S(Struct), OU_ROM(&ou_type_struct)),)
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(struct)),
    OU_MEMBER_FUNCTION(OU_S(calcsize), struct_calcsize, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(error), OU_ROM(&ou_exc_StructError)),
    OU_IF(STRUCT_MORE, OU_MEMBER_FUNCTION(OU_S(iter_unpack), struct_iter_unpack, 2, 2, 0),)
    OU_MEMBER_FUNCTION(OU_S(pack), struct_pack, 0, OU_NATIVE_VARARGS, 0),
    OU_IF(STRUCT_MORE, OU_MEMBER_FUNCTION(OU_S(pack_into), struct_pack_into, 0, OU_NATIVE_VARARGS, 0),)
    OU_MEMBER_FUNCTION(OU_S(unpack), struct_unpack, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(unpack_from), struct_unpack_from, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
};
/* clang-format on */
static OU_MEMBER_TABLE(struct_table, struct_members);

OU_ROM_ALIGN const struct ou_rom_module ou_module_struct = {OU_ROM(&ou_type_rom_module), OU_S(struct),
                                                            &struct_table, NULL};
