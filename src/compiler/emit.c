/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Instructions, jumps, the line table, handler ranges, and the code block at the end.
 *
 * All functions being compiled share four buffers, as stacks: an inner function is finished before
 * the outer one goes on.
 */
#include "object/core/lookup.h"
#include "base/base.h"
#include "compiler/emit.h"
#include <stdarg.h>

/* Instructions whose line nobody asks for. */
static bool cannot_raise(enum ou_opcode op)
{
    switch (op) {
    case OU_INS_MOVE:
    case OU_INS_LOAD_INT8:
    case OU_INS_LOAD_INT16:
    case OU_INS_LOAD_K:
    case OU_INS_LOAD_NONE:
    case OU_INS_LOAD_TRUE:
    case OU_INS_LOAD_FALSE:
    case OU_INS_LOAD_UNBOUND:
    case OU_INS_JUMP:
    case OU_INS_JUMP_BACK:
    case OU_INS_RETURN:
    case OU_INS_RETURN_NONE:
    case OU_INS_J_NONE:
    case OU_INS_N_NONE:
    case OU_INS_J_IS:
    case OU_INS_N_IS:
    case OU_INS_SET_CELL:
    case OU_INS_SET_FREE:
    case OU_INS_RERAISE:
    case OU_INS_MAKE_CELL: return true;
    default: return false;
    }
}

static void add_line(struct ou_function_state *f)
{
    struct ou_compiler *c = f->c;
    uint32_t pc = ou_here(f);
    if (!f->first_line) {
        f->first_line = f->last_line = f->line;
        return;
    }
    uint32_t advance = pc - f->last_pc;
    for (; advance > 31; advance -= 31)
        ou_vector_add(c, &c->lines, 31);
    int32_t delta = (int32_t)(f->line - f->last_line);
    if (delta >= 0 && delta <= 6) {
        ou_vector_add(c, &c->lines, (uint8_t)(advance | (uint32_t)delta << 5));
    } else {
        ou_vector_add(c, &c->lines, (uint8_t)(advance | 7u << 5));
        uint32_t zigzag = delta < 0 ? ((uint32_t)-delta << 1) - 1 : (uint32_t)delta << 1;
        for (; zigzag >= 128; zigzag >>= 7)
            ou_vector_add(c, &c->lines, (uint8_t)(zigzag | 128));
        ou_vector_add(c, &c->lines, (uint8_t)zigzag);
    }
    f->last_line = f->line;
    f->last_pc = pc;
}

static uint8_t *start_instruction(struct ou_function_state *f, enum ou_opcode op)
{
    struct ou_compiler *c = f->c;
    if (c->failed)
        return NULL;
    if (f->line != f->last_line && !cannot_raise(op))
        add_line(f);
    if (ou_here(f) > 0xffff - 32)
        ou_error_in_line(c, &ou_exc_SyntaxError, f->line,
                         "code is too large: more than 65535 bytes in one function");
    return ou_vector_reserve(c, &c->code, 24);
}

static void put_wide(uint8_t *p, int v)
{
    p[0] = (uint8_t)v;
    p[1] = (uint8_t)((unsigned)v >> 8);
}

void ou_emit(struct ou_function_state *f, enum ou_opcode op, ...)
{
    uint8_t *start = start_instruction(f, op), *p = start;
    if (!p || f->c->failed)
        return;
    va_list list;
    va_start(list, op);
    *p++ = (uint8_t)op;
    for (unsigned i = 0; i < ou_instructions[op].count; i++) {
        int v = va_arg(list, int);
        if (OU_OPERAND_WIDE(ou_instructions[op].operands[i])) {
            put_wide(p, v);
            p += 2;
        } else {
            *p++ = (uint8_t)v;
        }
    }
    va_end(list);
    f->c->code.size += (uint32_t)(p - start);
}

void ou_emit_jump(struct ou_function_state *f, enum ou_opcode op, int a, int b, ou_jumps *jumps)
{
    uint8_t *start = start_instruction(f, op), *p = start;
    if (!p || f->c->failed)
        return;
    *p++ = (uint8_t)op;
    if (ou_instructions[op].count > 1)
        *p++ = (uint8_t)a;
    if (ou_instructions[op].count > 2)
        *p++ = (uint8_t)b;
    put_wide(p, (int)*jumps);
    *jumps = ou_here(f) + (uint32_t)(p - start);
    f->c->code.size += (uint32_t)(p - start) + 2;
}

