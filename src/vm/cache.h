/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Names through the lookup cache (object/core/lookup.h), as instructions need them.  The inline functions answer if the
 * place is remembered; OU_ABSENT, or false: the function of the same name with `_slow` looks it up, and remembers it.
 */
#ifndef OURO_INCLUDED_SRC_VM_CACHE_H
#define OURO_INCLUDED_SRC_VM_CACHE_H

#include "base/base.h"
#include "object/core/lookup.h"
#include "object/types/class.h"
#include "object/types/instance.h"
#include "vm/frame.h"

ou_val ou_cache_init_slow(struct ou_vm *vm, const struct ou_type *t);
/* The Python __init__ of a class that the VM may instantiate by itself, or absent. */
static inline ou_val ou_cache_init(struct ou_vm *vm, const struct ou_type *t)
{
    unsigned place = ou_lookup_get(vm, OU_S(__init__), t->version | OU_LOOKUP_IN_CLASS);
    return ou_lookup_kind(place) == OU_LOOKUP_INIT ? ou_attr_class_value(t, place)
                                                   : ou_cache_init_slow(vm, t);
}

static inline ou_val ou_cache_global(const struct ou_vm *vm, const struct ou_unit *unit, ou_val name)
{
    unsigned place = ou_lookup_get(vm, name, OU_LOOKUP_GLOBALS), index = ou_lookup_index(place);
    if (ou_lookup_kind(place) == OU_LOOKUP_GLOBAL) {
        const struct ou_table *globals = (const struct ou_table *)unit->globals;
        if (index < ou_table_fill(globals)) {
            const ou_val *entry = ou_table_entry(globals, index);
            return entry[0] == name ? entry[1] : OU_ABSENT;
        }
    } else if (place != OU_LOOKUP_NONE)
        return vm->up->builtins->entries[index].value;
    return OU_ABSENT;
}

/* May the methods and values of its class be seen through the instance without looking into it? */
static inline bool ou_cache_no_extra(ou_val object, const struct ou_type *t)
{
    return !ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION) || ou_field(object, 1) == OU_ABSENT;
}

/* An attribute in a slot.  Most are. */
static inline ou_val ou_cache_slot(const struct ou_vm *vm, ou_val object, ou_val name)
{
    if (OU_UNLIKELY(!ou_is_ptr(object)))
        return OU_ABSENT;
    unsigned place = ou_lookup_get(vm, name, (*(const struct ou_type *const *)object)->version);
    unsigned kind = ou_lookup_kind(place);
    return kind == OU_LOOKUP_SLOT || kind == OU_LOOKUP_SLOT_READ ? ou_field(object, ou_lookup_index(place))
                                                                 : OU_ABSENT;
}

static inline ou_val ou_cache_method(const struct ou_vm *vm, ou_val object, ou_val name)
{
    const struct ou_type *t = ou_type_of(object);
    unsigned place = ou_lookup_get(vm, name, t->version);
    return ou_lookup_kind(place) == OU_LOOKUP_METHOD && ou_cache_no_extra(object, t)
               ? ou_attr_class_value(t, place)
               : OU_ABSENT;
}

static inline bool ou_cache_set_slot(struct ou_vm *vm, ou_val object, ou_val name, ou_val v)
{
    if (OU_UNLIKELY(!ou_is_ptr(object)))
        return false;
    const struct ou_type *t = *(const struct ou_type *const *)object;
    unsigned place = ou_lookup_get(vm, name, t->version), index = ou_lookup_index(place);
    if (ou_lookup_kind(place) != OU_LOOKUP_SLOT)
        return false;
    ou_val *slot = (ou_val *)object + index;
    if (*slot == OU_ABSENT && !ou_instance_can_fill(object, t, index))
        return false;
    OU_STORE(vm, (void *)object, slot, v);
    return true;
}

ou_val ou_cache_global_slow(struct ou_vm *vm, struct ou_unit *unit, ou_val name) OU_MUST_CHECK;
/* Any attribute. */
ou_val ou_cache_attr_slow(struct ou_vm *vm, ou_val object, ou_val name) OU_MUST_CHECK;
int ou_cache_set_slow(struct ou_vm *vm, ou_val object, ou_val name, ou_val v) OU_MUST_CHECK;
/* out[0], out[1]: a function and its self; or a value and OU_ABSENT. */
int ou_cache_method_slow(struct ou_vm *vm, ou_val object, ou_val name, ou_val *out) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_VM_CACHE_H */
