/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The builder: text or bytes of unknown size, put together piece by piece.
 *
 * The first bytes go to the builder itself, which lies on the C stack; beyond that, to a RAW block that
 * already has the room for the header of a str in front, so that finishing a large text only writes the
 * header and gives back what is too much.  `data` then points behind that header; being on the C stack
 * it keeps the block.
 *
 * A builder that has failed counts as full, so that each further add fails, too.
 */
#include "object/core/string.h"

#define HEADER (sizeof(struct ou_str))

_Static_assert(sizeof(struct ou_str) == sizeof(struct ou_bytes), "one header for both");

void ou_builder_init(struct ou_vm *vm, struct ou_builder *b)
{
    b->vm = vm;
    b->data = b->inline_data;
    b->size = 0;
    b->capacity = sizeof b->inline_data;
    b->failed = false;
    b->tight = 0;
}

/* An exception is pending: nothing more can be added. */
static int fail(struct ou_builder *b)
{
    b->failed = true;
    b->capacity = b->size;
    return -1;
}

/* The builder's block, grown to `size` or made with that; NULL: no memory. */
static uint8_t *request(struct ou_builder *b, size_t size)
{
    if (b->data != b->inline_data)
        return ou_gc_realloc(&b->vm->heap, b->data - HEADER, HEADER + size, true);
    uint8_t *block = ou_gc_alloc(&b->vm->heap, HEADER + size, OU_GC_RAW);
    if (block)
        memcpy(block + HEADER, b->inline_data, b->size);
    return block;
}

static OU_NOINLINE int grow(struct ou_builder *b, size_t n)
{
    struct ou_vm *vm = b->vm;
    if (b->failed)
        return -1;
    size_t wanted = b->size + n;
    if (wanted < n || wanted > OU_STR_MAX) {
        (void)ou_raise_memory(vm, wanted);
        return fail(b);
    }
    /* A request that fails has collected and compacted: so it is not repeated at every byte, but made smaller. */
    size_t roomy = OU_MIN(wanted + (wanted / 2 >> b->tight) + 64, (size_t)OU_STR_MAX);
    uint8_t *block = request(b, roomy);
    if (!block) {
        b->tight = OU_MIN(b->tight + 2, OU_WORD_BITS - 1);
        block = request(b, wanted);
    }
    if (!block) {
        (void)ou_raise_memory(vm, HEADER + wanted);
        return fail(b);
    }
    b->data = block + HEADER;
    b->capacity = ou_gc_size(&vm->heap, block) - HEADER;
    return 0;
}

uint8_t *ou_builder_reserve(struct ou_builder *b, size_t n)
{
    if (OU_UNLIKELY(b->capacity - b->size < n) && grow(b, n) < 0)
        return NULL;
    return b->data + b->size;
}

int ou_builder_add(struct ou_builder *b, const void *data, size_t n)
{
    if (OU_UNLIKELY(b->capacity - b->size < n) && grow(b, n) < 0)
        return -1;
    if (n) /* data may be NULL with nothing */
        memcpy(b->data + b->size, data, n);
    b->size += n;
    return 0;
}

int ou_builder_add_c(struct ou_builder *b, const char *text) { return ou_builder_add(b, text, strlen(text)); }

int ou_builder_add_byte(struct ou_builder *b, uint8_t byte)
{
    if (OU_UNLIKELY(b->capacity == b->size) && grow(b, 1) < 0)
        return -1;
    b->data[b->size++] = byte;
    return 0;
}

int ou_builder_add_char(struct ou_builder *b, uint32_t code_point)
{
    if (OU_UNLIKELY(b->capacity - b->size < 4) && grow(b, 4) < 0)
        return -1;
    b->size += ou_utf8_put(b->data + b->size, code_point);
    return 0;
}

int ou_builder_add_str(struct ou_builder *b, ou_val str)
{
    size_t n;
    const uint8_t *p = ou_str_data(b->vm, str, &n);
    return ou_builder_add(b, p, n);
}

int ou_builder_add_repr(struct ou_builder *b, ou_val v)
{
    if (b->failed)
        return -1;
    if (ou_is_str(v))
        return ou_str_add_repr(b->vm, b, v, false);
    ou_val text = ou_interrupted(b->vm) ? OU_EXC : ou_repr(b->vm, v);
    if (text == OU_EXC)
        return fail(b);
    return ou_builder_add_str(b, ou_str_exact(text));
}

int ou_builder_add_fill(struct ou_builder *b, uint8_t byte, size_t n)
{
    uint8_t *p = ou_builder_reserve(b, n);
    if (!p)
        return -1;
    memset(p, byte, n);
    b->size += n;
    return 0;
}

int ou_builder_add_repeated(struct ou_builder *b, const void *data, size_t n, size_t times)
{
    size_t size;
    uint8_t *p = ou_builder_reserve(b, __builtin_mul_overflow(n, times, &size) ? SIZE_MAX - b->size : size);
    if (!p)
        return -1;
    for (; times; times--, p += n)
        memcpy(p, data, n);
    b->size += size;
    return 0;
}

/* The builder's own block as an object, trimmed; the header is not written yet. */
static void *take(struct ou_builder *b)
{
    uint8_t *block = b->data - HEADER;
    if (b->capacity - b->size >= OU_GRANULE)
        (void)!ou_gc_realloc(&b->vm->heap, block, HEADER + b->size, false);
    b->data = b->inline_data;
    b->capacity = sizeof b->inline_data;
    return block;
}

ou_val ou_builder_str(struct ou_builder *b)
{
    if (b->failed)
        return OU_EXC;
    if (b->data == b->inline_data || b->size < 2)
        return ou_str_part(b->vm, b->data, b->size, false);
    size_t n = b->size;
    struct ou_str *s = take(b);
    s->type = OU_ROM(&ou_type_str);
    s->size_ascii = (uint32_t)n | (ou_utf8_is_ascii(s->data, n) ? OU_STR_ASCII : 0);
#if OU_WORD_BITS == 64
    s->hash = 0;
#endif
    return ou_from_ptr(s);
}

ou_val ou_builder_bytes(struct ou_builder *b)
{
    if (b->failed)
        return OU_EXC;
    if (b->data == b->inline_data || b->size < 2)
        return ou_bytes_new(b->vm, b->data, b->size);
    size_t n = b->size;
    struct ou_bytes *s = take(b);
    s->type = OU_ROM(&ou_type_bytes);
    s->size = (uint32_t)n;
#if OU_WORD_BITS == 64
    s->hash = 0;
#endif
    return ou_from_ptr(s);
}

const char *ou_path_text(struct ou_vm *vm, ou_val path, const char *argument, struct ou_builder *storage)
{
    ou_val text = ou_str_exact(path), bytes = ou_cast_native(path, &ou_type_bytes);
    size_t n;
    const void *p;
    if (text) {
        p = ou_str_data(vm, text, &n);
    } else if (bytes) {
        p = ou_bytes_data(bytes, &n);
    } else {
        (void)(argument ? ou_raise(vm, &ou_exc_TypeError, "%s should be string, bytes or os.PathLike, not %T",
                                   argument, path)
                        : ou_raise(vm, &ou_exc_TypeError, "expected str, bytes or os.PathLike object, not %T",
                                   path));
        return NULL;
    }
    if (memchr(p, 0, n)) {
        (void)ou_raise(vm, &ou_exc_ValueError, "embedded null byte");
        return NULL;
    }
    ou_builder_init(vm, storage);
    ou_builder_add(storage, p, n);
    return ou_builder_add_byte(storage, 0) < 0 ? NULL : (const char *)storage->data;
}
