/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types: looking names up, and what inline caches need.  Functions that can fail raise and return OU_EXC or -1;
 * all of those may collect.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H

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
/* In t's own dict only (slot wrappers of a C type included). */
ou_val ou_type_own(struct ou_vm *vm, const struct ou_type *t, ou_val name);

/* -- inline caches -- */
/* The version that a cache compares; assigned on first use.  0: not cacheable. */
uint32_t ou_type_version(struct ou_vm *vm, const struct ou_type *t);
/* Attributes of t are not what they were: its version and those of its subclasses are dropped. */
void ou_type_modified(struct ou_vm *vm, struct ou_type *t);
/* Hooks of the collector, for the chain of classes; and what a debug build checks: 0 or negative. */
void ou_type_clear_dead(struct ou_vm *vm);
void ou_type_update(struct ou_vm *vm);
int ou_type_verify(struct ou_vm *vm);

enum ou_attr_kind {
    OU_ATTR_NONE,       /* nothing that could be cached */
    OU_ATTR_SLOT,       /* word `index` of the instance; unbound there: ask again */
    OU_ATTR_METHOD,     /* a function or native method of the class (ou_attr_class_value), to be bound; holds
                           if the instance has no `extra`, or extra lacks the name */
    OU_ATTR_PLAIN,      /* a value of the class that is no descriptor; the same condition */
    OU_ATTR_DESCRIPTOR, /* a data descriptor of the class, for ou_descriptor_get/set; no condition */
    OU_ATTR_CLASS,  /* the object is itself a class, `version` is its own, and ou_attr_class_value of it is
                           the result as it stands */
    OU_ATTR_MODULE, /* the object is a module, `version` that of its dict, `index` the record there */
};
/* Where an attribute is found; what an inline cache holds.  For all kinds but CLASS and MODULE the
 * version is that of the object's type.  A cache of all zeros has kind NONE. */
struct ou_attr_location {
    uint32_t version;
    uint16_t index;
    uint8_t depth; /* in the resolution order; OU_ATTR_WRAPPER: `index` numbers a slot wrapper */
    uint8_t kind;
};
#define OU_ATTR_WRAPPER 0xff
void ou_attr_resolve(struct ou_vm *vm, ou_val object, ou_val name, struct ou_attr_location *out);
/* For METHOD, PLAIN, DESCRIPTOR (t: the object's type) and CLASS (t: the object). */
ou_val ou_attr_class_value_slow(const struct ou_type *t, unsigned depth, unsigned index);
static inline ou_val ou_attr_class_value(const struct ou_type *t, unsigned depth, unsigned index)
{
    if (ou_type_is_heap(t) && depth != OU_ATTR_WRAPPER) {
        const struct ou_type *c = (const struct ou_type *)((const struct ou_tuple *)t->mro)->items[depth];
        if (ou_type_is_heap(c))
            return ou_table_entry((const struct ou_table *)c->dict, index)[1];
    }
    return ou_attr_class_value_slow(t, depth, index);
}
/* For a store: SLOT, or NONE (object's class intercepts stores, has a data descriptor, no slot ...). */
void ou_attr_resolve_store(struct ou_vm *vm, ou_val object, ou_val name, struct ou_attr_location *out);

/* -- attributes -- */
/* Attributes of classes: of the class and its bases first, then of its metaclass. */
ou_val ou_type_get_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val *self) OU_MUST_CHECK;
int ou_type_set_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val value) OU_MUST_CHECK;
ou_val ou_type_qualname(const struct ou_type *t);
ou_val ou_type_module_name(const struct ou_type *t); /* str */
extern const struct ou_type ou_type_mappingproxy;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_H */
