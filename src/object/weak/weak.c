/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * weakref.ref and the lists of weak references; see weak.h.
 *
 * A list begins with the reference that all callers without a callback share, then the proxy that they
 * share, then the others, the newest first: that is the order in which callbacks are called.
 *
 * The hooks store no references, so they need no barrier: a callback that is not to be called is marked in
 * the target's word.
 */
#include "object/weak/weak.h"
#include "object/core/sequence.h"
#include "object/types/descriptor.h"
#include "object/types/type.h"
#include "object/weak/cleanup.h"

#define DEAD ((ou_val)1)
#define CANCELLED ((ou_val)8) /* with DEAD: the reference died before or with its target */

static struct ou_weakref *ref_at(ou_val v) { return ou_ptr(v); }
static ou_val hide(ou_val v) { return v | 1; }
static ou_val reveal(ou_val v) { return v & ~(ou_val)7; }
static bool is_long(const struct ou_weakref *w) { return (w->target & OU_WEAKREF_LONG) != 0; }
static ou_val target_of(const struct ou_weakref *w)
{
    ou_val v = reveal(w->target);
    return v == reveal(DEAD | CANCELLED) ? OU_ABSENT : v;
}
static ou_val next_of(ou_val ref) { return reveal(ref_at(ref)->next); }
static ou_val callback_of(const struct ou_weakref *w) { return is_long(w) ? w->callback : OU_ABSENT; }
static bool is_proxy(ou_val ref)
{
    return ou_is(ref, &ou_type_weak_proxy) || ou_is(ref, &ou_type_weak_callable_proxy);
}

static struct ou_address_map *map_of(struct ou_vm *vm) { return vm->cleanup ? &vm->cleanup->weak : NULL; }

/* The first weak reference to an object, or unbound. */
static ou_val first_of(struct ou_vm *vm, ou_val object)
{
    const ou_val *word = map_of(vm) ? ou_address_map_get(map_of(vm), object) : NULL;
    return word ? reveal(*word) : OU_ABSENT;
}

/* -- making -- */

bool ou_weakref_possible(ou_val object) { return ou_type_has(ou_type_of(object), OU_TYPE_WEAKREF); }

/* The shared one of a sort, or unbound. */
static ou_val find_shared(struct ou_vm *vm, ou_val object, const struct ou_type *t)
{
    for (ou_val ref = first_of(vm, object); ref != OU_ABSENT && !is_long(ref_at(ref)); ref = next_of(ref))
        if (ou_is(ref, t))
            return ref;
    return OU_ABSENT;
}

static void insert(ou_val *first, ou_val ref)
{
    struct ou_weakref *w = ref_at(ref), *previous = NULL;
    ou_val at = reveal(*first);
    bool after_ref = is_long(w) || is_proxy(ref), after_proxy = is_long(w);
    while (at != OU_ABSENT && !is_long(ref_at(at)) && (is_proxy(at) ? after_proxy : after_ref)) {
        previous = ref_at(at);
        at = next_of(at);
    }
    w->next = at == OU_ABSENT ? OU_ABSENT : hide(at);
    *(previous ? &previous->next : first) = hide(ref);
}

static int enter(struct ou_vm *vm, ou_val ref, ou_val object, bool has_callback)
{
    struct ou_cleanup *c = ou_cleanup_get(vm);
    if (!c || (has_callback && ou_cleanup_reserve(vm, 1) < 0))
        return -1;
    ou_val *first = ou_address_map_add(vm, &c->weak, object);
    if (first)
        insert(first, ref);
    else if (has_callback)
        ou_cleanup_unreserve(vm, 1);
    return first ? 0 : -1;
}

