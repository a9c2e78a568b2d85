/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * `object`, the types of the single values, and the types that only mark constants in ROM.
 */
#include "object/types/type_rom.h"
#include "object/core/cleanup_queue.h"
#include "object/core/mapping.h"
#include "object/core/protocol.h"
#include "object/types/instance.h"
#include "object/types/slot_wrappers.h"

/* -- object -- */

static ou_val object_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type, (void)args;
    if (n_args || n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "object() takes no arguments");
    return ou_object_new(vm, &ou_type_object, 1, false);
}

ou_val ou_default_repr(struct ou_vm *vm, ou_val v)
{
    const struct ou_type *t = ou_type_of(v);
    ou_val module = ou_type_module_name(t), name = ou_type_qualname(t);
    char address[2 * sizeof(ou_val) + 3];
    if (ou_identity_text(vm, v, address) < 0)
        return OU_EXC;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, "<");
    if (module != OU_S(builtins)) {
        ou_builder_add_str(&b, module);
        ou_builder_add_c(&b, ".");
    }
    ou_builder_add_str(&b, name);
    ou_builder_add_c(&b, " object at ");
    ou_builder_add_c(&b, address);
    ou_builder_add_c(&b, ">");
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(object_init)
{
    if (n_args == 1 && !n_kw)
        return OU_NONE;
    const struct ou_type *t = ou_type_of(args[0]);
    if (ou_type_lookup(vm, t, OU_S(__init__)) != OU_ROM(&ou_object_init))
        return ou_raise(vm, &ou_exc_TypeError,
                        "object.__init__() takes exactly one argument (the instance to initialize)");
    if (!ou_type_has(t, OU_TYPE_HAS_NEW))
        return ou_raise(vm, &ou_exc_TypeError,
                        "%v.__init__() takes exactly one argument (the instance to initialize)", t->name);
    return OU_NONE;
}

OU_NATIVE_STATIC(object_repr) { return ou_default_repr(vm, args[0]); }

OU_NATIVE_STATIC(object_str) { return ou_repr(vm, args[0]); }

OU_NATIVE_STATIC(object_hash)
{
    ou_int hash;
    return ou_identity_hash(vm, args[0], &hash) < 0 ? OU_EXC : ou_int_new(vm, hash);
}

OU_NATIVE_STATIC(object_eq) { return args[0] == args[1] ? OU_TRUE : OU_NOT_IMPLEMENTED; }

OU_NATIVE_STATIC(object_ne)
{
    ou_val v = ou_call_special(vm, args[0], OU_S(__eq__), 1, &args[1]);
    if (v == OU_ABSENT)
        return args[0] == args[1] ? OU_FALSE : OU_NOT_IMPLEMENTED;
    if (v == OU_EXC || v == OU_NOT_IMPLEMENTED)
        return v;
    int truth = ou_truth(vm, v);
    return truth < 0 ? OU_EXC : ou_bool(!truth);
}

OU_NATIVE_STATIC(object_format)
{
    ou_val spec = ou_cast_native(args[1], &ou_type_str);
    if (spec == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "__format__() argument must be str, not %A", args[1]);
    if (spec != OU_S())
        return ou_raise(vm, &ou_exc_TypeError, "unsupported format string passed to %T.__format__", args[0]);
    return ou_str(vm, args[0]);
}

/* The name of an attribute given as an argument, interned. */
static ou_val attribute_name(struct ou_vm *vm, ou_val v)
{
    ou_val name = ou_cast_native(v, &ou_type_str);
    if (name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "attribute name must be string, not '%T'", v);
    return ou_is_interned(name) ? name : ou_intern_str(vm, name);
}

OU_NATIVE_STATIC(object_getattribute)
{
    ou_val name = attribute_name(vm, args[1]);
    if (name == OU_EXC)
        return OU_EXC;
    ou_val v = ou_generic_get(vm, args[0], name, NULL);
    return v == OU_ABSENT ? ou_raise_attribute(vm, args[0], name) : v;
}

