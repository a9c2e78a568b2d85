/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Which blocks are objects, and what they refer to: gc.get_objects, get_referrers, get_referents.
 *
 * A block's first word does not tell whether it is an object: the items of a list may begin with a type.
 * So the census goes from the roots along references that are known to lead to objects, and remembers in
 * bitmaps of the outer heap what it met.  It allocates nothing else, and its C stack is bounded: objects wait
 * in a small array, and when that is full another walk over the heap finds those that had no place in it.
 *
 * A census is good until the next allocation.  Whoever makes a list of objects counts first, allocates,
 * takes another census, and fills.
 */
#include "base/base.h"
#include "object/core/cleanup_queue.h"
#include "object/core/sequence.h"
#include "object/types/function.h"
#include "object/types/instance.h"
#include "vm/frame.h"

typedef void (*part_fn)(void *ctx, ou_val part);

/* -- what an object refers to -- */

struct parts {
    struct ou_vm *vm;
    part_fn fn, hidden; /* hidden: for objects that Python does not see; NULL: their parts instead of them */
    void *ctx;
};

static void each_part(const struct parts *p, ou_val o);

static void part(const struct parts *p, ou_val v)
{
    if (v != OU_ABSENT)
        p->fn(p->ctx, v);
}

static void parts(const struct parts *p, const ou_val *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        part(p, words[i]);
}

static void hidden(const struct parts *p, ou_val v)
{
    if (v == OU_ABSENT)
        return;
    if (p->hidden)
        p->hidden(p->ctx, v);
    else
        each_part(p, v);
}

static size_t words_of(const struct parts *p, ou_val o)
{
    return ou_gc_size(&p->vm->heap, ou_ptr(o)) / sizeof(ou_val);
}

static void table_parts(const struct parts *p, const struct ou_table *t)
{
    size_t position = 0;
    bool keys_only = ou_table_flags(t) & OU_TABLE_KEYS_ONLY;
    for (const ou_val *entry; (entry = ou_table_next(t, &position));) {
        if (keys_only || ou_type_of(entry[0]) != &ou_type_str) /* CPython does not tell of those either */
            part(p, entry[0]);
        if (!keys_only)
            part(p, entry[1]);
    }
}

static void unit_parts(const struct parts *p, const struct ou_unit *unit)
{
    part(p, unit->globals);
    if (!p->hidden)
        return;
    if (unit->pool != OU_ABSENT)
        parts(p, (const ou_val *)unit->pool, words_of(p, unit->pool));
    hidden(p, unit->defining_unit);
}

/* The attributes set on functions lie elsewhere; they are few. */
struct attribute_search {
    const struct parts *p;
    ou_val function;
};

static void attribute_part(void *ctx, ou_val function, ou_val dict)
{
    const struct attribute_search *s = ctx;
    if (function == s->function)
        part(s->p, dict);
}

static void function_parts(const struct parts *p, ou_val o)
{
    struct ou_function *f = (struct ou_function *)o;
    struct attribute_search search = {p, o};
    hidden(p, f->unit);
    parts(p, f->rest, words_of(p, o) - (size_t)(f->rest - (ou_val *)f));
    ou_function_attributes_each(p->vm, attribute_part, &search);
}

static void instance_parts(const struct parts *p, ou_val o, const struct ou_type *t)
{
    const ou_val *words = (const ou_val *)o;
    if (ou_type_is_heap(t))
        part(p, words[0]);
    part(p, words[1]);
    if (ou_type_has(t, OU_TYPE_EXCEPTION)) {
        const struct ou_exception *e = (const struct ou_exception *)o;
        const ou_val own[] = {e->args, e->traceback, e->cause, e->context};
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            if (own[i] != OU_NONE)
                part(p, own[i]);
    } else if (ou_type_has(t, OU_TYPE_PAYLOAD))
        hidden(p, words[2]);
    if (ou_type_is_heap(t))
        parts(p, words + ou_instance_header(t), (size_t)ou_small_value(t->heap->n_slots));
}

