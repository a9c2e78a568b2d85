/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Pools: names and constants, each once.
 *
 * A pool is the VALUES block in a unit; entries are never unbound, so what is in use can be told from the
 * block itself, and two compilers may add to the same unit in turn.  Equal constants are the same entry
 * only if nobody could tell them apart: 1, 1.0 and True differ, and so do 0.0 and -0.0.  A module's pool that
 * cannot grow where it is is copied, since running functions may still look at the old one; that of a
 * statement is used only when it is complete, so the old one is free at once.
 */
#include "object/core/lookup.h"
#include "compiler/emit.h"

static bool same_constant(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (a == b)
        return true;
    if (!ou_is_ptr(a) || !ou_is_ptr(b) || *(const ou_val *)a != *(const ou_val *)b)
        return false;
    if (ou_is_str(a))
        return ou_str_equal(vm, a, b);
    if (OU_WITH_FLOAT && ou_is(a, &ou_type_float)) {
        ou_float x = ou_float_value(a), y = ou_float_value(b);
        return memcmp(&x, &y, sizeof x) == 0;
    }
    if (ou_is(a, &ou_type_bytes)) {
        size_t n, m;
        const uint8_t *p = ou_bytes_data(a, &n), *q = ou_bytes_data(b, &m);
        return n == m && memcmp(p, q, n) == 0;
    }
    if (OU_WITH_BIG_INT && ou_is(a, &ou_type_int)) {
        const struct ou_big *x = (const struct ou_big *)a, *y = (const struct ou_big *)b;
        size_t n = (size_t)(x->size < 0 ? -x->size : x->size);
        return x->size == y->size && memcmp(x->digits, y->digits, n * sizeof x->digits[0]) == 0;
    }
    if (ou_is(a, &ou_type_tuple)) {
        size_t n = ou_tuple_len(a);
        if (n != ou_tuple_len(b))
            return false;
        for (size_t i = 0; i < n; i++)
            if (!same_constant(vm, ou_tuple_items(a)[i], ou_tuple_items(b)[i]))
                return false;
        return true;
    }
    return false;
}

static size_t pool_capacity(struct ou_compiler *c, const struct ou_unit *unit)
{
    return unit->pool == OU_ABSENT ? 0 : ou_gc_size(&c->vm->heap, (const void *)unit->pool) / sizeof(ou_val);
}

/* Brings the hint up to date: the first free entry. */
static void find_fill(struct ou_compiler *c, struct ou_constants *p)
{
    const struct ou_unit *unit = (const struct ou_unit *)p->unit;
    size_t capacity = pool_capacity(c, unit);
    const ou_val *pool = (const ou_val *)unit->pool;
    if (p->fill > capacity)
        p->fill = (uint32_t)capacity;
    while (p->fill > 0 && pool[p->fill - 1] == OU_ABSENT)
        p->fill--;
    while (p->fill < capacity && pool[p->fill] != OU_ABSENT)
        p->fill++;
}

/* Room for at least one entry more.  False: failed. */
static bool pool_grow(struct ou_compiler *c, struct ou_constants *p, size_t capacity)
{
    struct ou_vm *vm = c->vm;
    struct ou_unit *unit = (struct ou_unit *)p->unit;
    size_t size = (capacity ? capacity + capacity / 4 + 8 : 8) * sizeof(ou_val);
    if (capacity && ou_gc_realloc(&vm->heap, (void *)unit->pool, size, false))
        return true;
    ou_val *fresh = ou_alloc(vm, size, OU_GC_VALUES | (p == &c->module_pool ? OU_GC_LONG_LIVED : 0));
    if (!fresh) {
        ou_compile_fail_pending(c);
        return false;
    }
    unit = (struct ou_unit *)p->unit;
    ou_val *old = ou_ptr(unit->pool);
    for (uint32_t i = 0; i < p->fill; i++)
        OU_STORE(vm, fresh, fresh + i, old[i]);
    OU_STORE(vm, unit, &unit->pool, ou_from_ptr(fresh));
    if (p == &c->module_pool)
        ou_lookup_code_added(vm, p->unit, size - capacity * sizeof(ou_val));
    else if (old)
        ou_gc_free(&vm->heap, old);
    return true;
}