OU_NATIVE_STATIC(object_setattr)
{
    ou_val name = attribute_name(vm, args[1]);
    return name == OU_EXC || ou_generic_set(vm, args[0], name, args[2]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(object_delattr)
{
    ou_val name = attribute_name(vm, args[1]);
    return name == OU_EXC || ou_generic_set(vm, args[0], name, OU_ABSENT) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(object_init_subclass)
{
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "%v.__init_subclass__() takes no keyword arguments",
                        ou_type_at(args[0])->name);
    return OU_NONE;
}

OU_NATIVE_STATIC(object_subclasshook) { return OU_NOT_IMPLEMENTED; }

OU_NATIVE_STATIC(object_sizeof)
{
    size_t size = 0;
    if (ou_is_ptr(args[0]) && ou_gc_is_block(&vm->heap, ou_ptr(args[0])))
        size = ou_gc_size(&vm->heap, ou_ptr(args[0]));
    return ou_int_new(vm, (ou_int)size);
}

/* -- dir() -- */

static int dir_add_dict(struct ou_vm *vm, ou_val set, ou_val dict)
{
    ou_val key, value;
    for (size_t position = 0; ou_dict_next(dict, &position, &key, &value);)
        if (ou_names_add(vm, set, key) < 0)
            return -1;
    return 0;
}

static int dir_add_table(struct ou_vm *vm, ou_val set, const struct ou_rom_table *table)
{
    for (size_t i = 0; table && i < table->count; i++)
        if (ou_names_add(vm, set, ou_rom_table_name(table, i)) < 0)
            return -1;
    return 0;
}

static int dir_add_type(struct ou_vm *vm, ou_val set, const struct ou_type *t)
{
    const struct ou_type *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++) {
        if (ou_type_is_heap(c)) {
            if (dir_add_dict(vm, set, c->dict) < 0 || ou_names_add(vm, set, OU_S(__module__)) < 0)
                return -1;
            continue;
        }
        if (dir_add_table(vm, set, (const struct ou_rom_table *)c->dict) < 0)
            return -1;
        for (uint32_t id = OU_NAME___abs__; id <= OU_NAME___xor__; id++)
            if (ou_slot_wrapper(c, OU_INTERNED(id)) != OU_ABSENT &&
                ou_names_add(vm, set, OU_INTERNED(id)) < 0)
                return -1;
    }
    return 0;
}

static int dir_add_instance(struct ou_vm *vm, ou_val set, ou_val v)
{
    const struct ou_type *t = ou_type_of(v);
    if (!ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION))
        return 0;
    if (ou_type_is_heap(t) && t->heap->slots != OU_ABSENT) {
        size_t header = ou_instance_header(t);
        for (size_t i = 0; i < ou_tuple_len(t->heap->slots); i++)
            if (ou_field(v, header + i) != OU_ABSENT &&
                ou_names_add(vm, set, ou_tuple_items(t->heap->slots)[i]) < 0)
                return -1;
    }
    ou_val extra = ou_field(v, 1);
    return extra == OU_ABSENT ? 0 : dir_add_dict(vm, set, extra);
}

OU_NATIVE_STATIC(object_dir)
{
    ou_val set = ou_names_new(vm), v = args[0];
    if (set == OU_EXC)
        return OU_EXC;
    int result;
    if (ou_is(v, &ou_type_module))
        result = dir_add_dict(vm, set, ((struct ou_module *)v)->dict);
    else if (ou_is(v, &ou_type_rom_module))
        result = dir_add_table(vm, set, ((const struct ou_rom_module *)v)->table);
    else if (ou_is_type(v))
        result = dir_add_type(vm, set, ou_type_at(v));
    else
        result = dir_add_instance(vm, set, v) < 0 ? -1 : dir_add_type(vm, set, ou_type_of(v));
    return result < 0 ? OU_EXC : ou_list_from_iter(vm, set);
}

/* -- computed attributes of all objects -- */

static ou_val get_class(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return OU_ROM(ou_type_of(self));
}

