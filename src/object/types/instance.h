/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Instances of classes made by Python code.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_INSTANCE_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_INSTANCE_H

#include "object/types/type.h"

extern const struct ou_type_ops ou_instance_ops; /* of every class made by Python code */

/* A new instance of a class made by Python code, with nothing set (no payload either). */
ou_val ou_instance_alloc(struct ou_vm *vm, const struct ou_type *t) OU_MUST_CHECK;
/* Words in front of the named slots. */
static inline size_t ou_instance_header(const struct ou_type *t)
{
    if (ou_type_has(t, OU_TYPE_EXCEPTION))
        return sizeof(struct ou_exception) / sizeof(ou_val) +
               (ou_type_has(t, OU_TYPE_GROUP) ? OU_GROUP_WORDS : 0);
    return 2 + (size_t)ou_type_has(t, OU_TYPE_PAYLOAD);
}
/* The word of an instance of t (a heap type) that holds an attribute, or -1. */
int ou_instance_slot_index(const struct ou_type *t, ou_val name);
/* The first slots of a class may be those that __slots__ declared: filled in any order, not in __dict__.
 * Their number stands in the flags, above the others. */
#define OU_TYPE_FIXED_SHIFT 16
static inline size_t ou_type_fixed_slots(const struct ou_type *t)
{
    return (t->flags >> (2 + OU_TYPE_FIXED_SHIFT)) & 0xff;
}
/* May the unbound slot at word `index` be filled, or would that change the order of attributes? */
static inline bool ou_instance_can_fill(ou_val object, const struct ou_type *t, size_t index)
{
    size_t header = ou_instance_header(t), end = header + (size_t)ou_small_value(t->heap->n_slots);
    if (index < header + ou_type_fixed_slots(t))
        return true;
    if (ou_field(object, 1) != OU_ABSENT)
        return false;
    for (size_t i = index + 1; i < end; i++)
        if (ou_field(object, i) != OU_ABSENT)
            return false;
    return true;
}
/* An attribute of the instance itself: slot, then extra.  No collection. */
ou_val ou_instance_get(struct ou_vm *vm, ou_val object, const struct ou_type *t, ou_val name);
/* 1 done, 0 cannot have it (or, deleting, has not), -1.  class_has: the class knows the name too. */
int ou_instance_set(struct ou_vm *vm, ou_val object, const struct ou_type *t, ou_val name, ou_val value,
                    bool class_has) OU_MUST_CHECK;
/* __dict__: all attributes move into a dict, which from now on is where they live. */
ou_val ou_instance_dict(struct ou_vm *vm, ou_val object) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_INSTANCE_H */