static ou_val new_ref(struct ou_vm *vm, const struct ou_type *t, ou_val object, ou_val callback, ou_val extra,
                      size_t words)
{
    if (!ou_weakref_possible(object))
        return ou_raise(vm, &ou_exc_TypeError, "cannot create weak reference to '%T' object", object);
    ou_val shared = words == 4 ? find_shared(vm, object, t) : OU_ABSENT;
    if (shared != OU_ABSENT)
        return shared;
    ou_val ref = ou_object_new(vm, t, words, false), flag = words > 4 ? OU_WEAKREF_LONG : 0;
    if (ref == OU_EXC)
        return OU_EXC;
    struct ou_weakref *w = ref_at(ref);
    w->target = DEAD | flag;
    if (ou_gc_is_block(&vm->heap, ou_ptr(object)) && enter(vm, ref, object, callback != OU_ABSENT) < 0)
        return OU_EXC;
    w->target = hide(object) | flag;
    if (callback != OU_ABSENT)
        ou_field_set(vm, ref, offsetof(struct ou_weakref, callback) / sizeof(ou_val), callback);
    if (extra != OU_ABSENT)
        ou_field_set(vm, ref, offsetof(struct ou_weakref, extra) / sizeof(ou_val), extra);
    return ref;
}

#define WORDS_SHORT (offsetof(struct ou_weakref, callback) / sizeof(ou_val))
#define WORDS_LONG (offsetof(struct ou_weakref, extra) / sizeof(ou_val))
#define WORDS_EXTRA (sizeof(struct ou_weakref) / sizeof(ou_val))

ou_val ou_weakref_new(struct ou_vm *vm, const struct ou_type *t, ou_val object, ou_val callback, ou_val extra)
{
    size_t words = extra != OU_ABSENT ? WORDS_EXTRA : callback != OU_ABSENT ? WORDS_LONG : WORDS_SHORT;
    return new_ref(vm, t, object, callback, extra, words);
}

ou_val ou_weakref_get(ou_val ref) { return target_of(ref_at(ref)); }

ou_val ou_weakref_extra(ou_val ref) { return ref_at(ref)->extra; }

/* What Python sees. */
static ou_val face_of(ou_val ref)
{
    const struct ou_weakref *w = ref_at(ref);
    if (!is_long(w) || w->owner == OU_ABSENT || ou_is(ref, &ou_type_weak_keyed))
        return ref;
    return ou_is(ref, &ou_type_weak_function) ? face_of(w->owner) : w->owner;
}

size_t ou_weakref_count(struct ou_vm *vm, ou_val object)
{
    size_t n = 0;
    for (ou_val ref = first_of(vm, object); ref != OU_ABSENT; ref = next_of(ref))
        n++;
    return n;
}

ou_val ou_weakref_list(struct ou_vm *vm, ou_val object)
{
    size_t n = ou_weakref_count(vm, object), i = 0;
    ou_val list = ou_list_new(vm, n, NULL);
    if (list == OU_EXC)
        return OU_EXC;
    for (ou_val ref = first_of(vm, object); ref != OU_ABSENT; ref = next_of(ref))
        ou_list_set(vm, list, i++, face_of(ref));
    ou_list_remove_range(vm, ou_list_at(list), i, n); /* some may have died just now */
    return list;
}

/* -- calling back -- */

void ou_weakref_cancel(struct ou_vm *vm, ou_val ref)
{
    struct ou_weakref *w = ref_at(ref);
    if (callback_of(w) == OU_ABSENT)
        return;
    OU_STORE(vm, w, &w->callback, OU_ABSENT);
    ou_val target = target_of(w);
    if (target != OU_ABSENT && ou_gc_is_block(&vm->heap, ou_ptr(target)))
        ou_cleanup_unreserve(vm, 1); /* if it is dead, the place in the queue goes when its turn comes */
}

void ou_weak_call_back(struct ou_vm *vm, ou_val ref)
{
    struct ou_weakref *w = ref_at(ref);
    ou_val callback = w->callback;
    if (callback == OU_ABSENT)
        return;
    OU_STORE(vm, w, &w->callback, OU_ABSENT);
    bool is_half = ou_is(ref, &ou_type_weak_method) || ou_is(ref, &ou_type_weak_function);
    if (is_half && w->extra != OU_ABSENT)
        ou_weakref_cancel(vm, w->extra); /* one callback for both halves */
    ou_val argument = ou_is(ref, &ou_type_weak_keyed) ? w->owner : face_of(ref);
    if (ou_call_1(vm, callback, argument) == OU_EXC)
        ou_report_unraisable(vm, NULL, callback);
}

