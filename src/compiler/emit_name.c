/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Variables: where a name lives, and the instructions that read, write and delete it there.
 */
#include "compiler/emit.h"

static bool is_local(const struct ou_symbol *s)
{
    return (s->flags & OU_SYMBOL_BOUND) && !(s->flags & (OU_SYMBOL_GLOBAL | OU_SYMBOL_NONLOCAL));
}

static struct ou_place in_register(struct ou_symbol *s)
{
    return (struct ou_place){s->flags & OU_SYMBOL_CELL ? OU_PLACE_CELL : OU_PLACE_LOCAL, s->reg, s};
}

struct ou_place ou_find_place(struct ou_function_state *f, uintptr_t name)
{
    struct ou_compiler *c = f->c;
    const struct ou_place global = {OU_PLACE_GLOBAL, 0, NULL};
    if (c->failed)
        return global;
    struct ou_scope *s = f->current;
    for (; s->kind == OU_SCOPE_COMPREHENSION; s = s->parent) {
        struct ou_symbol *sym = ou_scope_find(c, s, name);
        if (sym && is_local(sym))
            return in_register(sym);
    }
    bool direct = s == f->current;
    struct ou_symbol *sym = ou_scope_find(c, s, name);
    if (sym && (sym->flags & OU_SYMBOL_GLOBAL))
        return global;
    switch (s->kind) {
    case OU_SCOPE_FUNCTION:
        if (sym && is_local(sym))
            return in_register(sym);
        return sym && (sym->flags & OU_SYMBOL_FREE) ? (struct ou_place){OU_PLACE_FREE, sym->index, sym}
                                                    : global;
    case OU_SCOPE_CLASS:
        if (!direct && f->class_cell >= 0 && ou_literal(c, name) == OU_S(__class__))
            return (struct ou_place){OU_PLACE_CELL, (uint8_t)f->class_cell, NULL};
        if (sym && (sym->flags & OU_SYMBOL_NONLOCAL))
            return (struct ou_place){OU_PLACE_FREE, sym->index, sym};
        if (direct && sym && (sym->flags & (OU_SYMBOL_FREE | OU_SYMBOL_BOUND)) == OU_SYMBOL_FREE)
            return (struct ou_place){OU_PLACE_NAME_FREE, sym->index, sym};
        if (direct)
            return (struct ou_place){OU_PLACE_NAME, 0, sym};
        return sym && (sym->flags & OU_SYMBOL_FREE) ? (struct ou_place){OU_PLACE_FREE, sym->index, sym}
                                                    : global;
    default: return f->namespace ? (struct ou_place){OU_PLACE_NAME, 0, sym} : global;
    }
}

/* Bound for sure from here on. */
static void mark_sure(struct ou_function_state *f, const struct ou_place *p)
{
    if (p->symbol && !(p->symbol->flags & (OU_SYMBOL_DELETED | OU_SYMBOL_EXCEPT)))
        ou_set_sure(f, p->index, true);
}

int ou_load_name(struct ou_function_state *f, uintptr_t name, int want)
{
    struct ou_place p = ou_find_place(f, name);
    if (p.kind == OU_PLACE_LOCAL) {
        if (!ou_is_sure(f, p.index)) {
            ou_emit(f, OU_INS_CHECK_LOCAL, p.index);
            ou_check_name(f, name, p.index, false);
            mark_sure(f, &p);
        }
        if (want < 0)
            return p.index;
        ou_move(f, want, p.index);
        return want;
    }
    if (want < 0)
        want = ou_reg(f);
    switch (p.kind) {
    case OU_PLACE_CELL:
        if (!ou_is_sure(f, p.index) && p.symbol)
            ou_check_name(f, name, p.index, false);
        ou_emit(f, OU_INS_GET_CELL, want, p.index);
        mark_sure(f, &p);
        break;
    case OU_PLACE_FREE:
        if (!(p.symbol->flags & OU_SYMBOL_SURE))
            ou_check_name(f, name, p.index, true);
        ou_emit(f, OU_INS_GET_FREE, want, p.index);
        break;
    case OU_PLACE_NAME: ou_emit(f, OU_INS_GET_NAME, want, (int)ou_name_constant(f, name)); break;
    case OU_PLACE_NAME_FREE:
        ou_check_name(f, name, p.index, true);
        ou_emit(f, OU_INS_GET_NAME_FREE, want, p.index, (int)ou_name_constant(f, name));
        break;
    default: ou_emit(f, OU_INS_GET_GLOBAL, want, (int)ou_name_constant(f, name)); break;
    }
    return want;
}

