/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Inline caches: where a name was found last time, kept in the bytecode behind the instruction.
 *
 * An attribute's cache is a struct ou_attr_location (8 bytes): the version of the type, and where the
 * value lies.  No cache holds a reference, so the collector need not know of them: a value is fetched
 * anew from the slot or the class's dict each time, and only adding or removing names invalidates.
 *
 * A global's cache is 6 bytes: uint16 record, uint32 version.  Version 0: the record of the module's
 * dict, valid if its key is the name.  Otherwise: the record of the builtins table, valid while the
 * dict's version (which changes when a key is added) is the same.
 */
#ifndef OURO_INCLUDED_SRC_VM_CACHE_H
#define OURO_INCLUDED_SRC_VM_CACHE_H

#include "object/core/table.h"
#include "object/types/class.h"
#include "object/types/instance.h"
#include "vm/frame.h"

#if OU_INLINE_CACHE
ou_val ou_cache_fill_init(struct ou_vm *vm, const struct ou_type *t);
#endif

/* The Python __init__ of a class that the VM may instantiate by itself, or unbound. */
static inline ou_val ou_cache_init(struct ou_vm *vm, const struct ou_type *t)
{
#if OU_INLINE_CACHE
    struct ou_attr_location l;
    ou_val version = t->version >> 2;
    memcpy(&l, &vm->init_cache[version & 15], 8);
    if (l.version == version && l.kind == OU_ATTR_CLASS)
        return ou_attr_class_value(t, l.depth, l.index);
    return ou_cache_fill_init(vm, t);
#else
    return ou_type_find_init(vm, t);
#endif
}

#if OU_INLINE_CACHE

_Static_assert(sizeof(struct ou_attr_location) == 8, "an attribute's cache is 8 bytes");

static inline ou_val ou_cache_get_global(const struct ou_vm *vm, const struct ou_unit *unit, ou_val name,
                                         const uint8_t *cache)
{
    uint16_t record;
    uint32_t version;
    memcpy(&record, cache, 2);
    memcpy(&version, cache + 2, 4);
    const struct ou_table *globals = (const struct ou_table *)unit->globals;
    if (version == 0) {
        if (record >= ou_table_fill(globals))
            return OU_ABSENT;
        const ou_val *entry = ou_table_entry(globals, record);
        return entry[0] == name ? entry[1] : OU_ABSENT;
    }
    return globals->version == ou_small(version) ? vm->up->builtins->entries[record].value : OU_ABSENT;
}

/* May the methods and values of its class be seen through the instance without looking into it? */
static inline bool ou_cache_no_extra(ou_val object, const struct ou_type *t)
{
    return !ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION) || ou_field(object, 1) == OU_ABSENT;
}

static inline ou_val ou_cache_get_attr(ou_val object, ou_val name, const uint8_t *cache)
{
    struct ou_attr_location l;
    memcpy(&l, cache, 8);
    if (!ou_is_ptr(object))
        return OU_ABSENT;
    const struct ou_type *t = *(const struct ou_type *const *)object;
    if (t->version == ou_small(l.version)) {
        if (l.kind == OU_ATTR_SLOT)
            return ou_field(object, l.index);
        if (l.kind == OU_ATTR_PLAIN && ou_cache_no_extra(object, t))
            return ou_attr_class_value(t, l.depth, l.index);
    }
    if (l.kind == OU_ATTR_MODULE && t == &ou_type_module) {
        const struct ou_table *dict = (const struct ou_table *)((struct ou_module *)object)->dict;
        if (l.index < ou_table_fill(dict)) {
            const ou_val *entry = ou_table_entry(dict, l.index);
            if (entry[0] == name)
                return entry[1];
        }
    } else if (l.kind == OU_ATTR_CLASS && t == &ou_type_type &&
               ou_type_at(object)->version == ou_small(l.version))
        return ou_attr_class_value(ou_type_at(object), l.depth, l.index);
    return OU_ABSENT;
}

static inline ou_val ou_cache_get_method(ou_val object, const uint8_t *cache)
{
    struct ou_attr_location l;
    memcpy(&l, cache, 8);
    if (l.kind != OU_ATTR_METHOD)
        return OU_ABSENT;
    const struct ou_type *t = ou_type_of(object);
    if (t->version != ou_small(l.version) || !ou_cache_no_extra(object, t))
        return OU_ABSENT;
    return ou_attr_class_value(t, l.depth, l.index);
}

static inline bool ou_cache_set_attr(struct ou_vm *vm, ou_val object, ou_val v, const uint8_t *cache)
{
    struct ou_attr_location l;
    memcpy(&l, cache, 8);
    if (!ou_is_ptr(object) || l.kind != OU_ATTR_SLOT)
        return false;
    const struct ou_type *t = *(const struct ou_type *const *)object;
    if (t->version != ou_small(l.version))
        return false;
    ou_val *slot = (ou_val *)object + l.index;
    if (*slot == OU_ABSENT && !ou_instance_can_fill(object, t, l.index))
        return false;
    OU_STORE(vm, (void *)object, slot, v);
    return true;
}

/* The slow ways: look up as if there were no cache, and fill it. */
ou_val ou_cache_fill_global(struct ou_vm *vm, struct ou_unit *unit, ou_val name,
                            uint8_t *cache) OU_MUST_CHECK;
ou_val ou_cache_fill_attr(struct ou_vm *vm, ou_val object, ou_val name, uint8_t *cache) OU_MUST_CHECK;
int ou_cache_fill_set_attr(struct ou_vm *vm, ou_val object, ou_val name, ou_val v,
                           uint8_t *cache) OU_MUST_CHECK;
int ou_cache_fill_method(struct ou_vm *vm, ou_val object, ou_val name, uint8_t *cache,
                         ou_val *out) OU_MUST_CHECK;

#endif

#endif /* OURO_INCLUDED_SRC_VM_CACHE_H */