/* Another class for an instance: the block must have room for its slots. */
OU_MAYBE_UNUSED static int set_class(struct ou_vm *vm, ou_val self, ou_val value)
{
    const struct ou_type *old = ou_type_of(self), *new = ou_type_at(value);
    if (value == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "can't delete __class__ attribute"));
    if (!ou_is_type(value))
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "__class__ must be set to a class, not '%T' object", value));
    if (ou_is_type(self) || !ou_type_is_heap(old) || !ou_type_is_heap(new))
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError,
                     "__class__ assignment only supported for mutable types or ModuleType subclasses"));
    size_t bytes = (ou_instance_header(new) + (size_t)ou_small_value(new->heap->n_slots)) * sizeof(ou_val);
    bool fits = old->heap->native == new->heap->native &&ou_type_has(old, OU_TYPE_NO_DICT) ==
                    ou_type_has(new, OU_TYPE_NO_DICT) &&
                ou_type_has(old, OU_TYPE_GROUP) == ou_type_has(new, OU_TYPE_GROUP);
    bool same = old->heap->n_slots == new->heap->n_slots &&
                (old->heap->slots == OU_ABSENT) == (new->heap->slots == OU_ABSENT);
    for (size_t i = 0; same && old->heap->slots != OU_ABSENT && i < ou_tuple_len(old->heap->slots); i++)
        same = ou_tuple_items(old->heap->slots)[i] == ou_tuple_items(new->heap->slots)[i];
    if (fits && !same) {
        fits = !ou_type_has(old, OU_TYPE_NO_DICT) && (ou_gc_size(&vm->heap, ou_ptr(self)) >= bytes ||
                                                      ou_gc_realloc(&vm->heap, ou_ptr(self), bytes, false));
        if (fits && ou_instance_dict(vm, self) == OU_EXC)
            return -1;
    }
    if (!fits)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "__class__ assignment: '%v' object layout differs from '%v'", new->name,
                                old->name));
    bool gets_del = ou_type_has(new, OU_TYPE_HAS_DEL) && !ou_type_has(old, OU_TYPE_HAS_DEL);
    if (gets_del && !(ou_gc_flags(&vm->heap, ou_ptr(self)) & OU_GC_FINALISE) &&
        ou_cleanup_marked(vm, self) == OU_EXC)
        return -1;
    OU_STORE(vm, ou_ptr(self), (ou_val *)self, value);
    return 0;
}

static ou_val no_dict(struct ou_vm *vm, ou_val self) { return ou_raise_attribute(vm, self, OU_S(__dict__)); }

static ou_val get_dict(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_of(self);
    if (ou_type_has(t, OU_TYPE_NO_DICT) || !ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION))
        return no_dict(vm, self);
    return ou_instance_dict(vm, self);
}

static int set_dict(struct ou_vm *vm, ou_val self, ou_val value)
{
    const struct ou_type *t = ou_type_of(self);
    if (ou_type_has(t, OU_TYPE_NO_DICT) || !ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION) ||
        ou_is_type(self))
        return ou_fail(no_dict(vm, self));
    if (!ou_is(value, &ou_type_dict))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                                value == OU_ABSENT ? OU_NONE : value));
    if (ou_instance_dict(vm, self) == OU_EXC) /* empties the slots */
        return -1;
    ou_field_set(vm, self, 1, value);
    return 0;
}

static ou_val get_module(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_of(self);
    return ou_type_is_heap(t) ? ou_type_module_name(t) : ou_raise_attribute(vm, self, OU_S(__module__));
}

static int set_module(struct ou_vm *vm, ou_val self, ou_val value)
{
    const struct ou_type *t = ou_type_of(self);
    if (!ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION) || ou_is_type(self))
        return ou_fail(ou_raise_attribute(vm, self, OU_S(__module__)));
    return ou_instance_set(vm, self, t, OU_S(__module__), value, true) < 0 ? -1 : 0;
}

