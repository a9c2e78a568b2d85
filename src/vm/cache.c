/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Names that the inline functions of cache.h did not find.
 */
#include "vm/cache.h"
#include "object/core/protocol.h"
#include "object/types/descriptor.h"

/* Only classes that qualify for good are remembered, so that a hit needs no check but that the value is
 * still a Python function. */
ou_val ou_cache_init_slow(struct ou_vm *vm, const struct ou_type *t)
{
    unsigned known = ou_lookup_find(vm, OU_S(__init__), t->version | OU_LOOKUP_IN_CLASS);
    if (ou_lookup_kind(known) == OU_LOOKUP_INIT)
        return ou_attr_class_value(t, known);
    ou_val init = ou_type_find_init(vm, t);
    unsigned place = init == OU_ABSENT ? 0 : ou_attr_resolve(vm, OU_ROM(t), OU_S(__init__));
    if (ou_lookup_kind(place) == OU_LOOKUP_CLASS && ou_attr_class_value(t, place) == init)
        ou_lookup_set(vm, OU_S(__init__), t->version | OU_LOOKUP_IN_CLASS,
                      ou_lookup_as(place, OU_LOOKUP_INIT));
    return init;
}

ou_val ou_cache_global_slow(struct ou_vm *vm, struct ou_unit *unit, ou_val name)
{
    struct ou_table *globals = (struct ou_table *)unit->globals;
    if (!ou_lookup_exists(vm))
        return ou_op_global(vm, unit, name);
    ou_val v = ou_lookup_find(vm, name, OU_LOOKUP_GLOBALS) == OU_LOOKUP_NONE
                   ? OU_ABSENT
                   : ou_cache_global(vm, unit, name);
    if (v != OU_ABSENT)
        return v;
    ou_int i = ou_table_find_name(vm, globals, name);
    if (i >= 0) {
        ou_lookup_set(vm, name, OU_LOOKUP_GLOBALS, ou_lookup_place(OU_LOOKUP_GLOBAL, (size_t)i));
        return ou_table_entry(globals, (size_t)i)[1];
    }
    if ((i = ou_lookup_builtin(vm, name)) < 0)
        return ou_op_global(vm, unit, name);
    ou_lookup_set(vm, name, OU_LOOKUP_GLOBALS, ou_lookup_place(OU_LOOKUP_BUILTIN, (size_t)i));
    return vm->up->builtins->entries[i].value;
}

/* A value of an object that is no class, which stands as it is: of a slot, of its class, of a module. */
static ou_val plain_value(ou_val object, ou_val name, unsigned place)
{
    const struct ou_type *t = ou_type_of(object);
    switch (ou_lookup_kind(place)) {
    case OU_LOOKUP_SLOT:
    case OU_LOOKUP_SLOT_READ: return ou_field(object, ou_lookup_index(place));
    case OU_LOOKUP_PLAIN: return ou_cache_no_extra(object, t) ? ou_attr_class_value(t, place) : OU_ABSENT;
    case OU_LOOKUP_MODULE: {
        const struct ou_table *dict = (const struct ou_table *)((struct ou_module *)object)->dict;
        const ou_val *entry = ou_table_entry(dict, ou_lookup_index(place));
        return ou_lookup_index(place) < ou_table_fill(dict) && entry[0] == name ? entry[1] : OU_ABSENT;
    }
    default: return OU_ABSENT;
    }
}

/* The attribute of a class as it stands, or absent. */
static ou_val class_value(struct ou_vm *vm, ou_val cls, ou_val name)
{
    const struct ou_type *t = ou_type_at(cls);
    unsigned place = ou_lookup_find(vm, name, t->version | OU_LOOKUP_IN_CLASS);
    if (ou_lookup_kind(place) != OU_LOOKUP_CLASS)
        place = ou_attr_resolve(vm, cls, name);
    return place == OU_LOOKUP_NONE ? OU_ABSENT : ou_attr_class_value(t, place);
}

/* An attribute of an object that is no class, by its place: 1, with a function and its self in out, or a value and
 * OU_ABSENT; or 0. */
static int by_place(ou_val object, ou_val name, unsigned place, ou_val *out)
{
    const struct ou_type *t = ou_type_of(object);
    if (place == OU_LOOKUP_NONE)
        return 0;
    if (ou_lookup_kind(place) == OU_LOOKUP_METHOD) {
        out[0] = ou_attr_class_value(t, place);
        out[1] = object;
        return ou_cache_no_extra(object, t);
    }
    out[0] = plain_value(object, name, place); /* module.function(), self.callback() */
    out[1] = OU_ABSENT;
    return out[0] != OU_ABSENT;
}

/* The same, looked up where nothing fitting is remembered.  *place: the last one that was tried. */
static int find(struct ou_vm *vm, ou_val object, ou_val name, unsigned *place, ou_val *out)
{
    *place = OU_LOOKUP_NONE;
    if (OU_UNLIKELY(ou_is_type(object))) {
        out[0] = class_value(vm, object, name);
        out[1] = OU_ABSENT;
        return out[0] != OU_ABSENT;
    }
    *place = ou_lookup_find(vm, name, ou_type_of(object)->version);
    if (by_place(object, name, *place, out))
        return 1;
    if (*place != OU_LOOKUP_NONE && ou_lookup_kind(*place) != OU_LOOKUP_MODULE)
        return 0; /* it is true of the class, but not of this object */
    *place = ou_attr_resolve(vm, object, name);
    return by_place(object, name, *place, out);
}

ou_val ou_cache_attr_slow(struct ou_vm *vm, ou_val object, ou_val name)
{
    unsigned place;
    ou_val out[2];
    if (!ou_lookup_exists(vm))
        return ou_get_attr(vm, object, name);
    if (find(vm, object, name, &place, out))
        return out[1] == OU_ABSENT ? out[0] : ou_bound_method_new(vm, out[0], out[1]);
    const struct ou_type *t = ou_type_of(object);
    return ou_lookup_kind(place) == OU_LOOKUP_DESCRIPTOR
               ? ou_descriptor_get(vm, ou_attr_class_value(t, place), object, OU_ROM(t))
               : ou_get_attr(vm, object, name);
}

int ou_cache_set_slow(struct ou_vm *vm, ou_val object, ou_val name, ou_val v)
{
    const struct ou_type *t = ou_type_of(object);
    if (ou_type_is_heap(t) && !ou_is_type(object) && ou_lookup_exists(vm) &&
        ou_lookup_find(vm, name, t->version) == OU_LOOKUP_NONE)
        ou_attr_resolve(vm, object, name);
    return ou_cache_set_slot(vm, object, name, v) ? 0 : ou_set_attr(vm, object, name, v);
}

int ou_cache_method_slow(struct ou_vm *vm, ou_val object, ou_val name, ou_val *out)
{
    unsigned place;
    return ou_lookup_exists(vm) && find(vm, object, name, &place, out) ? 0
                                                                       : ou_get_method(vm, object, name, out);
}