static void class_parts(const struct parts *p, const struct ou_type *t)
{
    const ou_val own[] = {t->type, t->bases, t->dict, t->mro};
    parts(p, own, sizeof own / sizeof *own);
    if (p->hidden)
        p->hidden(p->ctx, t->heap->slots);
}

static bool is_values(struct ou_vm *vm, ou_val v)
{
    return ou_is_ptr(v) && ou_gc_is_block(&vm->heap, ou_ptr(v)) &&
           (ou_gc_flags(&vm->heap, ou_ptr(v)) & OU_GC_KIND_MASK) == OU_GC_VALUES;
}

/* Objects whose words are bytes, not values. */
static bool is_plain(struct ou_vm *vm, ou_val v)
{
    return ou_is_ptr(v) && ou_gc_is_block(&vm->heap, ou_ptr(v)) &&
           (ou_is(v, &ou_type_str) || ou_is(v, &ou_type_bytes) || ou_is(v, &ou_type_int) ||
            ou_is(v, &ou_type_float));
}

/* Does a VALUES block have what the type in its first word promises?  Behind a field of a type written in C
 * may stand items, although it should not. */
static bool is_sound(const struct parts *p, ou_val v)
{
    ou_val type = *(const ou_val *)v;
    size_t n = words_of(p, v);
    if (!ou_is_ptr(type) || (type - p->vm->heap.low < p->vm->heap.span && !is_values(p->vm, type)))
        return false;
    if (*(const ou_val *)type != OU_ROM(&ou_type_type) && !is_values(p->vm, *(const ou_val *)type))
        return false; /* not even a class of a metaclass */
    const struct ou_type *t = (const struct ou_type *)type;
    if (t == &ou_type_list) {
        const struct ou_list *l = ou_list_at(v);
        return n >= 4 && ou_is_small(l->size) && ou_is_small(l->capacity) &&
               ou_list_size(l) <= (l->items == OU_ABSENT        ? 0
                                   : is_values(p->vm, l->items) ? words_of(p, l->items)
                                                                : 0);
    }
    if (t == &ou_type_tuple)
        return ou_is_small(ou_tuple_at(v)->size) && ou_tuple_size(ou_tuple_at(v)) <= n - 2;
    if (t == &ou_type_dict || t == &ou_type_set || t == &ou_type_frozenset)
        return n >= sizeof(struct ou_table) / sizeof(ou_val) && ou_is_small(ou_table_at(v)->counts) &&
               (ou_table_at(v)->entries == OU_ABSENT || is_values(p->vm, ou_table_at(v)->entries));
    return n >= 2;
}

/* Of other types written in C: sizes and positions stand among the references, and are left out. */
static void other_parts(const struct parts *p, ou_val o)
{
    const ou_val *words = (const ou_val *)o;
    for (size_t i = 1, n = words_of(p, o); i < n; i++)
        if ((is_values(p->vm, words[i]) && is_sound(p, words[i])) || is_plain(p->vm, words[i]) ||
            ou_is_interned(words[i]))
            part(p, words[i]);
}

/* o: a VALUES block that is an object. */
static void each_part(const struct parts *p, ou_val o)
{
    const struct ou_type *t = ou_type_of(o);
    if (!is_values(p->vm, o))
        return;
    if (ou_is_type(o))
        class_parts(p, ou_type_at(o));
    else if (ou_type_has(t, OU_TYPE_HEAP) || ou_type_has(t, OU_TYPE_EXCEPTION))
        instance_parts(p, o, t);
    else if (t == &ou_type_list) {
        if (ou_list_at(o)->items != OU_ABSENT)
            parts(p, ou_list_words(ou_list_at(o)), ou_list_size(ou_list_at(o)));
    } else if (t == &ou_type_tuple)
        parts(p, ou_tuple_at(o)->items, ou_tuple_size(ou_tuple_at(o)));
    else if (t == &ou_type_dict || t == &ou_type_set || t == &ou_type_frozenset)
        table_parts(p, ou_table_at(o));
    else if (t == &ou_type_function)
        function_parts(p, o);
    else if (t == &ou_type_unit)
        unit_parts(p, (const struct ou_unit *)o);
    else if (t == &ou_type_generator) {
        const struct ou_generator *g = (const struct ou_generator *)o;
        part(p, g->function);
        part(p, g->yield_from);
        parts(p, g->regs, words_of(p, o) - (size_t)(g->regs - (const ou_val *)g));
    } else if (t == &ou_type_slice || t == &ou_type_cell)
        parts(p, (const ou_val *)o + 1, t == &ou_type_slice ? 3 : 1);
    else if (t == &ou_type_array)
        hidden(p, ou_field(o, 2));
    else if (t != &ou_type_bytearray && t != &ou_type_range)
        other_parts(p, o);
}

