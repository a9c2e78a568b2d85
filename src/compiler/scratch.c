/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The compiler's memory: scratch blocks, vectors, the arena of nodes, the table of literals, and the
 * errors that end a compilation.
 *
 * The arena is a stack of chunks.  A mark taken before a statement and released after it gives
 * everything back; one chunk of the smallest size is kept for the next statement.  The literals that a
 * statement mentions (names, strings, numbers) are held by a VALUES block that is a root, so that the
 * tree needs none; the mark covers them too.
 *
 * While a top-level statement runs, which may be a class or an import, what its compilation needed is given
 * back (ou_scratch_release).  What is small stays: when the statement has filled the memory, the next one,
 * which may be there to make room, can still be compiled.
 */
#include "compiler/state.h"
#include "object/errors/message.h"

#define FIRST_CHUNK ((size_t)(OU_WORD_BITS == 32 ? 192 : 384))
#define LAST_CHUNK ((size_t)8192)
#define SMALL_VECTOR 256u  /* bytes: not worth giving back */
#define SMALL_LITERALS 24u /* entries: the same */

void ou_compile_fail_pending(struct ou_compiler *c)
{
    c->failed = true;
    c->token.kind = OU_TOKEN_ERROR;
}

void ou_compile_fail(struct ou_compiler *c, const struct ou_type *type, const struct ou_where *where,
                     ou_val message)
{
    if (c->failed)
        return;
    ou_compile_fail_pending(c);
    struct ou_vm *vm = c->vm;
    if (message == OU_EXC)
        return;
    if (c->lexer.in_memory) {
        message = ou_str_format(vm, "f-string: %v", message);
        if (message == OU_EXC)
            return;
    }
    ou_val place[4] = {((struct ou_unit *)c->unit)->filename, ou_small((ou_int)where->line),
                       where->column ? ou_small((ou_int)where->column) : OU_NONE, OU_NONE};
    ou_val details = ou_tuple_new(vm, 4, place);
    if (details == OU_EXC)
        return;
    ou_val exception = ou_call_2(vm, OU_ROM(type), message, details);
    if (exception != OU_EXC)
        ou_raise_value(vm, exception);
}

static void error_at(struct ou_compiler *c, const struct ou_where *where, const struct ou_message *message,
                     va_list arguments)
{
    const struct ou_type *type;
    if (c->failed)
        return;
    ou_val text = ou_message_format(c->vm, message, &type, arguments);
    ou_compile_fail(c, type, where, text);
}

void ou_error_at(struct ou_compiler *c, const struct ou_where *where, const struct ou_message *message, ...)
{
    va_list arguments;
    va_start(arguments, message);
    error_at(c, where, message, arguments);
    va_end(arguments);
}

void ou_error_of_line(struct ou_compiler *c, uint32_t line, const struct ou_message *message, ...)
{
    va_list arguments;
    va_start(arguments, message);
    error_at(c, &(struct ou_where){line, 0}, message, arguments);
    va_end(arguments);
}

void ou_error_of_node(struct ou_compiler *c, const struct ou_node *n, const struct ou_message *message, ...)
{
    va_list arguments;
    va_start(arguments, message);
    error_at(c, &(struct ou_where){n->line, n->column}, message, arguments);
    va_end(arguments);
}

void ou_error_of_token(struct ou_compiler *c, const struct ou_message *message, ...)
{
    va_list arguments;
    va_start(arguments, message);
    error_at(c, &c->token.where, message, arguments);
    va_end(arguments);
}

#if !OU_WITH_SYNTAX_WORDS
void ou_invalid_at(struct ou_compiler *c, const struct ou_type *type, uint32_t line, uint32_t column)
{
    static const char text[] = "invalid syntax";
    if (!c->failed)
        ou_compile_fail(c, type, &(struct ou_where){line, column}, ou_str_new(c->vm, text, sizeof text - 1));
}

void ou_invalid_at_node(struct ou_compiler *c, const struct ou_node *n)
{
    ou_invalid_at(c, &ou_exc_SyntaxError, n->line, n->column);
}

void ou_invalid_at_token(struct ou_compiler *c)
{
    ou_invalid_at(c, &ou_exc_SyntaxError, c->token.where.line, c->token.where.column);
}
#endif

