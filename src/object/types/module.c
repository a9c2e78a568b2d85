/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Modules made from files, whose names lie in a dict, and modules in ROM, whose names lie in a constant
 * table: some of those are computed (OU_PROPERTY), no others can be set.
 */
#include "object/core/lookup.h"
#include "object/types/module.h"
#include "object/core/table.h"

static ou_val dict_of(ou_val module) { return ((const struct ou_module *)module)->dict; }

ou_val ou_module_dict(ou_val module) { return ou_is(module, &ou_type_module) ? dict_of(module) : OU_ABSENT; }

ou_val ou_module_new(struct ou_vm *vm, ou_val name)
{
    ou_val dict = ou_dict_new(vm, 0);
    if (dict == OU_EXC || ou_dict_set_name(vm, dict, OU_S(__name__), name) < 0)
        return OU_EXC;
    struct ou_module *m = ou_alloc(vm, sizeof *m, OU_GC_VALUES | OU_GC_LONG_LIVED);
    if (!m)
        return OU_EXC;
    m->type = OU_ROM(&ou_type_module);
    m->dict = dict;
    m->name = name;
    return ou_from_ptr(m);
}

static ou_val module_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    ou_val out[2];
    if (ou_args_parse(vm, "module", "name|doc", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    ou_val name = ou_cast_native(out[0], &ou_type_str);
    if (name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "module() argument 'name' must be str, not %A", out[0]);
    ou_val module = ou_module_new(vm, name);
    if (module == OU_EXC)
        return OU_EXC;
    return ou_dict_set_name(vm, dict_of(module), OU_S(__doc__), out[1] == OU_ABSENT ? OU_NONE : out[1]) < 0
               ? OU_EXC
               : module;
}

static ou_val module_repr(struct ou_vm *vm, ou_val self)
{
    ou_val name = ou_dict_get_name(vm, dict_of(self), OU_S(__name__));
    ou_val file = ou_dict_get_name(vm, dict_of(self), OU_S(__file__));
    if (name == OU_ABSENT)
        name = OU_S(_lt_unknown_gt_);
    if (file != OU_ABSENT)
        return ou_str_format(vm, "<module %r from %r>", name, file);
    return ou_str_format(vm, "<module %r>", name);
}

ou_val ou_module_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    ou_val v = ou_dict_get_name(vm, dict_of(self), name);
    if (v != OU_ABSENT)
        return v;
    ou_val hook = ou_dict_get_name(vm, dict_of(self), OU_S(__getattr__));
    return hook == OU_ABSENT ? OU_ABSENT : ou_call_1(vm, hook, name);
}

static int module_set_attr(struct ou_vm *vm, ou_val self, ou_val name, ou_val value)
{
    if (value == OU_ABSENT)
        return ou_dict_delete(vm, dict_of(self), name);
    return ou_dict_set_name(vm, dict_of(self), name, value) < 0 ? -1 : 1;
}

static ou_val module_get_dict(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return dict_of(self);
}

OU_ROM_ALIGN static const union ou_member module_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__dict__), module_get_dict, NULL)};
static OU_MEMBER_TABLE(module_table, module_members);
OU_ROM_ALIGN static const struct ou_type_ops module_ops = {.construct = module_construct,
                                                           .repr = module_repr,
                                                           .get_attr = ou_module_get_attr,
                                                           .set_attr = module_set_attr};
OU_DEFINE_TYPE(ou_type_module, OU_S(module), &ou_type_object, &module_ops, &module_table, OU_TYPE_WEAKREF,
               OU_V_MODULE);

/* -- modules in ROM -- */

static const struct ou_rom_module *rom_at(ou_val v) { return (const struct ou_rom_module *)v; }

static ou_val rom_module_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<module %r (built-in)>", rom_at(self)->name);
}

/* Attributes set on a constant module lie in a dict of their own, made when the first one is set; those
 * of builtins where the VM looks for names. */
static ou_val overrides_of(struct ou_vm *vm, ou_val self)
{
    if (rom_at(self)->name == OU_S(builtins))
        return vm->roots.builtins_extra;
    ou_val all = vm->roots.module_attributes;
    return all == OU_ABSENT ? OU_ABSENT : ou_dict_get(vm, all, self);
}