/* -- the census -- */

#define WAITING 64

struct stretch { /* of granules: an area */
    uintptr_t low, size;
    size_t first; /* number of its first granule */
};

struct census {
    struct ou_vm *vm;
    struct stretch *areas; /* in order of address; the start of the memory that is held */
    size_t n_areas, words; /* words of each bitmap */
    uintptr_t *objects, *done, *hidden;
    bool overflow; /* some object is in `objects` and neither waits nor is in `done` */
    size_t n_waiting;
    ou_val waiting[WAITING];
};

static size_t granule_of(const struct census *c, ou_val v)
{
    size_t low = 0, high = c->n_areas;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (c->areas[middle].low <= v)
            low = middle;
        else
            high = middle;
    }
    return c->areas[low].first + (v - c->areas[low].low) / OU_GRANULE;
}

static bool get_bit(const uintptr_t *bits, size_t i)
{
    return bits[i / OU_WORD_BITS] >> (i % OU_WORD_BITS) & 1;
}

/* True if it was clear. */
static bool set_bit(uintptr_t *bits, size_t i)
{
    uintptr_t *word = bits + i / OU_WORD_BITS, bit = (uintptr_t)1 << (i % OU_WORD_BITS);
    bool was_clear = !(*word & bit);
    *word |= bit;
    return was_clear;
}

static void meet(void *ctx, ou_val v)
{
    struct census *c = ctx;
    if (!is_values(c->vm, v) || !set_bit(c->objects, granule_of(c, v)))
        return;
    if (c->n_waiting < WAITING)
        c->waiting[c->n_waiting++] = v;
    else
        c->overflow = true;
}

static void meet_hidden(void *ctx, ou_val v)
{
    struct census *c = ctx;
    if (!is_values(c->vm, v))
        return;
    set_bit(c->hidden, granule_of(c, v));
    meet(c, v);
}

static void look_into(struct census *c, ou_val v)
{
    const struct parts p = {c->vm, meet, meet_hidden, c};
    if (set_bit(c->done, granule_of(c, v)))
        each_part(&p, v);
}

static void drain(struct census *c)
{
    while (c->n_waiting)
        look_into(c, c->waiting[--c->n_waiting]);
}

static void catch_up(void *ctx, void *block, size_t size, unsigned flags)
{
    struct census *c = ctx;
    (void)size, (void)flags;
    if (!get_bit(c->objects, granule_of(c, ou_from_ptr(block))))
        return;
    look_into(c, ou_from_ptr(block));
    drain(c);
}

static void census_roots(struct census *c)
{
    const struct ou_vm_roots *r = &c->vm->roots;
    const ou_val objects[] = {r->exc,  r->stop_value,   r->modules,        r->path,
                              r->argv, r->memory_error, r->builtins_extra, r->module_attributes};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        meet(c, objects[i]);
    for (size_t i = 0; i < sizeof r->user / sizeof *r->user; i++)
        meet(c, r->user[i]);
    meet_hidden(c, r->main_unit);
    const struct ou_cleanup *todo = c->vm->cleanup;
    if (todo) {
        meet(c, todo->at_exit);
        meet(c, todo->finalizers);
        for (uint32_t i = todo->head; i < todo->tail; i++)
            meet(c, todo->entries[i]);
    }
    drain(c);
    for (const struct ou_frame *f = c->vm->frame; f; f = f->caller) {
        meet(c, f->function);
        meet(c, f->subject);
        for (unsigned i = 0; i < ou_frame_code(f)->n_regs; i++)
            meet(c, f->regs[i]);
        drain(c);
    }
    drain(c);
}

