/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Filling inline caches (see cache.h).
 */
#include "vm/cache.h"
#include "object/core/protocol.h"
#include "object/types/descriptor.h"

#if OU_INLINE_CACHE

/* Only classes that qualify for good are remembered, so that a hit needs no check but that the value is
 * still a Python function. */
ou_val ou_cache_fill_init(struct ou_vm *vm, const struct ou_type *t)
{
    ou_val init = ou_type_find_init(vm, t);
    uint32_t version = init == OU_ABSENT ? 0 : ou_type_version(vm, t);
    struct ou_attr_location l;
    if (!version)
        return init;
    ou_attr_resolve(vm, OU_ROM(t), OU_S(__init__), &l);
    if (l.kind == OU_ATTR_CLASS && ou_attr_class_value(t, l.depth, l.index) == init)
        memcpy(&vm->init_cache[version & 15], &l, 8);
    return init;
}

ou_val ou_cache_fill_global(struct ou_vm *vm, struct ou_unit *unit, ou_val name, uint8_t *cache)
{
    struct ou_table *globals = (struct ou_table *)unit->globals;
    uint16_t record = 0xffff;
    uint32_t version = 0;
    ou_val v = OU_ABSENT;
    int i = ou_table_find_name(vm, globals, name);
    if (i >= 0) {
        v = ou_table_entry(globals, (size_t)i)[1];
        record = i < 0xffff ? (uint16_t)i : 0xffff;
    } else {
        v = ou_op_global(vm, unit, name);
        if (v == OU_EXC)
            return OU_EXC;
        const struct ou_rom_table *builtins = vm->up->builtins;
        for (size_t k = 0; k < builtins->count; k++)
            if (builtins->entries[k].name == name && builtins->entries[k].value == v) {
                record = (uint16_t)k;
                version = ou_table_version(vm, globals);
            }
    }
    memcpy(cache, &record, 2);
    memcpy(cache + 2, &version, 4);
    return v;
}

ou_val ou_cache_fill_attr(struct ou_vm *vm, ou_val object, ou_val name, uint8_t *cache)
{
    struct ou_attr_location l;
    memcpy(&l, cache, 8);
    const struct ou_type *t = ou_type_of(object);
    if (l.kind == OU_ATTR_DESCRIPTOR && t->version == ou_small(l.version))
        return ou_descriptor_get(vm, ou_attr_class_value(t, l.depth, l.index), object, OU_ROM(t));
    if (l.kind == OU_ATTR_METHOD && t->version == ou_small(l.version) && ou_cache_no_extra(object, t))
        return ou_bound_method_new(vm, ou_attr_class_value(t, l.depth, l.index), object);
    ou_attr_resolve(vm, object, name, &l);
    memcpy(cache, &l, 8);
    ou_val v = ou_cache_get_attr(object, name, cache);
    return v != OU_ABSENT ? v : ou_get_attr(vm, object, name);
}

int ou_cache_fill_set_attr(struct ou_vm *vm, ou_val object, ou_val name, ou_val v, uint8_t *cache)
{
    struct ou_attr_location l;
    ou_attr_resolve_store(vm, object, name, &l);
    memcpy(cache, &l, 8);
    return ou_cache_set_attr(vm, object, v, cache) ? 0 : ou_set_attr(vm, object, name, v);
}

int ou_cache_fill_method(struct ou_vm *vm, ou_val object, ou_val name, uint8_t *cache, ou_val *out)
{
    struct ou_attr_location l;
    memcpy(&l, cache, 8);
    ou_val v = l.kind == OU_ATTR_METHOD ? OU_ABSENT : ou_cache_get_attr(object, name, cache);
    if (v != OU_ABSENT) { /* a plain value: module.function(), self.callback() */
        out[0] = v;
        out[1] = OU_ABSENT;
        return 0;
    }
    ou_attr_resolve(vm, object, name, &l);
    memcpy(cache, &l, 8);
    v = ou_cache_get_method(object, cache);
    if (v != OU_ABSENT) {
        out[0] = v;
        out[1] = object;
        return 0;
    }
    return ou_get_method(vm, object, name, out);
}

#endif
