/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Running precompiled files (docs/precompiled.md).
 *
 * The file is read twice, both times as a stream: for its checksum, and to run it.  The module's pool comes first and
 * stays; then statement after statement is read, verified, run and dropped, as the compiler does it with source.  So
 * importing needs what stays, the pool and the code of one statement, and what verifying takes.
 *
 * Where the file lies in memory that stays (flash), code is not copied but run from there.
 *
 * Each statement has a unit and a pool of its own that are never used again, so that a file which lets a statement's
 * own code escape does no harm.
 */
#include <ouro/checksum.h>
#include "object/core/lookup.h"
#include "vm/precompiled.h"
#include "object/code/precompiled_format.h"
#include "object/core/number.h"
#include "object/unicode/unicode.h"
#include "vm/code_verify.h"

#define MAX_DEPTH 200 /* of tuples in each other */

struct loader {
    struct ou_vm *vm;
    struct ou_reader reader;
    ou_val path;
    const uint8_t *mapped; /* the file in memory that stays, or NULL */
    uint32_t left;         /* bytes that the file is to have yet */
    uint32_t at;           /* how far it is read */
    unsigned position, fill;
    size_t code_bytes; /* of functions read */
    uint8_t buffer[128];
};

/* A pool while its kinds are needed. */
struct pool {
    uint8_t *kinds; /* outer heap */
    unsigned n;
};

static int fail(struct loader *l, const char *what)
{
    return ou_fail(ou_raise(l->vm, &ou_exc_ImportError, "%v: %s", l->path, what));
}

static int damaged(struct loader *l, const char *what)
{
    return ou_fail(ou_raise(l->vm, &ou_exc_ImportError, "%v: not valid: %s", l->path, what));
}

/* -- bytes -- */

static int refill(struct loader *l)
{
    int n = l->reader.read(l->vm, l->reader.ctx, (char *)l->buffer, sizeof l->buffer);
    if (n < 0)
        return -1;
    l->position = 0;
    l->fill = (unsigned)n;
    return n ? 0 : damaged(l, "it ends too early");
}

/* to may be NULL: passed over. */
static int get_bytes(struct loader *l, void *to, size_t n)
{
    uint8_t *p = to;
    if (n > l->left)
        return damaged(l, "a size");
    l->left -= (uint32_t)n;
    l->at += (uint32_t)n;
    while (n > 0) {
        if (l->position == l->fill && refill(l) < 0)
            return -1;
        size_t part = l->fill - l->position;
        part = part < n ? part : n;
        if (p) {
            memcpy(p, l->buffer + l->position, part);
            p += part;
        }
        l->position += (unsigned)part;
        n -= part;
    }
    return 0;
}

static int get_byte(struct loader *l)
{
    uint8_t byte;
    return get_bytes(l, &byte, 1) < 0 ? -1 : byte;
}

/* A size or count of things that take a byte at least, so it cannot be more than what is left; or -1. */
static long get_size(struct loader *l)
{
    uint32_t n = 0;
    int byte = 128;
    for (unsigned shift = 0; byte & 128 && shift <= 21; shift += 7) {
        byte = get_byte(l);
        if (byte < 0)
            return -1;
        n |= (uint32_t)(byte & 127) << shift;
    }
    return byte & 128 || n > l->left ? damaged(l, "a size") : (long)n;
}

/* Passes over the zeros before what is aligned. */
static int get_padding(struct loader *l)
{
    uint32_t n = (0 - l->at) % OU_PRECOMPILED_ALIGN;
    return n ? get_bytes(l, NULL, n) : 0;
}