/* -- hooks -- */

static void target_died(struct ou_vm *vm, ou_val key, ou_val word)
{
    (void)key;
    for (ou_val ref = reveal(word), next; ref != OU_ABSENT; ref = next) {
        struct ou_weakref *w = ref_at(ref);
        bool pending = callback_of(w) != OU_ABSENT, lives = ou_gc_is_marked(&vm->heap, ref);
        next = next_of(ref);
        vm->cleanup->deaths += ou_is(ref, &ou_type_weak_keyed);
        w->next = OU_ABSENT;
        w->target = DEAD | (w->target & OU_WEAKREF_LONG) | (pending && !lives ? CANCELLED : 0);
        if (pending && lives)
            ou_cleanup_queue(vm, ref);
        else if (pending)
            ou_cleanup_unreserve(vm, 1);
    }
}

void ou_weak_clear(struct ou_vm *vm)
{
    if (map_of(vm))
        ou_address_map_clear_dead(vm, map_of(vm), target_died);
}

/* Takes the dead out of one list. */
static void filter(struct ou_vm *vm, ou_val *first)
{
    ou_val *link = first;
    for (ou_val ref = reveal(*first), next; ref != OU_ABSENT; ref = next) {
        struct ou_weakref *w = ref_at(ref);
        next = next_of(ref);
        if (ou_gc_is_marked(&vm->heap, ref)) {
            *link = hide(ref);
            link = &w->next;
            continue;
        }
        if (callback_of(w) != OU_ABSENT)
            ou_cleanup_unreserve(vm, 1);
        w->target = DEAD | CANCELLED | (w->target & OU_WEAKREF_LONG);
        w->next = OU_ABSENT;
    }
    *link = OU_ABSENT;
}

void ou_weak_clear_dead(struct ou_vm *vm)
{
    struct ou_address_map *map = map_of(vm);
    for (uint32_t i = 0; map && map->count && i < map->capacity;) {
        struct ou_address_entry *entry = &map->entries[i];
        if (entry->key) {
            filter(vm, &entry->word);
            if (entry->word == OU_ABSENT) { /* another entry may take its place, so look again */
                ou_address_map_remove(map, entry->key);
                continue;
            }
        }
        i++;
    }
}

void ou_weak_update(struct ou_vm *vm)
{
    struct ou_address_map *map = map_of(vm);
    struct ou_heap *heap = &vm->heap;
    if (!map)
        return;
    for (uint32_t i = 0; map->count && i < map->capacity; i++) {
        struct ou_address_entry *entry = &map->entries[i];
        if (!entry->key)
            continue;
        ou_val target = hide(ou_gc_forward(heap, entry->key)), ref = reveal(entry->word);
        entry->word = hide(ou_gc_forward(heap, ref));
        while (ref != OU_ABSENT) {
            struct ou_weakref *w = ou_gc_contents(heap, ou_ptr(ref));
            ref = reveal(w->next);
            w->target = target | (w->target & OU_WEAKREF_LONG);
            if (ref != OU_ABSENT)
                w->next = hide(ou_gc_forward(heap, ref));
        }
    }
    ou_address_map_update(vm, map);
}

int ou_weak_verify(struct ou_vm *vm, size_t *callbacks)
{
    const struct ou_address_map *map = map_of(vm);
    *callbacks = 0;
    if (!map)
        return 0;
    if (ou_address_map_verify(map) < 0)
        return -1;
    for (uint32_t i = 0; i < map->capacity; i++) {
        const struct ou_address_entry *entry = &map->entries[i];
        if (!entry->key)
            continue;
        if (!ou_gc_is_block(&vm->heap, ou_ptr(entry->key)) || entry->word == OU_ABSENT)
            return -1;
        for (ou_val ref = reveal(entry->word); ref != OU_ABSENT; ref = next_of(ref)) {
            if (!ou_gc_is_block(&vm->heap, ou_ptr(ref)) || target_of(ref_at(ref)) != entry->key)
                return -1;
            *callbacks += callback_of(ref_at(ref)) != OU_ABSENT;
        }
    }
    return 0;
}

