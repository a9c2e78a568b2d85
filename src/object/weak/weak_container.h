/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What WeakValueDictionary, WeakKeyDictionary and WeakSet share.
 *
 * A container holds a dict or set of weak references.  When something dies that one of them referred to,
 * vm->cleanup->deaths changes; a container that has seen another number takes out what is dead before it
 * does anything, and its references' callbacks see to it that this happens at a safepoint anyway.  Taking
 * records out leaves the others where they are, so iterators go on; they tell it from other changes of size
 * by `removed`.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_CONTAINER_H
#define OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_CONTAINER_H

#include "object/core/cleanup_queue.h"
#include "object/core/table.h"

/* V: 16 */
struct ou_weak_container {
    ou_val type;
    ou_val data;    /* dict or set */
    ou_val removed; /* small int: records that death has taken out */
    ou_val seen;    /* small int: vm->cleanup->deaths when the dead were last taken out */
};

static inline struct ou_weak_container *ou_weak_container_at(ou_val v)
{
    return (struct ou_weak_container *)v;
}
static inline struct ou_table *ou_weak_table(ou_val v) { return ou_table_at(ou_weak_container_at(v)->data); }

ou_val ou_weak_container_new(struct ou_vm *vm, const struct ou_type *t) OU_MUST_CHECK;
/* Takes out what is dead, and returns what is left: no collection. */
struct ou_table *ou_weak_container_purge(struct ou_vm *vm, ou_val self);
/* A reference that the container keeps. */
ou_val ou_weak_container_ref(struct ou_vm *vm, ou_val self, ou_val object) OU_MUST_CHECK;
/* A reference to look up with; OU_ABSENT: there can be none to such an object. */
ou_val ou_weak_container_probe(struct ou_vm *vm, ou_val object) OU_MUST_CHECK;

enum ou_weak_items { OU_WEAK_KEYS, OU_WEAK_VALUES, OU_WEAK_ITEMS, OU_WEAK_REFS };
ou_val ou_weak_iterator_new(struct ou_vm *vm, ou_val self, enum ou_weak_items items) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_CONTAINER_H */
