/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Writing precompiled files (docs/precompiled.md).
 *
 * The source is compiled statement by statement, as for running it, and each statement's pool and code are written at
 * once; the module's pool is complete after the last one and is put in front.  Which entries of a pool are code, they
 * do not say themselves: those that a MAKE_FUNCTION names.
 */
#include <ouro/checksum.h>
#include "compiler/state.h"
#include "object/code/precompiled_format.h"
#include "object/core/number.h"
#include "vm/precompiled.h"

#define POOL_BYTES (0x10000 / 8)

struct writer {
    struct ou_vm *vm;
    struct ou_builder out;
    uint8_t *home_code; /* a bit for each entry of the module's pool: code */
    uint8_t *own_code;  /* the same for the statement's */
};

static void put(struct writer *w, const void *data, size_t n) { ou_builder_add(&w->out, data, n); }

static void put_byte(struct writer *w, unsigned byte)
{
    uint8_t b = (uint8_t)byte;
    put(w, &b, 1);
}

static void put_size(struct writer *w, size_t n)
{
    for (; n >= 128; n >>= 7)
        put_byte(w, (unsigned)(n & 127) | 128);
    put_byte(w, (unsigned)n);
}

static void put_block(struct writer *w, int tag, const void *data, size_t n)
{
    put_byte(w, (unsigned)tag);
    put_size(w, n);
    put(w, data, n);
}

static int put_value(struct writer *w, ou_val v)
{
    size_t n;
    const void *p;
    if (ou_is_str(v)) {
        p = ou_str_text(w->vm, v, &n);
        put_block(w, ou_is_interned(v) ? OU_TAG_NAME : OU_TAG_STR, p, n);
    } else if (ou_is(v, &ou_type_bytes)) {
        p = ou_bytes_data(v, &n);
        put_block(w, OU_TAG_BYTES, p, n);
    } else if (ou_is_small(v) || ou_is(v, &ou_type_int)) {
        struct ou_int_view view;
        ou_int_view(v, &view);
        put_byte(w, OU_TAG_INT);
        put_byte(w, view.negative);
        put_size(w, view.size);
        put(w, view.digits, view.size * sizeof *view.digits);
    } else if (ou_is_float(v)) {
        uint64_t bits = ou_float_to_binary64(ou_float_value(v));
        put_byte(w, OU_TAG_FLOAT);
        put(w, &bits, sizeof bits);
    } else if (ou_is(v, &ou_type_tuple)) {
        if (ou_stack_check(w->vm) < 0)
            return -1;
        put_byte(w, OU_TAG_TUPLE);
        put_size(w, ou_tuple_len(v));
        for (size_t i = 0; i < ou_tuple_len(v); i++)
            if (put_value(w, ou_tuple_items(v)[i]) < 0)
                return -1;
    } else if (ou_is(v, &ou_type_frozenset)) {
        size_t position = 0;
        ou_val item;
        put_byte(w, OU_TAG_SET);
        put_size(w, ou_set_len(v));
        while (ou_set_next(v, &position, &item))
            if (put_value(w, item) < 0)
                return -1;
    } else if (v == OU_NONE || v == OU_TRUE || v == OU_FALSE || v == OU_ELLIPSIS) {
        put_byte(w, v == OU_NONE    ? OU_TAG_NONE
                    : v == OU_TRUE  ? OU_TAG_TRUE
                    : v == OU_FALSE ? OU_TAG_FALSE
                                    : OU_TAG_ELLIPSIS);
    } else
        return ou_fail(ou_raise(w->vm, &ou_exc_SystemError, "a constant that cannot be written: %r", v));
    return 0;
}

/* Marks the entries that MAKE_FUNCTION names in `code`, which indexes a pool with the bits `bits`, and in what they
 * name. */
static int mark_code(struct writer *w, const struct ou_unit *unit, const struct ou_code *code)
{
    const struct ou_unit *defining_unit =
        unit->defining_unit == OU_ABSENT ? unit : (const struct ou_unit *)unit->defining_unit;
    uint8_t *bits = unit == defining_unit ? w->home_code : w->own_code;
    const uint8_t *p = ou_code_bytes(code), *end = p + code->code_size;
    if (ou_stack_check(w->vm) < 0)
        return -1;
    for (; p < end; p += ou_opcode_size(*p)) {
        if (*p != OU_INS_MAKE_FUNCTION)
            continue;
        unsigned k = (unsigned)p[2] | (unsigned)p[3] << 8;
        const struct ou_code *inner = (const struct ou_code *)((const ou_val *)unit->pool)[k];
        bits[k / 8] |= (uint8_t)(1u << (k & 7));
        if (mark_code(w, inner->flags & OU_CODE_SAME_UNIT ? unit : defining_unit, inner) < 0)
            return -1;
    }
    return 0;
}