unsigned ou_constant_new(struct ou_function_state *f, ou_val v)
{
    struct ou_compiler *c = f->c;
    struct ou_vm *vm = c->vm;
    struct ou_constants *p = f->pool;
    if (c->failed)
        return 0;
    find_fill(c, p);
    struct ou_unit *unit = (struct ou_unit *)p->unit;
    size_t capacity = pool_capacity(c, unit);
    if (p->fill >= 0xfffe) {
        ou_error_in_line(c, &ou_exc_SyntaxError, f->line,
                         "too many names and constants in one module (limit: 65534)");
        return 0;
    }
    if (p->fill == capacity && !pool_grow(c, p, capacity))
        return 0;
    unit = (struct ou_unit *)p->unit;
    ou_val *pool = (ou_val *)unit->pool;
    OU_STORE(vm, pool, pool + p->fill, v);
    return p->fill++;
}

unsigned ou_constant(struct ou_function_state *f, ou_val v)
{
    struct ou_compiler *c = f->c;
    struct ou_constants *p = f->pool;
    if (c->failed)
        return 0;
    find_fill(c, p);
    const ou_val *pool = (const ou_val *)((const struct ou_unit *)p->unit)->pool;
    if (ou_is_ptr(v)) {
        for (uint32_t i = 0; i < p->fill; i++)
            if (same_constant(c->vm, pool[i], v))
                return i;
    } else {
        for (uint32_t i = 0; i < p->fill; i++)
            if (pool[i] == v)
                return i;
    }
    return ou_constant_new(f, v);
}

/* Empties the pool of a statement for the next one. */
void ou_constants_clear(struct ou_compiler *c, struct ou_constants *p)
{
    struct ou_unit *unit = (struct ou_unit *)p->unit;
    size_t capacity = pool_capacity(c, unit);
    ou_val *pool = (ou_val *)unit->pool;
    p->fill = 0;
    if (capacity > 64) {
        OU_STORE(c->vm, unit, &unit->pool, OU_ABSENT);
        return;
    }
    for (size_t i = 0; i < capacity; i++)
        OU_STORE(c->vm, pool, pool + i, OU_ABSENT);
}

void ou_constants_trim(struct ou_compiler *c, struct ou_constants *p)
{
    struct ou_unit *unit = (struct ou_unit *)p->unit;
    if (unit->pool == OU_ABSENT)
        return;
    find_fill(c, p);
    if (p->fill < pool_capacity(c, unit) && p->fill)
        (void)!ou_gc_realloc(&c->vm->heap, (void *)unit->pool, p->fill * sizeof(ou_val), false);
}

/* -- constant expressions -- */

ou_val ou_constant_tuple(struct ou_compiler *c, const struct ou_node *list)
{
    size_t n = 0;
    for (const struct ou_node *i = list; i; i = i->next, n++)
        if (i->kind != OU_NODE_CONST && i->kind != OU_NODE_LITERAL && i->kind != OU_NODE_TUPLE)
            return OU_ABSENT;
    ou_val tuple = OU_ABSENT;
    size_t k = 0;
    for (const struct ou_node *i = list; i; i = i->next, k++) {
        ou_val v = ou_constant_value(c, i);
        if (v == OU_ABSENT)
            return OU_ABSENT;
        if (tuple == OU_ABSENT) {
            tuple = ou_tuple_new(c->vm, n, NULL);
            if (tuple == OU_EXC)
                break;
        }
        OU_STORE(c->vm, (void *)tuple, ou_tuple_items(tuple) + k, v);
    }
    if (!list)
        tuple = ou_tuple_new(c->vm, 0, NULL);
    if (tuple == OU_EXC) {
        ou_compile_fail_pending(c);
        return OU_ABSENT;
    }
    return tuple;
}

ou_val ou_constant_value(struct ou_compiler *c, const struct ou_node *n)
{
    if (c->failed)
        return OU_ABSENT;
    if (n->kind == OU_NODE_TUPLE)
        return ou_too_deep(c) ? OU_ABSENT : ou_constant_tuple(c, n->a);
    return ou_node_value(c, n);
}