void ou_emit_jump_back(struct ou_function_state *f, uint32_t target)
{
    int distance = (int)target - (int)ou_here(f) - 3;
    if (distance < -0x8000)
        ou_error_in_line(f->c, &ou_exc_SyntaxError, f->line,
                         "code is too large: a jump over more than 32767 bytes");
    ou_emit(f, OU_INS_JUMP_BACK, distance);
}

void ou_patch(struct ou_function_state *f, ou_jumps jumps)
{
    struct ou_compiler *c = f->c;
    while (jumps && !c->failed) {
        uint8_t *p = c->code.data + f->code_base + jumps;
        uint32_t next = (uint32_t)(p[0] | p[1] << 8), distance = ou_here(f) - jumps - 2;
        if (distance > 0x7fff)
            ou_error_in_line(c, &ou_exc_SyntaxError, f->line,
                             "code is too large: a jump over more than 32767 bytes");
        put_wide(p, (int)distance);
        jumps = next;
    }
}

int ou_reg(struct ou_function_state *f)
{
    if (f->top >= OU_MAX_REGISTERS) {
        ou_error_in_line(f->c, &ou_exc_SyntaxError, f->line,
                         "too many variables and temporary values in one function (limit: %d)",
                         OU_MAX_REGISTERS);
        return 0;
    }
    int r = f->top++;
    if (f->top > f->max)
        f->max = f->top;
    return r;
}

void ou_move(struct ou_function_state *f, int to, int from)
{
    if (to != from)
        ou_emit(f, OU_INS_MOVE, to, from);
}

void ou_flow_merge(struct ou_flow *into, const struct ou_flow *from)
{
    if (from->dead)
        return;
    if (into->dead) {
        *into = *from;
        return;
    }
    for (unsigned i = 0; i < 8; i++)
        into->assigned[i] &= from->assigned[i];
}

void ou_check_name(struct ou_function_state *f, uintptr_t name, unsigned index, bool free)
{
    struct ou_compiler *c = f->c;
    for (uint32_t i = f->checked_base; i < c->checked.size; i += sizeof(struct ou_code_checked)) {
        struct ou_code_checked e;
        memcpy(&e, c->checked.data + i, sizeof e);
        if (e.index == index && e.free == free)
            return;
    }
    struct ou_code_checked e = {(uint16_t)ou_name_constant(f, name), (uint8_t)index, free};
    if ((c->checked.size - f->checked_base) / sizeof e >= 255) /* then it goes without a name */
        return;
    uint8_t *p = ou_vector_reserve(c, &c->checked, sizeof e);
    if (p) {
        memcpy(p, &e, sizeof e);
        c->checked.size += sizeof e;
    }
}

/* -- handlers -- */

void ou_emit_handler(struct ou_function_state *f, struct ou_block *b, enum ou_handler_kind kind)
{
    struct ou_compiler *c = f->c;
    struct ou_code_handler h = {(uint16_t)b->start, (uint16_t)ou_here(f), (uint16_t)b->entries, b->reg,
                                (uint8_t)kind};
    if (b->start >= ou_here(f) || c->failed)
        return;
    uint32_t n = (c->handlers.size - f->handlers_base) / sizeof h;
    if (n >= 0xfff0) {
        ou_error_in_line(c, &ou_exc_SyntaxError, f->line,
                         "too many exception handlers in one function (limit: 65520)");
        return;
    }
    uint8_t *p = ou_vector_reserve(c, &c->handlers, sizeof h);
    if (!p)
        return;
    memcpy(p, &h, sizeof h);
    c->handlers.size += sizeof h;
    b->entries = n + 1;
}

void ou_resolve_handlers(struct ou_function_state *f, struct ou_block *b)
{
    struct ou_compiler *c = f->c;
    while (b->entries && !c->failed) {
        struct ou_code_handler h;
        uint8_t *p = c->handlers.data + f->handlers_base + (b->entries - 1) * sizeof h;
        memcpy(&h, p, sizeof h);
        b->entries = h.target;
        h.target = (uint16_t)ou_here(f);
        memcpy(p, &h, sizeof h);
    }
}

/* -- functions -- */