/* In one array, so that they are recognised: they want the instance itself, not its native part. */
OU_ROM_ALIGN const struct ou_native_property ou_object_properties[4] = {
    OU_NATIVE_PROPERTY(OU_S(__class__), get_class, OU_WITH_CLASS_CHANGE ? set_class : NULL),
    OU_NATIVE_PROPERTY(OU_S(__dict__), get_dict, set_dict),
    OU_NATIVE_PROPERTY(OU_S(__module__), get_module, set_module),
};

#define NATIVE(object, function, name, min, max, flags) \
    OU_ROM_ALIGN const struct ou_native object =        \
        OU_NATIVE(&ou_type_native_method, function, name, NULL, min, max, flags)
NATIVE(ou_object_init, object_init, OU_S(__init__), 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);
NATIVE(ou_object_eq, object_eq, OU_S(__eq__), 2, 2, 0);
NATIVE(ou_object_ne, object_ne, OU_S(__ne__), 2, 2, 0);
NATIVE(ou_object_hash, object_hash, OU_S(__hash__), 1, 1, 0);
NATIVE(ou_object_repr, object_repr, OU_S(__repr__), 1, 1, 0);
NATIVE(ou_object_str, object_str, OU_S(__str__), 1, 1, 0);
NATIVE(ou_object_getattribute, object_getattribute, OU_S(__getattribute__), 2, 2, 0);
NATIVE(ou_object_setattr, object_setattr, OU_S(__setattr__), 3, 3, 0);
NATIVE(ou_object_delattr, object_delattr, OU_S(__delattr__), 2, 2, 0);
OU_METHOD(object_format_method, object_format, NULL, OU_S(__format__), 2, 2, 0);
OU_METHOD(object_dir_method, object_dir, NULL, OU_S(__dir__), 1, 1, 0);
OU_METHOD(object_sizeof_method, object_sizeof, NULL, OU_S(__sizeof__), 1, 1, 0);
OU_CLASSMETHOD(object_init_subclass_method, object_init_subclass, NULL, OU_S(__init_subclass__), 1, 1,
               OU_NATIVE_KW);
OU_CLASSMETHOD(object_subclasshook_method, object_subclasshook, NULL, OU_S(__subclasshook__), 2, 2, 0);

static const struct ou_rom_entry object_entries[] = {
    {OU_S(__class__), OU_ROM(&ou_object_properties[0])},
    {OU_S(__delattr__), OU_ROM(&ou_object_delattr)},
    {OU_S(__dict__), OU_ROM(&ou_object_properties[1])},
    {OU_S(__dir__), OU_ROM(&object_dir_method)},
    {OU_S(__doc__), OU_NONE},
    {OU_S(__eq__), OU_ROM(&ou_object_eq)},
    {OU_S(__format__), OU_ROM(&object_format_method)},
    {OU_S(__getattribute__), OU_ROM(&ou_object_getattribute)},
    {OU_S(__hash__), OU_ROM(&ou_object_hash)},
    {OU_S(__init__), OU_ROM(&ou_object_init)},
    {OU_S(__init_subclass__), OU_ROM(&object_init_subclass_method)},
    {OU_S(__module__), OU_ROM(&ou_object_properties[2])},
    {OU_S(__ne__), OU_ROM(&ou_object_ne)},
    {OU_S(__repr__), OU_ROM(&ou_object_repr)},
    {OU_S(__setattr__), OU_ROM(&ou_object_setattr)},
    {OU_S(__sizeof__), OU_ROM(&object_sizeof_method)},
    {OU_S(__str__), OU_ROM(&ou_object_str)},
    {OU_S(__subclasshook__), OU_ROM(&object_subclasshook_method)},
};
static OU_ROM_TABLE(object_table, object_entries);
OU_ROM_ALIGN static const struct ou_type_ops object_ops = {.construct = object_construct};
OU_DEFINE_TYPE(ou_type_object, OU_S(object), NULL, &object_ops, &object_table, 0, OU_V_OBJECT);