/* -- weakref.ref -- */

static int parse(struct ou_vm *vm, const char *function, unsigned n_args, const ou_val *args,
                 ou_val *callback)
{
    if (n_args < 1 || n_args > 2)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s expected at %s %u argument%s, got %u", function,
                                n_args ? "most" : "least", n_args ? 2u : 1u, n_args ? "s" : "", n_args));
    *callback = n_args > 1 && args[1] != OU_NONE ? args[1] : OU_ABSENT;
    return 0;
}

static ou_val ref_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    ou_val callback;
    bool exact = type == OU_ROM(&ou_type_weakref);
    if (exact && n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "ref() takes no keyword arguments");
    if (parse(vm, "__new__", n_args, args, &callback) < 0)
        return OU_EXC;
    return new_ref(vm, &ou_type_weakref, args[0], callback, OU_ABSENT,
                   !exact || callback != OU_ABSENT ? WORDS_LONG : WORDS_SHORT);
}

static ou_val ref_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)args;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "weakref() takes no keyword arguments");
    if (n_args)
        return ou_raise(vm, &ou_exc_TypeError, "weakref expected 0 arguments, got %u", n_args);
    ou_val v = target_of(ref_at(self));
    return v == OU_ABSENT ? OU_NONE : v;
}

static int ref_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    struct ou_weakref *w = ref_at(self);
    if (w->hash == OU_ABSENT) {
        ou_val target = target_of(w);
        if (target == OU_ABSENT)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "weak object has gone away"));
        ou_int hash;
        if (ou_hash(vm, target, &hash) < 0)
            return -1;
        w = ref_at(self);
        w->hash = ou_small(hash); /* loses two bits, as small ints have */
    }
    *out = ou_small_value(w->hash);
    return 0;
}

static ou_val ref_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    b = ou_cast_native(b, &ou_type_weakref);
    if (b == OU_ABSENT || (op != OU_CMP_EQ && op != OU_CMP_NE))
        return OU_NOT_IMPLEMENTED;
    ou_val x = target_of(ref_at(a)), y = target_of(ref_at(b));
    if (x == OU_ABSENT || y == OU_ABSENT)
        return ou_bool((a == b) == (op == OU_CMP_EQ));
    return ou_compare(vm, op, x, y);
}

ou_val ou_weakref_address(struct ou_vm *vm, ou_val v)
{
    ou_val id = ou_id(vm, v), spec = id == OU_EXC ? OU_EXC : ou_str_new(vm, "#x", 2);
    return spec == OU_EXC ? OU_EXC : ou_format(vm, id, spec);
}

static ou_val ref_repr(struct ou_vm *vm, ou_val self)
{
    ou_val face = face_of(self), at = ou_weakref_address(vm, face), target = target_of(ref_at(self));
    if (at == OU_EXC)
        return OU_EXC;
    if (target == OU_ABSENT)
        return ou_str_format(vm, "<weakref at %v; dead>", at);
    ou_val name = ou_get_attr_or_absent(vm, target, OU_S(__name__));
    ou_val there = name == OU_EXC ? OU_EXC : ou_weakref_address(vm, target);
    if (there == OU_EXC)
        return OU_EXC;
    if (ou_is_str(name))
        return ou_str_format(vm, "<weakref at %v; to '%T' at %v (%v)>", at, target, there, name);
    return ou_str_format(vm, "<weakref at %v; to '%T' at %v>", at, target, there);
}

static ou_val get_callback(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    const struct ou_weakref *w = ref_at(self);
    ou_val callback = target_of(w) == OU_ABSENT ? OU_ABSENT : callback_of(w);
    return callback == OU_ABSENT ? OU_NONE : callback;
}