ou_val ou_module_override(struct ou_vm *vm, const struct ou_rom_module *module, ou_val name)
{
    ou_val own = overrides_of(vm, OU_ROM(module));
    return own == OU_ABSENT || own == OU_EXC ? OU_ABSENT : ou_dict_get_name(vm, own, name);
}

static int set_override(struct ou_vm *vm, ou_val self, ou_val name, ou_val value)
{
    ou_val own = overrides_of(vm, self);
    if (own == OU_EXC)
        return -1;
    if (value == OU_ABSENT) {
        int deleted = own == OU_ABSENT ? 0 : ou_dict_delete(vm, own, name);
        return deleted != 0 ? deleted
                            : ou_fail(ou_raise(vm, &ou_exc_AttributeError,
                                               "module '%v' is constant: its attributes lie in ROM",
                                               rom_at(self)->name));
    }
    if (own == OU_ABSENT) {
        if (vm->roots.module_attributes == OU_ABSENT) {
            ou_val all = ou_dict_new(vm, 1);
            if (all == OU_EXC)
                return -1;
            vm->roots.module_attributes = all;
        }
        own = ou_dict_new(vm, 1);
        if (own != OU_EXC && rom_at(self)->name == OU_S(builtins))
            ou_lookup_namespace(vm, vm->roots.builtins_extra = own);
        else if (own == OU_EXC || ou_dict_set(vm, vm->roots.module_attributes, self, own) < 0)
            return -1;
    }
    return ou_dict_set_name(vm, own, name, value) < 0 ? -1 : 1;
}

static ou_val rom_module_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    ou_val v = ou_module_override(vm, rom_at(self), name);
    if (v != OU_ABSENT)
        return v;
    v = ou_rom_table_get(rom_at(self)->table, name);
    if (ou_is(v, &ou_type_native_property))
        return ((const struct ou_native_property *)v)->get(vm, self);
    if (v == OU_ABSENT && name == OU_S(__name__))
        return rom_at(self)->name;
    return v;
}

static int rom_module_set_attr(struct ou_vm *vm, ou_val self, ou_val name, ou_val value)
{
    ou_val v = ou_rom_table_get(rom_at(self)->table, name);
    if (ou_is(v, &ou_type_native_property) && ((const struct ou_native_property *)v)->set)
        return ((const struct ou_native_property *)v)->set(vm, self, value) < 0 ? -1 : 1;
    return set_override(vm, self, name, value);
}

/* A copy as a dict: the table itself cannot change. */
static ou_val rom_module_get_dict(struct ou_vm *vm, ou_val self)
{
    const struct ou_rom_table *table = rom_at(self)->table;
    ou_val dict = ou_dict_new(vm, table->count + 1);
    if (dict == OU_EXC || ou_dict_set_name(vm, dict, OU_S(__name__), rom_at(self)->name) < 0)
        return OU_EXC;
    for (size_t i = 0; i < table->count; i++) {
        ou_val v = rom_module_get_attr(vm, self, ou_rom_table_name(table, i));
        if (v == OU_EXC || ou_dict_set_name(vm, dict, ou_rom_table_name(table, i), v) < 0)
            return OU_EXC;
    }
    ou_val own = overrides_of(vm, self);
    if (own == OU_EXC || (own != OU_ABSENT && ou_dict_update(vm, dict, own) < 0))
        return OU_EXC;
    return dict;
}

OU_ROM_ALIGN static const union ou_member rom_module_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__dict__), rom_module_get_dict, NULL)};
static OU_MEMBER_TABLE(rom_module_table, rom_module_members);
OU_ROM_ALIGN static const struct ou_type_ops rom_module_ops = {
    .repr = rom_module_repr, .get_attr = rom_module_get_attr, .set_attr = rom_module_set_attr};
OU_DEFINE_TYPE(ou_type_rom_module, OU_S(module), &ou_type_object, &rom_module_ops, &rom_module_table,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, 0);