void ou_function_open(struct ou_function_state *f, struct ou_compiler *c, struct ou_scope *scope,
                      struct ou_constants *pool)
{
    memset(f, 0, sizeof *f);
    f->outer = c->function;
    f->c = c;
    f->scope = f->current = scope;
    f->pool = pool;
    f->code_base = c->code.size;
    f->lines_base = c->lines.size;
    f->handlers_base = c->handlers.size;
    f->checked_base = c->checked.size;
    f->line = scope->line;
    f->prefix = OU_CODE_NO_NAME;
    f->class_cell = -1;
    c->function = f;
}

/* The qualified name of f followed by what stands before names of its inner functions; as a pool index. */
static unsigned qualified_prefix(struct ou_function_state *f)
{
    struct ou_compiler *c = f->c;
    if (!OU_WITH_QUALNAMES || f->prefix != OU_CODE_NO_NAME || f->scope->kind == OU_SCOPE_MODULE || c->failed)
        return f->prefix;
    struct ou_builder b;
    struct ou_function_state *chain[32];
    unsigned n = 0;
    for (struct ou_function_state *s = f; s && s->scope->kind != OU_SCOPE_MODULE && n < 32; s = s->outer)
        chain[n++] = s;
    ou_val v;
    if (n == 1 && f->scope->kind == OU_SCOPE_CLASS) {
        v = ou_literal(c, f->scope->name);
    } else {
        ou_builder_init(c->vm, &b);
        for (unsigned i = n; i-- > 0;) {
            ou_builder_add_str(&b, ou_literal(c, chain[i]->scope->name));
            ou_builder_add_c(&b, chain[i]->scope->kind == OU_SCOPE_FUNCTION ? ".<locals>" : "");
            if (i)
                ou_builder_add_c(&b, ".");
        }
        v = ou_builder_str(&b);
    }
    if (v == OU_EXC) {
        ou_compile_fail_pending(c);
        return OU_CODE_NO_NAME;
    }
    /* Functions index the pool of the module; in a class body at top level f->pool is another one. */
    struct ou_constants *pool = f->pool;
    f->pool = &c->module_pool;
    f->prefix = (uint16_t)ou_constant(f, v);
    f->pool = pool;
    return f->prefix;
}

static uint16_t *put_names(struct ou_function_state *f, uint16_t *p, const struct ou_node *parameters)
{
    struct ou_compiler *c = f->c;
    struct ou_symbol *s = f->scope->symbols;
    for (const struct ou_node *n = parameters; n; n = n->next, s = s->next) {
        ou_assert(s); /* parameters are the first symbols of their scope */
        *p++ = (uint16_t)ou_constant(f, ou_literal(c, s->name));
    }
    return p;
}

/* Where the function that makes this one finds each captured variable. */
static void put_free(struct ou_function_state *f, uint16_t *p)
{
    struct ou_compiler *c = f->c;
    for (struct ou_symbol *s = f->scope->symbols; s; s = s->next) {
        if (!(s->flags & OU_SYMBOL_FREE))
            continue;
        struct ou_function_state *maker = f->outer;
        ou_assert(maker); /* a module has no free variables */
        ou_val name = ou_literal(c, s->name);
        uint16_t source = 0;
        if (name == OU_S(__class__) && maker->class_cell >= 0) {
            source = (uint16_t)maker->class_cell;
        } else {
            struct ou_scope *scope = maker->current;
            for (;; scope = scope->parent) {
                struct ou_symbol *m = ou_scope_find(c, scope, s->name);
                if (m && (m->flags & OU_SYMBOL_CELL)) {
                    source = m->reg;
                    break;
                }
                if (m && (m->flags & OU_SYMBOL_FREE)) {
                    source = 0x100 | m->index;
                    break;
                }
                if (scope == maker->scope)
                    break;
            }
        }
        p[s->index] = source;
    }
}

static uint8_t *put_bytes(uint8_t *to, const struct ou_vector *v, uint32_t base, uint32_t n)
{
    if (n) /* else there may be no buffer */
        memcpy(to, v->data + base, n);
    return to + n;
}

static unsigned varint_size(uint32_t v)
{
    unsigned n = 1;
    for (; v >= 128; v >>= 7)
        n++;
    return n;
}