void *ou_scratch_alloc(struct ou_compiler *c, void *old, size_t size)
{
    if (c->failed)
        return NULL;
    struct ou_vm *vm = c->vm;
    for (int attempt = 0;; attempt++) {
        void *p = old ? ou_outer_realloc(vm->outer, old, size, true)
                      : ou_outer_alloc(vm->outer, size, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
        if (p)
            return p;
        if (attempt == 1)
            break;
        ou_gc_shrink(&vm->heap);
    }
    ou_raise_memory(vm, size);
    ou_compile_fail_pending(c);
    return NULL;
}

void ou_scratch_free(struct ou_compiler *c, void *p) { ou_outer_free(c->vm->outer, p); }

uint8_t *ou_vector_reserve(struct ou_compiler *c, struct ou_vector *v, size_t n)
{
    if (n <= v->capacity - v->size)
        return v->data + v->size;
    size_t capacity = v->capacity + v->capacity / 2;
    if (capacity < v->size + n)
        capacity = v->size + n;
    capacity = ou_align_up(capacity < 24 ? 24 : capacity, 8);
    uint8_t *data = capacity > UINT32_MAX / 4 ? NULL : ou_scratch_alloc(c, v->data, capacity);
    if (!data) {
        ou_compile_fail_pending(c);
        return NULL;
    }
    v->data = data;
    v->capacity = (uint32_t)capacity;
    return data + v->size;
}

void ou_vector_add(struct ou_compiler *c, struct ou_vector *v, uint8_t byte)
{
    uint8_t *p = ou_vector_reserve(c, v, 1);
    if (p) {
        *p = byte;
        v->size++;
    }
}

/* -- arena -- */

void *ou_arena_alloc(struct ou_compiler *c, size_t size)
{
    size = ou_align_up(size, sizeof(void *));
    struct ou_chunk *chunk = c->arena;
    if (!chunk || chunk->size - chunk->used < size) {
        if (c->failed)
            return NULL;
        size_t capacity = chunk ? 2 * (size_t)chunk->size : FIRST_CHUNK - sizeof *chunk;
        if (capacity > LAST_CHUNK)
            capacity = LAST_CHUNK;
        if (capacity < size)
            capacity = size;
        struct ou_chunk *fresh = c->spare;
        if (fresh && fresh->size >= capacity) {
            c->spare = NULL;
        } else {
            fresh = ou_scratch_alloc(c, NULL, sizeof *fresh + capacity);
            if (!fresh)
                return NULL;
            fresh->size = (uint32_t)capacity;
        }
        fresh->previous = chunk;
        fresh->used = 0;
        c->arena = chunk = fresh;
    }
    void *p = (char *)(chunk + 1) + chunk->used;
    chunk->used += (uint32_t)size;
    return memset(p, 0, size);
}

struct ou_arena_mark ou_arena_mark(struct ou_compiler *c)
{
    return (struct ou_arena_mark){c->arena, c->arena ? c->arena->used : 0, c->n_literals};
}

void ou_arena_release(struct ou_compiler *c, struct ou_arena_mark mark)
{
    while (c->arena != mark.chunk) {
        struct ou_chunk *chunk = c->arena;
        c->arena = chunk->previous;
        if (!c->spare && chunk->size <= FIRST_CHUNK)
            c->spare = chunk;
        else
            ou_scratch_free(c, chunk);
    }
    if (mark.chunk)
        mark.chunk->used = mark.used;
    for (uint32_t i = mark.literals; i < c->n_literals; i++)
        OU_STORE(c->vm, (void *)c->literals, (ou_val *)c->literals + i, OU_ABSENT);
    c->n_literals = mark.literals;
}

void ou_arena_free(struct ou_compiler *c)
{
    while (c->arena) {
        struct ou_chunk *chunk = c->arena;
        c->arena = chunk->previous;
        ou_scratch_free(c, chunk);
    }
    ou_scratch_free(c, c->spare);
    c->spare = NULL;
}

void ou_scratch_release(struct ou_compiler *c)
{
    struct ou_vector *vectors[] = {&c->text, &c->strings, &c->code, &c->lines, &c->handlers, &c->checked};
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct ou_vector *v = vectors[i];
        if (v->size || v->capacity <= SMALL_VECTOR)
            continue;
        if (v == &c->strings) { /* even empty text has an address */
            (void)!ou_outer_realloc(c->vm->outer, v->data, SMALL_VECTOR, false);
            v->capacity = SMALL_VECTOR;
        } else {
            ou_scratch_free(c, v->data);
            *v = (struct ou_vector){.data = NULL};
        }
    }
    if (c->literals != OU_ABSENT && !c->n_literals &&
        ou_gc_size(&c->vm->heap, (void *)c->literals) > SMALL_LITERALS * sizeof(ou_val)) {
        ou_gc_free(&c->vm->heap, (void *)c->literals);
        c->literals = OU_ABSENT;
    }
}