/* 0, or -1 with MemoryError. */
static int census_take(struct ou_vm *vm, struct census *c)
{
    size_t granules = 0;
    *c = (struct census){.vm = vm};
    for (const struct ou_area *a = vm->heap.areas; a; a = a->next, c->n_areas++)
        granules += a->granules;
    c->words = granules / OU_WORD_BITS + 1;
    size_t bytes = c->n_areas * sizeof *c->areas + 3 * c->words * sizeof *c->objects;
    c->areas = ou_outer_alloc(vm->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
    if (!c->areas)
        return ou_fail(ou_raise_memory(vm, bytes));
    memset(c->areas, 0, bytes);
    c->objects = (uintptr_t *)(c->areas + c->n_areas);
    c->done = c->objects + c->words;
    c->hidden = c->done + c->words;
    size_t n = 0, first = 0;
    for (const struct ou_area *a = vm->heap.areas; a; a = a->next, n++) {
        size_t i = n;
        for (; i && c->areas[i - 1].low > (uintptr_t)a->low; i--)
            c->areas[i] = c->areas[i - 1];
        c->areas[i] = (struct stretch){(uintptr_t)a->low, (uintptr_t)(a->high - a->low), 0};
    }
    for (size_t i = 0; i < n; first += c->areas[i++].size / OU_GRANULE)
        c->areas[i].first = first;
    census_roots(c);
    while (c->overflow) {
        c->overflow = false;
        ou_gc_each_block(&vm->heap, catch_up, c);
    }
    return 0;
}

static void census_drop(struct census *c) { ou_outer_free(c->vm->outer, c->areas); }

/* -- tracked objects: those that could be part of a cycle, as CPython decides it -- */

static bool may_hold(struct ou_vm *vm, ou_val v);

static bool any_may_hold(struct ou_vm *vm, const ou_val *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (may_hold(vm, words[i]))
            return true;
    return false;
}

static bool table_may_hold(struct ou_vm *vm, const struct ou_table *t)
{
    size_t position = 0;
    for (const ou_val *entry; (entry = ou_table_next(t, &position));)
        if (any_may_hold(vm, entry, 2))
            return true;
    return false;
}

/* Not atomic.  A tuple or dict inside another one is taken for one that may. */
static bool may_hold(struct ou_vm *vm, ou_val v)
{
    return is_values(vm, v) && !ou_is(v, &ou_type_bytearray) && !ou_is(v, &ou_type_range);
}

bool ou_memory_is_tracked(struct ou_vm *vm, ou_val v)
{
    if (!may_hold(vm, v))
        return false;
    const struct ou_type *t = ou_type_of(v);
    if (t == &ou_type_tuple)
        return any_may_hold(vm, ou_tuple_at(v)->items, ou_tuple_size(ou_tuple_at(v)));
    if (t == &ou_type_dict)
        return table_may_hold(vm, ou_table_at(v));
    return !(ou_type_has(t, OU_TYPE_HEAP) && ou_type_has(t, OU_TYPE_NO_DICT) &&
             !ou_type_has(t, OU_TYPE_PAYLOAD) && t->heap->n_slots == ou_small(0));
}

bool ou_memory_is_finalised(struct ou_vm *vm, ou_val v)
{
    return is_values(vm, v) && ou_type_has(ou_type_of(v), OU_TYPE_HAS_DEL) && !ou_is_type(v) &&
           !(ou_gc_flags(&vm->heap, ou_ptr(v)) & OU_GC_FINALISE);
}

/* -- lists of objects -- */

struct search {
    struct census census;
    size_t n_wanted; /* 0: every object */
    const ou_val *wanted;
    ou_val list; /* OU_ABSENT while counting */
    size_t count, capacity;
    bool met;
};

static void compare(void *ctx, ou_val part)
{
    struct search *s = ctx;
    for (size_t i = 0; i < s->n_wanted && !s->met; i++)
        s->met = s->wanted[i] == part;
}

static bool is_found(struct search *s, ou_val v)
{
    struct ou_vm *vm = s->census.vm;
    size_t granule = granule_of(&s->census, v);
    if (!get_bit(s->census.objects, granule) || get_bit(s->census.hidden, granule) ||
        ou_is(v, &ou_type_unit) || v == s->list || !ou_memory_is_tracked(vm, v))
        return false;
    if (!s->n_wanted)
        return true;
    const struct parts p = {vm, compare, NULL, s};
    s->met = false;
    each_part(&p, v);
    return s->met;
}

static void look_at(void *ctx, void *block, size_t size, unsigned flags)
{
    struct search *s = ctx;
    (void)size, (void)flags;
    if (!is_found(s, ou_from_ptr(block)))
        return;
    if (s->list != OU_ABSENT && s->count < s->capacity) {
        struct ou_list *l = ou_list_at(s->list);
        OU_STORE(s->census.vm, ou_list_words(l), ou_list_words(l) + s->count, ou_from_ptr(block));
        l->size = ou_small((ou_int)s->count + 1);
    }
    s->count++;
}

static int search_run(struct ou_vm *vm, struct search *s)
{
    s->count = 0;
    if (census_take(vm, &s->census) < 0)
        return -1;
    ou_gc_each_block(&vm->heap, look_at, s);
    census_drop(&s->census);
    return 0;
}

/* Allocating the list may collect, and memory may be found twice: then there are fewer objects than were
 * counted, or (after a finaliser) more, and it is done once again. */
static ou_val list_of(struct ou_vm *vm, size_t n, const ou_val *wanted)
{
    struct search s = {.n_wanted = n, .wanted = wanted, .list = OU_ABSENT};
    if (search_run(vm, &s) < 0)
        return OU_EXC;
    do {
        s.capacity = s.count;
        s.list = ou_list_new(vm, 0, NULL);
        if (s.list == OU_EXC || ou_list_grow(vm, ou_list_at(s.list), s.capacity) < 0 ||
            search_run(vm, &s) < 0)
            return OU_EXC;
    } while (s.count > s.capacity);
    return s.list;
}

ou_val ou_memory_objects(struct ou_vm *vm) { return list_of(vm, 0, NULL); }

ou_val ou_memory_referrers(struct ou_vm *vm, size_t n, const ou_val *objects)
{
    return n ? list_of(vm, n, objects) : ou_list_new(vm, 0, NULL);
}

/* -- referents -- */

struct gathering {
    ou_val *words; /* NULL while counting */
    size_t n, capacity;
};

static void gather(void *ctx, ou_val part)
{
    struct gathering *g = ctx;
    if (g->words && g->n < g->capacity)
        g->words[g->n] = part;
    g->n++;
}

static void gather_all(struct ou_vm *vm, struct gathering *g, size_t n, const ou_val *objects)
{
    const struct parts p = {vm, gather, NULL, g};
    g->n = 0;
    for (size_t i = 0; i < n; i++)
        each_part(&p, objects[i]);
}

ou_val ou_memory_referents(struct ou_vm *vm, size_t n, const ou_val *objects)
{
    struct gathering g = {NULL, 0, 0};
    gather_all(vm, &g, n, objects);
    ou_val list = ou_list_new(vm, 0, NULL);
    if (list == OU_EXC || !g.n)
        return list;
    struct ou_list *l = ou_list_at(list);
    g.capacity = g.n;
    if (ou_list_grow(vm, l, g.capacity) < 0)
        return OU_EXC;
    g.words = ou_list_words(l);
    ou_store_bulk(&vm->heap, g.words);
    gather_all(vm, &g, n, objects);
    l->size = ou_small((ou_int)OU_MIN(g.n, g.capacity));
    return list;
}