OU_ROM_ALIGN static const union ou_member ref_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__callback__), get_callback, NULL)};
static OU_MEMBER_TABLE(ref_table, ref_members);
OU_ROM_ALIGN static const struct ou_type_ops ref_ops = {
    .construct = ref_construct, .repr = ref_repr, .hash = ref_hash, .compare = ref_compare, .call = ref_call};
OU_DEFINE_TYPE(ou_type_weakref, OU_S(weakref_dot_ReferenceType), &ou_type_object, &ref_ops, &ref_table, 0,
               OU_V_NONE);
/* Of weak containers: `owner` is the container, which the callback gets. */
OU_DEFINE_TYPE(ou_type_weak_keyed, OU_S(weakref_dot_ReferenceType), &ou_type_weakref, &ref_ops, &ref_table,
               OU_TYPE_FINAL, OU_V_NONE);
/* WeakMethod's reference to its function */
OU_DEFINE_TYPE(ou_type_weak_function, OU_S(weakref_dot_ReferenceType), &ou_type_weakref, &ref_ops, &ref_table,
               OU_TYPE_FINAL, OU_V_NONE);

/* -- weakref.WeakMethod -- */

static ou_val method_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    ou_val callback;
    (void)type, (void)n_kw;
    if (parse(vm, "__new__", n_args, args, &callback) < 0)
        return OU_EXC;
    ou_val object = ou_get_attr_or_absent(vm, args[0], OU_S(__self__));
    ou_val function = object == OU_EXC ? OU_EXC : ou_get_attr_or_absent(vm, args[0], OU_S(__func__));
    if (object == OU_EXC || function == OU_EXC)
        return OU_EXC;
    if (object == OU_ABSENT || function == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "argument should be a bound method, not %r",
                        OU_ROM(ou_type_of(args[0])));
    ou_val self = new_ref(vm, &ou_type_weak_method, object, callback, OU_ABSENT, WORDS_EXTRA);
    ou_val half =
        self == OU_EXC ? OU_EXC : new_ref(vm, &ou_type_weak_function, function, callback, self, WORDS_EXTRA);
    if (half == OU_EXC)
        return OU_EXC;
    ou_weakref_own(vm, half, self);
    ou_field_set(vm, self, offsetof(struct ou_weakref, extra) / sizeof(ou_val), half);
    return self;
}

static ou_val function_of(ou_val self)
{
    ou_val half = ref_at(self)->extra;
    return half == OU_ABSENT ? OU_ABSENT : target_of(ref_at(half));
}

static ou_val method_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)args;
    if (n_args || n_kw)
        return ou_raise(vm, &ou_exc_TypeError,
                        "WeakMethod.__call__() takes 1 positional argument but %u were given", 1 + n_args);
    ou_val object = target_of(ref_at(self)), function = function_of(self);
    return object == OU_ABSENT || function == OU_ABSENT ? OU_NONE : ou_bound_method_new(vm, function, object);
}

static ou_val method_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    b = ou_cast_native(b, &ou_type_weak_method);
    if (b == OU_ABSENT || (op != OU_CMP_EQ && op != OU_CMP_NE))
        return OU_NOT_IMPLEMENTED;
    ou_val x = target_of(ref_at(a)), y = target_of(ref_at(b)), f = function_of(a), g = function_of(b);
    bool alive = x != OU_ABSENT && y != OU_ABSENT && f != OU_ABSENT && g != OU_ABSENT;
    int equal = alive ? ou_equal(vm, x, y) : a == b;
    if (alive && equal > 0)
        equal = ou_equal(vm, f, g);
    return equal < 0 ? OU_EXC : ou_bool(equal == (op == OU_CMP_EQ));
}

OU_ROM_ALIGN static const struct ou_type_ops method_ops = {.construct = method_construct,
                                                           .repr = ref_repr,
                                                           .hash = ref_hash,
                                                           .compare = method_compare,
                                                           .call = method_call};
OU_DEFINE_TYPE(ou_type_weak_method, OU_S(WeakMethod), &ou_type_weakref, &method_ops, NULL, 0, OU_V_NONE);