/* -- literals -- */

uint32_t ou_literal_add(struct ou_compiler *c, ou_val v)
{
    if (c->failed)
        return 0;
    struct ou_vm *vm = c->vm;
    const ou_val *old = (const ou_val *)c->literals;
    uint32_t n = c->n_literals;
    /* Names are mentioned many times; far ones may stand twice, so a name is compared by its value. */
    if (ou_is_interned(v))
        for (uint32_t i = n; i > (n > 96 ? n - 96 : 0); i--)
            if (old[i - 1] == v)
                return i - 1;
    size_t capacity = c->literals == OU_ABSENT ? 0 : ou_gc_size(&vm->heap, old) / sizeof(ou_val);
    if (n == capacity) {
        ou_val *fresh =
            ou_alloc(vm, (capacity ? capacity + capacity / 2 : 16) * sizeof(ou_val), OU_GC_VALUES);
        if (!fresh) {
            ou_compile_fail_pending(c);
            return 0;
        }
        old = (const ou_val *)c->literals;
        for (uint32_t i = 0; i < n; i++)
            OU_STORE(vm, fresh, fresh + i, old[i]);
        c->literals = ou_from_ptr(fresh);
        if (n)
            ou_gc_free(&vm->heap, (void *)old);
    }
    OU_STORE(vm, (void *)c->literals, (ou_val *)c->literals + n, v);
    c->n_literals = n + 1;
    return n;
}

/* -- nodes -- */

static const uint8_t field_count[OU_NODE_COUNT] = {
#define X(kind, fields) fields,
    OU_NODE_LIST(X)
#undef X
};

struct ou_node *ou_node_new(struct ou_compiler *c, enum ou_node_kind kind, const struct ou_where *where)
{
    size_t size = offsetof(struct ou_node, a) + field_count[kind] * sizeof(struct ou_node *);
    struct ou_node *n = ou_arena_alloc(c, size);
    if (!n) {
        n = &c->dummy;
        memset(n, 0, sizeof *n);
    }
    n->kind = (uint8_t)kind;
    n->line = where->line & 0xffffff;
    n->column = (uint16_t)where->column;
    return n;
}

struct ou_node *ou_node_take(struct ou_compiler *c, enum ou_node_kind kind)
{
    struct ou_node *n = ou_node_new(c, kind, &c->token.where);
    ou_advance(c);
    return n;
}

struct ou_node *ou_node_around(struct ou_compiler *c, enum ou_node_kind kind, struct ou_node *first)
{
    struct ou_node *n = ou_node_new(c, kind, &(struct ou_where){first->line, first->column});
    n->a = first;
    return n;
}

struct ou_node *ou_node_constant(struct ou_compiler *c, ou_val v, const struct ou_where *where)
{
    if (ou_is_ptr(v) || ou_is_interned(v)) {
        struct ou_node *n = ou_node_new(c, OU_NODE_LITERAL, where);
        n->literal = ou_literal_add(c, v);
        return n;
    }
    struct ou_node *n = ou_node_new(c, OU_NODE_CONST, where);
    n->value = v;
    return n;
}

ou_val ou_node_value(const struct ou_compiler *c, const struct ou_node *n)
{
    if (c->failed)
        return OU_ABSENT;
    if (n->kind == OU_NODE_CONST)
        return n->value;
    if (n->kind == OU_NODE_LITERAL)
        return ou_literal(c, n->literal);
    return OU_ABSENT;
}
