/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types: looking names up, versions, and places in classes.  Functions that can fail raise and return OU_EXC or -1;
 * all of those may collect.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H

#include "object/core/lookup.h"
#include "object/core/table.h"

static inline bool ou_type_is_heap(const struct ou_type *t) { return (t->flags >> 2) & OU_TYPE_HEAP; }
static inline bool ou_type_has(const struct ou_type *t, ou_val flag) { return ((t->flags >> 2) & flag) != 0; }
/* The nearest type written in C: t itself if it is one. */
static inline const struct ou_type *ou_type_native(const struct ou_type *t)
{
    return ou_type_is_heap(t) ? (const struct ou_type *)t->heap->native : t;
}
/* Class k in t's method resolution order, or NULL behind its end. */
const struct ou_type *ou_type_mro_at(const struct ou_type *t, size_t k);

/* -- lookup: never runs Python, never collects.  OU_ABSENT if absent. -- */
/* What the classes of t's resolution order say about a name, unbound. */
ou_val ou_type_lookup(struct ou_vm *vm, const struct ou_type *t, ou_val name);
/* The same in the classes that follow `after`. */
ou_val ou_type_lookup_after(struct ou_vm *vm, const struct ou_type *t, const struct ou_type *after,
                            ou_val name);
/* The number of a name in a constant table, or -1.  No collection. */
ou_int ou_rom_table_find(const struct ou_rom_table *table, ou_val name);
/* In t's own dict only (slot wrappers of a C type included). */
ou_val ou_type_own(struct ou_vm *vm, const struct ou_type *t, ou_val name);

/* -- versions, and places in classes -- */
/* The version that a cache compares; assigned on first use.  0: not cacheable. */
uint32_t ou_type_version(struct ou_vm *vm, const struct ou_type *t);
/* Attributes of t are not what they were: its version and those of its subclasses are dropped. */
void ou_type_modified(struct ou_vm *vm, struct ou_type *t);
/* Hooks of the collector, for the chain of classes; and what a debug build checks: 0 or negative. */
void ou_type_clear_dead(struct ou_vm *vm);
void ou_type_update(struct ou_vm *vm);
int ou_type_verify(struct ou_vm *vm);

/* Where `object` has an attribute, and remembers that (ou_lookup_set); NONE if no entry can say it.  No collection. */
unsigned ou_attr_resolve(struct ou_vm *vm, ou_val object, ou_val name);
/* The value of a place in a class.  t: the object's type; for CLASS and INIT the class.  No collection. */
ou_val ou_attr_class_value_slow(const struct ou_type *t, unsigned place);
static inline ou_val ou_attr_class_value(const struct ou_type *t, unsigned place)
{
    unsigned depth = ou_lookup_depth(place);
    if (ou_type_is_heap(t) && depth != OU_LOOKUP_WRAPPER) {
        const struct ou_type *c = (const struct ou_type *)((const struct ou_tuple *)t->mro)->items[depth];
        if (ou_type_is_heap(c))
            return ou_table_entry((const struct ou_table *)c->dict, ou_lookup_class_index(place))[1];
    }
    return ou_attr_class_value_slow(t, place);
}

/* -- attributes -- */
/* Attributes of classes: of the class and its bases first, then of its metaclass. */
ou_val ou_type_get_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val *self) OU_MUST_CHECK;
int ou_type_set_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val value) OU_MUST_CHECK;
ou_val ou_type_qualname(const struct ou_type *t);
ou_val ou_type_module_name(const struct ou_type *t); /* str */
extern const struct ou_type ou_type_mappingproxy;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H */