/* -- None, Ellipsis, NotImplemented -- */

#define NO_ARGUMENTS(what)  \
    (void)type, (void)args; \
    if (n_args || n_kw)     \
        return ou_raise(vm, &ou_exc_TypeError, what " takes no arguments");

static ou_val none_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    NO_ARGUMENTS("NoneType")
    return OU_NONE;
}

static ou_val ellipsis_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    NO_ARGUMENTS("EllipsisType")
    return OU_ELLIPSIS;
}

static ou_val not_implemented_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                        const ou_val *args)
{
    NO_ARGUMENTS("NotImplementedType")
    return OU_NOT_IMPLEMENTED;
}

static ou_val none_repr(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return OU_S(None);
}

static ou_val ellipsis_repr(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return OU_S(Ellipsis);
}

static ou_val not_implemented_repr(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return OU_S(NotImplemented);
}

static int none_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return 0;
}

OU_ROM_ALIGN static const struct ou_type_ops none_ops = {
    .construct = none_construct, .repr = none_repr, .truth = none_truth};
OU_ROM_ALIGN static const struct ou_type_ops ellipsis_ops = {.construct = ellipsis_construct,
                                                             .repr = ellipsis_repr};
OU_ROM_ALIGN static const struct ou_type_ops not_implemented_ops = {.construct = not_implemented_construct,
                                                                    .repr = not_implemented_repr};
OU_ROM_ALIGN static const struct ou_type_ops no_ops = {.construct = NULL};
OU_DEFINE_TYPE(ou_type_none, OU_S(NoneType), &ou_type_object, &none_ops, NULL, OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_ellipsis, OU_S(ellipsis), &ou_type_object, &ellipsis_ops, NULL, OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_not_implemented, OU_S(NotImplementedType), &ou_type_object, &not_implemented_ops, NULL,
               OU_TYPE_FINAL, 0);
/* What is never visible to Python, and tables in ROM. */
OU_DEFINE_TYPE(ou_type_unbound, OU_S(unbound), &ou_type_object, &no_ops, NULL, OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_rom_table, OU_S(rom_table), &ou_type_object, &no_ops, NULL, OU_TYPE_FINAL, 0);

const struct ou_type *const ou_immediate_types[8] = {
    &ou_type_unbound, &ou_type_unbound, &ou_type_none,     &ou_type_unbound,
    &ou_type_bool,    &ou_type_bool,    &ou_type_ellipsis, &ou_type_not_implemented,
};

/* -- mappingproxy: the read-only view of a class's dict -- */

static ou_val mapping(ou_val self) { return ou_field(self, 1); }

static ou_val proxy_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "mappingproxy(%r)", mapping(self));
}

static ou_int proxy_len(struct ou_vm *vm, ou_val self) { return ou_len(vm, mapping(self)); }

static ou_val proxy_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    return ou_compare(vm, op, mapping(a), ou_is(b, &ou_type_mappingproxy) ? mapping(b) : b);
}

static ou_val proxy_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    return ou_get_item(vm, mapping(self), key);
}

static int proxy_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    return ou_contains(vm, mapping(self), item);
}

static ou_val proxy_iter(struct ou_vm *vm, ou_val self) { return ou_iter(vm, mapping(self)); }

/* keys, values, items, get, copy: those of the dict. */
static ou_val proxy_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    if (name != OU_S(keys) && name != OU_S(values) && name != OU_S(items) && name != OU_S(get) &&
        name != OU_S(copy))
        return OU_ABSENT;
    return ou_get_attr(vm, mapping(self), name);
}

OU_ROM_ALIGN static const struct ou_type_ops proxy_ops = {
    .repr = proxy_repr,
    .len = proxy_len,
    .compare = proxy_compare,
    .get_item = proxy_get_item,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .get_attr = proxy_get_attr,
};
OU_DEFINE_TYPE(ou_type_mappingproxy, OU_S(mappingproxy), &ou_type_object, &proxy_ops, NULL, OU_TYPE_FINAL, 0);