void ou_store_name(struct ou_function_state *f, uintptr_t name, int reg)
{
    struct ou_place p = ou_find_place(f, name);
    switch (p.kind) {
    case OU_PLACE_LOCAL:
        ou_move(f, p.index, reg);
        mark_sure(f, &p);
        break;
    case OU_PLACE_CELL:
        ou_emit(f, OU_INS_SET_CELL, p.index, reg);
        mark_sure(f, &p);
        break;
    case OU_PLACE_FREE: ou_emit(f, OU_INS_SET_FREE, p.index, reg); break;
    case OU_PLACE_NAME:
    case OU_PLACE_NAME_FREE: ou_emit(f, OU_INS_SET_NAME, reg, (int)ou_name_constant(f, name)); break;
    default: ou_emit(f, OU_INS_SET_GLOBAL, reg, (int)ou_name_constant(f, name)); break;
    }
}

void ou_delete_name(struct ou_function_state *f, uintptr_t name)
{
    struct ou_place p = ou_find_place(f, name);
    switch (p.kind) {
    case OU_PLACE_LOCAL:
        ou_check_name(f, name, p.index, false);
        ou_emit(f, OU_INS_DELETE_LOCAL, p.index);
        ou_set_sure(f, p.index, false);
        break;
    case OU_PLACE_CELL:
        ou_check_name(f, name, p.index, false);
        ou_emit(f, OU_INS_DELETE_CELL, p.index);
        ou_set_sure(f, p.index, false);
        break;
    case OU_PLACE_FREE:
        ou_check_name(f, name, p.index, true);
        ou_emit(f, OU_INS_DELETE_FREE, p.index);
        break;
    case OU_PLACE_NAME:
    case OU_PLACE_NAME_FREE: ou_emit(f, OU_INS_DELETE_NAME, (int)ou_name_constant(f, name)); break;
    default: ou_emit(f, OU_INS_DELETE_GLOBAL, (int)ou_name_constant(f, name)); break;
    }
}

/* The end of `except ... as name`: also if the body has deleted the name itself. */
void ou_unbind_name(struct ou_function_state *f, uintptr_t name)
{
    struct ou_place p = ou_find_place(f, name);
    int top = f->top;
    if (p.kind == OU_PLACE_LOCAL) {
        ou_emit(f, OU_INS_LOAD_UNBOUND, p.index);
        ou_set_sure(f, p.index, false);
        return;
    }
    int t = ou_reg(f);
    if (p.kind == OU_PLACE_CELL || p.kind == OU_PLACE_FREE) {
        ou_emit(f, OU_INS_LOAD_UNBOUND, t);
        ou_store_name(f, name, t);
        if (p.kind == OU_PLACE_CELL)
            ou_set_sure(f, p.index, false);
    } else {
        ou_emit(f, OU_INS_LOAD_NONE, t);
        ou_store_name(f, name, t);
        ou_delete_name(f, name);
    }
    f->top = (uint16_t)top;
}

int ou_local_register(struct ou_function_state *f, const struct ou_node *target)
{
    if (target->kind != OU_NODE_NAME)
        return -1;
    struct ou_place p = ou_find_place(f, target->name);
    return p.kind == OU_PLACE_LOCAL ? p.index : -1;
}