/* The statements are written first; what comes before them in the file ends aligned. */
_Static_assert(OU_PRECOMPILED_HEADER % OU_PRECOMPILED_ALIGN == 0, "what follows the header is aligned");
static void align(struct writer *w)
{
    while (!w->out.failed && w->out.size % OU_PRECOMPILED_ALIGN != 0)
        put_byte(w, 0);
}

static void put_code(struct writer *w, const struct ou_code *code)
{
    put_size(w, ou_code_total_size(code));
    align(w);
    put(w, code, ou_code_total_size(code));
}

static int put_pool(struct writer *w, const struct ou_unit *unit, const uint8_t *bits)
{
    const ou_val *pool = (const ou_val *)unit->pool;
    size_t n = 0, most = pool ? ou_gc_size(&w->vm->heap, pool) / sizeof *pool : 0;
    while (n < most && pool[n] != OU_ABSENT)
        n++;
    put_size(w, n);
    for (size_t i = 0; i < n; i++) {
        pool = (const ou_val *)unit->pool;
        if (bits[i / 8] >> (i & 7) & 1) {
            put_byte(w, OU_TAG_CODE);
            put_code(w, (const struct ou_code *)pool[i]);
        } else if (put_value(w, pool[i]) < 0)
            return -1;
    }
    return 0;
}

static int put_statements(struct writer *w, struct ou_compiler *compiler)
{
    ou_val function;
    while ((function = ou_compile_next(compiler)) != OU_STOP) {
        if (function == OU_EXC)
            return -1;
        const struct ou_function *f = (const struct ou_function *)function;
        memset(w->own_code, 0, POOL_BYTES);
        if (mark_code(w, (const struct ou_unit *)f->unit, (const struct ou_code *)f->code) < 0)
            return -1;
        put_byte(w, OU_TAG_STATEMENT);
        if (put_pool(w, (const struct ou_unit *)f->unit, w->own_code) < 0)
            return -1;
        put_code(w, (const struct ou_code *)f->code);
        if (ou_poll(w->vm) < 0)
            return -1;
    }
    put_byte(w, OU_TAG_END);
    return 0;
}

/* The file: header, name of the source, pool of the module, statements. */
static ou_val assemble(struct writer *w, ou_val statements, const struct ou_unit *unit)
{
    size_t n, size;
    ou_builder_init(w->vm, &w->out);
    const char *name = ou_str_text(w->vm, unit->filename, &n);
    put_block(w, OU_TAG_STR, name, n);
    if (put_pool(w, unit, w->home_code) < 0)
        return OU_EXC;
    align(w);
    const void *p = ou_bytes_data(statements, &size);
    put(w, p, size);
    ou_val body = ou_builder_bytes(&w->out);
    if (body == OU_EXC)
        return OU_EXC;
    const uint8_t *data = ou_bytes_data(body, &size);
    uint8_t h[OU_PRECOMPILED_HEADER] = {
        [4] = OU_PRECOMPILED_FORMAT, [5] = OU_PRECOMPILED_BYTECODE, [6] = OU_INS_COUNT};
    uint32_t size32 = (uint32_t)size, sum = ou_crc32(0, data, size);
    memcpy(h, OU_PRECOMPILED_MAGIC, 4);
    memcpy(h + 8, &size32, 4);
    memcpy(h + 12, &sum, 4);
    ou_builder_init(w->vm, &w->out);
    put(w, h, sizeof h);
    put(w, data, size);
    return ou_builder_bytes(&w->out);
}

ou_val ou_precompile(struct ou_vm *vm, const struct ou_reader *reader, ou_val source_name)
{
    struct writer w = {.vm = vm};
    ou_val globals = ou_dict_new(vm, 0), result = OU_EXC;
    ou_val unit = globals == OU_EXC ? OU_EXC : ou_unit_new(vm, globals, source_name);
    if (unit == OU_EXC)
        return OU_EXC;
    w.home_code = ou_outer_alloc(vm->outer, (size_t)2 * POOL_BYTES, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
    if (!w.home_code) {
        ou_raise_memory(vm, (size_t)2 * POOL_BYTES);
        return OU_EXC;
    }
    memset(w.home_code, 0, (size_t)2 * POOL_BYTES);
    w.own_code = w.home_code + POOL_BYTES;
    struct ou_compiler *compiler = ou_compile_open(vm, reader, unit, OU_COMPILE_EXEC, false);
    if (compiler) {
        ou_builder_init(vm, &w.out);
        bool good = put_statements(&w, compiler) == 0;
        ou_compile_close(compiler);
        ou_val statements = good ? ou_builder_bytes(&w.out) : OU_EXC;
        if (statements != OU_EXC)
            result = assemble(&w, statements, (const struct ou_unit *)unit);
    }
    ou_outer_free(vm->outer, w.home_code);
    return result;
}