ou_val ou_function_close(struct ou_function_state *f, const struct ou_code_head *head, bool long_lived)
{
    struct ou_compiler *c = f->c;
    uint32_t code_size = ou_here(f), lines = c->lines.size - f->lines_base;
    uint32_t handlers = c->handlers.size - f->handlers_base, checked = c->checked.size - f->checked_base;
    uint32_t first_line = f->first_line ? f->first_line : f->scope->line;
    unsigned n_names = head->n_pos ? head->n_pos : 0, counts[5] = {0};
    for (const struct ou_node *p = head->parameters; p; p = p->next, n_names++)
        counts[p->op]++;
    struct ou_code code = {.scope = OU_CODE_NO_NAME};
    struct ou_code_extra extra = ou_code_no_extra;
    code.name = (uint16_t)ou_constant(f, head->name);
    if (f->outer && f->outer->scope->kind != OU_SCOPE_MODULE && f->scope->kind == OU_SCOPE_FUNCTION)
        code.scope = (uint16_t)qualified_prefix(f->outer);
    code.code_size = (uint16_t)code_size;
    code.n_regs = (uint8_t)f->max;
    extra.n_pos_only = (uint8_t)counts[OU_PARAMETER_POS_ONLY];
    code.n_pos = (uint8_t)(head->n_pos + counts[OU_PARAMETER_POS_ONLY] + counts[OU_PARAMETER_POS]);
    extra.n_kw_only = (uint8_t)counts[OU_PARAMETER_KW_ONLY];
    code.n_defaults = (uint8_t)head->n_defaults;
    extra.n_free = (uint8_t)f->scope->n_free;
    extra.n_checked = (uint8_t)(checked / sizeof(struct ou_code_checked));
    extra.n_handlers = (uint16_t)(handlers / sizeof(struct ou_code_handler));
    code.flags = (uint8_t)(head->flags | (counts[OU_PARAMETER_VARARGS] ? OU_CODE_VARARGS : 0) |
                           (counts[OU_PARAMETER_VARKW] ? OU_CODE_VARKW : 0));
    if (head->doc != OU_ABSENT && !c->failed)
        extra.doc = (uint16_t)ou_constant(f, head->doc);
    bool has_extra = memcmp(&extra, &ou_code_no_extra, sizeof extra) != 0;
    code.flags |= (uint8_t)((extra.n_kw_only ? OU_CODE_KW_ONLY : 0) | (has_extra ? OU_CODE_EXTRA : 0));
    ou_val result = OU_EXC;
    size_t start = sizeof code + (has_extra ? sizeof extra : 0) + 2 * ((size_t)n_names + extra.n_free) +
                   checked + handlers + varint_size(first_line) + lines;
    size_t size = start + code_size;
    code.start = (uint16_t)start;
    struct ou_code *block = NULL;
    if (code_size > 0xffff || start > 0xffff)
        ou_error_in_line(c, &ou_exc_SyntaxError, f->scope->line,
                         "code is too large: more than 65535 bytes in one function");
    /* Names first: adding to the pool may collect, and the block is not complete. */
    for (struct ou_symbol *s = f->scope->symbols; s && head->parameters && !c->failed; s = s->next)
        if (s->flags & OU_SYMBOL_PARAMETER)
            ou_constant(f, ou_literal(c, s->name));
    if (!c->failed) {
        block = ou_alloc(c->vm, size, OU_GC_RAW | (long_lived ? OU_GC_LONG_LIVED : 0));
        if (!block)
            ou_compile_fail_pending(c);
    }
    if (block) {
        *block = code;
        if (has_extra)
            memcpy(block + 1, &extra, sizeof extra);
        uint16_t *p = (uint16_t *)ou_code_names(block);
        if (head->n_pos)
            *p++ = code.name;
        p = put_names(f, p, head->parameters);
        put_free(f, p);
        uint8_t *q = (uint8_t *)(p + extra.n_free);
        q = put_bytes(q, &c->checked, f->checked_base, checked);
        q = put_bytes(q, &c->handlers, f->handlers_base, handlers);
        for (; first_line >= 128; first_line >>= 7)
            *q++ = (uint8_t)(first_line | 128);
        *q++ = (uint8_t)first_line;
        q = put_bytes(q, &c->lines, f->lines_base, lines);
        put_bytes(q, &c->code, f->code_base, code_size);
        result = ou_from_ptr(block);
        if (long_lived)
            ou_lookup_code_added(c->vm, c->unit, size + sizeof(struct ou_function));
    }
    c->code.size = f->code_base;
    c->lines.size = f->lines_base;
    c->handlers.size = f->handlers_base;
    c->checked.size = f->checked_base;
    c->function = f->outer;
    return result;
}