static uint8_t *scratch(struct loader *l, size_t n)
{
    uint8_t *p = NULL;
    for (int attempt = 0; !p && attempt < 2; attempt++) {
        if (attempt)
            ou_gc_shrink(&l->vm->heap);
        p = ou_outer_alloc(l->vm->outer, n, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
    }
    if (!p)
        ou_raise_memory(l->vm, n);
    return p;
}

/* -- constants -- */

static ou_val read_text(struct loader *l, bool is_name)
{
    uint8_t small[OU_INTERN_MAX + 1], *text = small;
    long n = get_size(l);
    if (n < 0)
        return OU_EXC;
    if (is_name && n > OU_INTERN_MAX) {
        damaged(l, "a name");
        return OU_EXC;
    }
    if ((size_t)n > sizeof small)
        text = scratch(l, (size_t)n);
    ou_val v = OU_EXC;
    size_t skip;
    const char *reason;
    if (text && get_bytes(l, text, (size_t)n) == 0) {
        if (ou_utf8_find_bad(text, (size_t)n, &skip, &reason) < (size_t)n)
            damaged(l, "text");
        else if (is_name)
            v = ou_intern(l->vm, (const char *)text, (size_t)n);
        else
            v = ou_str_new(l->vm, (const char *)text, (size_t)n);
    }
    if (text != small)
        ou_outer_free(l->vm->outer, text);
    return v;
}

static ou_val read_bytes(struct loader *l)
{
    long n = get_size(l);
    ou_val v = n < 0 ? OU_EXC : ou_bytes_new(l->vm, NULL, (size_t)n);
    if (v != OU_EXC && n > 0 && get_bytes(l, ou_bytes_writable(v), (size_t)n) < 0)
        return OU_EXC;
    return v;
}

static ou_val read_int(struct loader *l)
{
    int negative = get_byte(l);
    long n = negative < 0 ? -1 : get_size(l);
    if (n < 0)
        return OU_EXC;
    if (n > (long)(l->left / 4) || negative > 1) {
        damaged(l, "an int");
        return OU_EXC;
    }
    uint32_t *digits = (uint32_t *)(void *)scratch(l, (size_t)(n ? n : 1) * 4);
    ou_val v = OU_EXC;
    if (digits && get_bytes(l, digits, (size_t)n * 4) == 0)
        v = ou_int_from_digits(l->vm, digits, ou_nat_trim(digits, (size_t)n), negative);
    ou_outer_free(l->vm->outer, digits);
    return v;
}

static ou_val read_float(struct loader *l)
{
    uint64_t bits;
    return get_bytes(l, &bits, sizeof bits) < 0 ? OU_EXC : ou_float_new(l->vm, ou_float_from_binary64(bits));
}

static ou_val read_code(struct loader *l, bool long_lived)
{
    long n = get_size(l);
    if (n < 0)
        return OU_EXC;
    if (n < (long)sizeof(struct ou_code) || n > 0x20000) {
        damaged(l, "size of a code block");
        return OU_EXC;
    }
    if (get_padding(l) < 0)
        return OU_EXC;
    const struct ou_code *code = l->mapped ? (const struct ou_code *)(l->mapped + l->at) : NULL;
    void *copy = NULL;
    if (!code) {
        code = copy = ou_alloc(l->vm, (size_t)n, OU_GC_RAW | (long_lived ? OU_GC_LONG_LIVED : 0));
        if (!copy)
            return OU_EXC;
    }
    if (get_bytes(l, copy, (size_t)n) < 0)
        return OU_EXC;
    if (ou_code_total_size(code) != (size_t)n) {
        damaged(l, "size of a code block");
        return OU_EXC;
    }
    if (long_lived)
        l->code_bytes += (size_t)n + sizeof(struct ou_function);
    return ou_from_ptr(code);
}

static ou_val read_value(struct loader *l, int tag, unsigned depth, uint8_t *kind);

static ou_val read_tuple(struct loader *l, unsigned depth, uint8_t *kind)
{
    long n = get_size(l);
    if (n < 0 || ou_stack_check(l->vm) < 0)
        return OU_EXC;
    if (depth >= MAX_DEPTH) {
        damaged(l, "tuples too deep in each other");
        return OU_EXC;
    }
    ou_val tuple = ou_tuple_new(l->vm, (size_t)n, NULL);
    *kind = OU_POOL_NAMES;
    for (long i = 0; tuple != OU_EXC && i < n; i++) {
        uint8_t inner = OU_POOL_OTHER;
        int tag = get_byte(l);
        ou_val v = tag < 0 || tag == OU_TAG_CODE ? OU_EXC : read_value(l, tag, depth + 1, &inner);
        if (v == OU_EXC) {
            if (tag == OU_TAG_CODE)
                damaged(l, "code in a tuple");
            return OU_EXC;
        }
        if (inner != OU_POOL_NAME)
            *kind = OU_POOL_OTHER;
        OU_STORE(l->vm, (void *)tuple, ou_tuple_items(tuple) + i, v);
    }
    return tuple;
}

/* A frozenset: what the compiler makes of `in {...}`. */
static ou_val read_set(struct loader *l, unsigned depth)
{
    uint8_t kind;
    ou_val items = read_tuple(l, depth, &kind);
    ou_val set = items == OU_EXC ? OU_EXC : ou_set_new(l->vm, &ou_type_frozenset);
    for (size_t i = 0; set != OU_EXC && i < ou_tuple_len(items); i++)
        if (ou_set_add(l->vm, set, ou_tuple_items(items)[i]) < 0)
            return OU_EXC;
    return set;
}

/* kind: OU_POOL_OTHER before. */
static ou_val read_value(struct loader *l, int tag, unsigned depth, uint8_t *kind)
{
    ou_val v;
    switch (tag) {
    case OU_TAG_NAME:
    case OU_TAG_STR:
        v = read_text(l, tag == OU_TAG_NAME);
        *kind = ou_is_interned(v) ? OU_POOL_NAME : OU_POOL_STR;
        return v;
    case OU_TAG_BYTES: return read_bytes(l);
    case OU_TAG_INT: return read_int(l);
    case OU_TAG_FLOAT: return read_float(l);
    case OU_TAG_TUPLE: return read_tuple(l, depth, kind);
    case OU_TAG_SET: return read_set(l, depth);
    case OU_TAG_NONE: return OU_NONE;
    case OU_TAG_TRUE: return OU_TRUE;
    case OU_TAG_FALSE: return OU_FALSE;
    case OU_TAG_ELLIPSIS: return OU_ELLIPSIS;
    default: damaged(l, "a constant"); return OU_EXC;
    }
}

/* -- pools -- */

static int read_pool(struct loader *l, struct ou_unit *unit, struct pool *pool, bool long_lived)
{
    struct ou_vm *vm = l->vm;
    long n = get_size(l);
    if (n < 0)
        return -1;
    if (n > 0xfffe)
        return damaged(l, "number of constants");
    pool->n = (unsigned)n;
    if (n == 0)
        return 0;
    pool->kinds = scratch(l, (size_t)n);
    ou_val *values = pool->kinds ? ou_alloc(vm, (size_t)n * sizeof *values,
                                            OU_GC_VALUES | (long_lived ? OU_GC_LONG_LIVED : 0))
                                 : NULL;
    if (!values)
        return -1;
    OU_STORE(vm, unit, &unit->pool, ou_from_ptr(values));
    for (long i = 0; i < n; i++) {
        int tag = get_byte(l);
        pool->kinds[i] = tag == OU_TAG_CODE ? OU_POOL_CODE : OU_POOL_OTHER;
        ou_val v = tag < 0              ? OU_EXC
                   : tag == OU_TAG_CODE ? read_code(l, long_lived)
                                        : read_value(l, tag, 0, &pool->kinds[i]);
        if (v == OU_EXC)
            return -1;
        values = (ou_val *)unit->pool;
        OU_STORE(vm, values, values + i, v);
    }
    return 0;
}

static struct ou_pool_view view_of(const struct ou_unit *unit, const struct pool *pool)
{
    return (struct ou_pool_view){(const ou_val *)unit->pool, pool->kinds, pool->n};
}

static int refused(struct loader *l, const struct ou_code *code, const char *problem)
{
    if (!problem)
        return 0;
    if (*problem)
        return damaged(l, problem);
    ou_raise_memory(l->vm, ou_code_total_size(code));
    return -1;
}

/* Verifies the code in the pool of `unit`.  Its functions index the pool of the module, but for those that say that
 * they index this one (see ou_op_make_function). */
static int verify_pool(struct loader *l, const struct ou_unit *unit, const struct pool *pool,
                       const struct ou_pool_view *module)
{
    for (int pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < pool->n; i++) {
            if (pool->kinds[i] != OU_POOL_CODE)
                continue;
            struct ou_pool_view own = view_of(unit, pool);
            const struct ou_code *code = (const struct ou_code *)own.values[i];
            const struct ou_pool_view *view = code->flags & OU_CODE_SAME_UNIT ? &own : module;
            const char *problem = pass == 0 ? ou_code_verify_head(code, ou_code_total_size(code), view, false)
                                            : ou_code_verify(l->vm, code, view);
            if (refused(l, code, problem) < 0)
                return -1;
        }
    return 0;
}

/* -- the file -- */

/* Reads the header and checks it; what follows is left to be read. */
static int read_header(struct loader *l, uint32_t *checksum)
{
    uint8_t h[OU_PRECOMPILED_HEADER];
    l->left = sizeof h;
    l->position = l->fill = 0;
    l->at = 0;
    if (get_bytes(l, h, sizeof h) < 0)
        return -1;
    if (memcmp(h, OU_PRECOMPILED_MAGIC, 4) != 0)
        return damaged(l, "this is no precompiled file");
    if (h[4] != OU_PRECOMPILED_FORMAT || h[5] != OU_PRECOMPILED_BYTECODE || h[6] != OU_INS_COUNT || h[7] != 0)
        return fail(l, "made by another version of Ouro");
    memcpy(&l->left, h + 8, 4);
    memcpy(checksum, h + 12, 4);
    return 0;
}

static int check_sum(struct loader *l)
{
    uint32_t want, sum = 0;
    if (read_header(l, &want) < 0)
        return -1;
    while (l->left > 0) {
        if (l->position == l->fill && refill(l) < 0)
            return -1;
        size_t n = l->fill - l->position;
        n = n < l->left ? n : l->left;
        sum = ou_crc32(sum, l->buffer + l->position, n);
        l->position += (unsigned)n;
        l->left -= (uint32_t)n;
    }
    return sum == want ? 0 : damaged(l, "its checksum is wrong");
}

/* The function of the next statement; OU_STOP at the end. */
static ou_val read_statement(struct loader *l, ou_val unit, const struct pool *module)
{
    struct ou_vm *vm = l->vm;
    struct pool pool = {0};
    int tag = get_byte(l);
    if (tag == OU_TAG_END && l->left == 0)
        return OU_STOP;
    if (tag != OU_TAG_STATEMENT) {
        if (tag >= 0)
            damaged(l, "a statement");
        return OU_EXC;
    }
    const struct ou_unit *from = (const struct ou_unit *)unit;
    ou_val function = ou_statement_new(vm, unit);
    if (function == OU_EXC)
        return OU_EXC;
    struct ou_function *f = (struct ou_function *)function;
    struct ou_unit *to = (struct ou_unit *)f->unit;
    ou_val code = read_pool(l, to, &pool, false) < 0 ? OU_EXC : read_code(l, false);
    struct ou_pool_view home = view_of(from, module), view = view_of(to, &pool);
    const struct ou_code *block = (const struct ou_code *)code;
    if (code != OU_EXC &&
        (verify_pool(l, to, &pool, &home) < 0 ||
         refused(l, block, ou_code_verify_head(block, ou_code_total_size(block), &view, true)) < 0 ||
         refused(l, block, ou_code_verify(vm, block, &view)) < 0))
        code = OU_EXC;
    ou_outer_free(vm->outer, pool.kinds);
    if (code == OU_EXC)
        return OU_EXC;
    OU_STORE(vm, f, &f->code, code);
    return function;
}

/* As with source, that the next statement is loaded is no allocation of a program that has locked the heap. */
static ou_val next_statement(struct loader *l, ou_val unit, const struct pool *module)
{
    struct ou_heap *heap = &l->vm->heap;
    int depth = ou_gc_lock_depth(heap);
    bool enabled = ou_gc_enabled(heap);
    for (int i = 0; i < depth; i++)
        ou_gc_unlock(heap);
    ou_gc_set_enabled(heap, true);
    ou_val v = read_statement(l, unit, module);
    ou_gc_set_enabled(heap, enabled);
    for (int i = 0; i < depth; i++)
        ou_gc_lock(heap);
    return v;
}

static int read_module(struct loader *l, ou_val unit_value, struct pool *pool)
{
    struct ou_unit *unit = (struct ou_unit *)unit_value;
    uint32_t checksum;
    if (read_header(l, &checksum) < 0)
        return -1;
    int tag = get_byte(l);
    if (tag < 0)
        return -1;
    if (tag != OU_TAG_STR)
        return damaged(l, "the name of its source");
    ou_val name = read_text(l, false);
    if (name == OU_EXC)
        return -1;
    OU_STORE(l->vm, unit, &unit->filename, name);
    if (read_pool(l, unit, pool, true) < 0 || get_padding(l) < 0)
        return -1;
    ou_lookup_code_added(l->vm, unit_value, l->code_bytes + pool->n * sizeof(ou_val));
    struct ou_pool_view view = view_of(unit, pool);
    return verify_pool(l, unit, pool, &view);
}

ou_val ou_run_precompiled(struct ou_vm *vm, const struct ou_precompiled_source *source, ou_val unit,
                          ou_val path)
{
    struct loader l = {.vm = vm, .reader = source->reader, .path = path, .mapped = source->mapped};
    struct pool pool = {0};
    ou_val v = OU_EXC;
    if (check_sum(&l) == 0 && source->rewind(vm, l.reader.ctx) == 0 && read_module(&l, unit, &pool) == 0)
        v = OU_NONE;
    while (v != OU_EXC) {
        ou_val function = next_statement(&l, unit, &pool);
        if (function == OU_STOP)
            break;
        v = function == OU_EXC ? OU_EXC : ou_call_0(vm, function);
        if (v != OU_EXC && ou_poll(vm) < 0)
            v = OU_EXC;
    }
    ou_outer_free(vm->outer, pool.kinds);
    return v == OU_EXC ? OU_EXC : OU_NONE;
}

/* -- sources -- */

bool ou_is_precompiled_name(const char *path, size_t n)
{
    return n > 3 && memcmp(path + n - 3, ".oc", 3) == 0;
}

static int rewind_text(struct ou_vm *vm, void *ctx)
{
    (void)vm;
    ((struct ou_text_source *)ctx)->position = 0;
    return 0;
}

static int rewind_file(struct ou_vm *vm, void *ctx)
{
    long at = ou_port_file_seek(((struct ou_file_source *)ctx)->handle, 0, 0);
    return at < 0 ? ou_fail(ou_raise_os_error(vm, (int)-at, OU_ABSENT)) : 0;
}

struct ou_precompiled_source ou_precompiled_text(struct ou_text_source *text)
{
    return (struct ou_precompiled_source){ou_text_reader(text), rewind_text, NULL};
}

struct ou_precompiled_source ou_precompiled_file(struct ou_file_source *file)
{
    return (struct ou_precompiled_source){ou_file_reader(file), rewind_file, ou_port_file_map(file->handle)};
}
