/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Attributes and calls of any object, and special methods by name.
 */
#include "object/core/protocol.h"
#include "object/errors/exception.h"
#include "object/types/descriptor.h"
#include "object/types/instance.h"
#include "object/types/type_rom.h"

/* -- attributes -- */

/* What the object itself has, beside its class. */
static ou_val own_attribute(struct ou_vm *vm, ou_val object, const struct ou_type *t, ou_val name)
{
    if (ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION)) {
        ou_val v = ou_instance_get(vm, object, t, name);
        if (v != OU_ABSENT || !ou_type_has(t, OU_TYPE_PAYLOAD))
            return v;
        object = ou_unwrap(object);
        t = ou_type_of(object);
    }
    const struct ou_type_ops *ops = ou_ops(t);
    return ops->get_attr ? ops->get_attr(vm, object, name) : OU_ABSENT;
}

ou_val ou_generic_get(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self)
{
    const struct ou_type *t = ou_type_of(object);
    if (self)
        *self = OU_ABSENT;
    if (ou_is_type(object))
        return ou_type_get_attr(vm, object, name, self);
    ou_val attr = ou_type_lookup(vm, t, name);
    if (attr != OU_ABSENT && ou_is_data_descriptor(vm, attr) &&
        (!ou_type_is_heap(ou_type_of(attr)) ||
         ou_type_lookup(vm, ou_type_of(attr), OU_S(__get__)) != OU_ABSENT))
        return ou_descriptor_get(vm, attr, object, OU_ROM(t));
    ou_val v = t == &ou_type_super && self ? ou_super_get(vm, object, name, self) : OU_ABSENT;
    if (v == OU_ABSENT)
        v = own_attribute(vm, object, t, name);
    if (v != OU_ABSENT || attr == OU_ABSENT)
        return v;
    if (self && ou_is_method_like(attr)) {
        *self = object;
        return attr;
    }
    return ou_descriptor_get(vm, attr, object, OU_ROM(t));
}

/* The whole of object.name; OU_ABSENT if absent. */
static ou_val get_attribute(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self)
{
    const struct ou_type *t = ou_type_of(object);
    if (__builtin_expect(!ou_type_has(t, OU_TYPE_HAS_GETATTR | OU_TYPE_HAS_GETATTRIBUTE), 1))
        return ou_generic_get(vm, object, name, self);
    ou_val v = OU_ABSENT;
    if (self)
        *self = OU_ABSENT;
    ou_val method =
        ou_type_has(t, OU_TYPE_HAS_GETATTRIBUTE) ? ou_type_lookup(vm, t, OU_S(__getattribute__)) : OU_ABSENT;
    if (method != OU_ABSENT && method != OU_ROM(&ou_object_getattribute))
        v = ou_call_special(vm, object, OU_S(__getattribute__), 1, &name);
    else
        v = ou_generic_get(vm, object, name, self);
    if (v == OU_EXC ? !ou_exc_matches(vm, &ou_exc_AttributeError) : v != OU_ABSENT)
        return v;
    if (ou_type_lookup(vm, t, OU_S(__getattr__)) == OU_ABSENT)
        return v;
    if (v == OU_EXC)
        ou_exc_take(vm);
    return ou_call_special(vm, object, OU_S(__getattr__), 1, &name);
}

ou_val ou_raise_attribute(struct ou_vm *vm, ou_val object, ou_val name)
{
    if (ou_is_type(object))
        ou_raise(vm, &ou_exc_AttributeError, "type object '%v' has no attribute '%v'",
                 ou_type_at(object)->name, name);
    else if (ou_is(object, &ou_type_module) || ou_is(object, &ou_type_rom_module)) {
        ou_val module = ou_get_attr_or_absent(vm, object, OU_S(__name__));
        if (module == OU_EXC)
            return OU_EXC;
        if (ou_is_str(module))
            ou_raise(vm, &ou_exc_AttributeError, "module '%v' has no attribute '%v'", module, name);
        else
            ou_raise(vm, &ou_exc_AttributeError, "module has no attribute '%v'", name);
    } else
        ou_raise(vm, &ou_exc_AttributeError, "'%T' object has no attribute '%v'",
                 ou_is(object, &ou_type_bound_method) ? ((const struct ou_bound_method *)object)->function
                                                      : object,
                 name);
    if (!ou_exc_matches(vm, &ou_exc_AttributeError))
        return OU_EXC;
    ou_val exception = ou_exc_take(vm);
    if (ou_exception_set_extra(vm, exception, OU_S(name), name) < 0 ||
        ou_exception_set_extra(vm, exception, OU_S(obj), object) < 0)
        return OU_EXC;
    ou_exc_restore(vm, exception);
    return OU_EXC;
}

ou_val ou_get_attr(struct ou_vm *vm, ou_val object, ou_val name)
{
    ou_val v = get_attribute(vm, object, name, NULL);
    return __builtin_expect(v == OU_ABSENT, 0) ? ou_raise_attribute(vm, object, name) : v;
}

ou_val ou_get_attr_or_absent(struct ou_vm *vm, ou_val object, ou_val name)
{
    ou_val v = get_attribute(vm, object, name, NULL);
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_AttributeError)) {
        ou_exc_take(vm);
        return OU_ABSENT;
    }
    return v;
}

int ou_get_method(struct ou_vm *vm, ou_val object, ou_val name, ou_val *out)
{
    ou_val self, v = get_attribute(vm, object, name, &self);
    if (v == OU_ABSENT)
        v = ou_raise_attribute(vm, object, name);
    out[0] = v;
    out[1] = self;
    if (v == OU_EXC) {
        out[0] = OU_ABSENT;
        return -1;
    }
    return 0;
}

int ou_generic_set(struct ou_vm *vm, ou_val object, ou_val name, ou_val value)
{
    if (ou_is_type(object))
        return ou_type_set_attr(vm, object, name, value);
    const struct ou_type *t = ou_type_of(object);
    ou_val attr = ou_type_lookup(vm, t, name);
    if (attr != OU_ABSENT && ou_is_data_descriptor(vm, attr))
        return ou_descriptor_set(vm, attr, object, value);
    int done = 0;
    if (ou_type_has(t, OU_TYPE_HEAP | OU_TYPE_EXCEPTION))
        done = ou_instance_set(vm, object, t, name, value, attr != OU_ABSENT);
    else if (ou_ops(t)->set_attr)
        done = ou_ops(t)->set_attr(vm, object, name, value);
    if (done)
        return done < 0 ? -1 : 0;
    if (attr == OU_ABSENT || (value == OU_ABSENT && ou_type_is_heap(t) && !ou_type_has(t, OU_TYPE_NO_DICT))) {
        ou_raise_attribute(vm, object, name);
        return -1;
    }
    return ou_fail(
        ou_raise(vm, &ou_exc_AttributeError, "'%T' object attribute '%v' is read-only", object, name));
}

int ou_set_attr(struct ou_vm *vm, ou_val object, ou_val name, ou_val value)
{
    const struct ou_type *t = ou_type_of(object);
    if (__builtin_expect(ou_type_has(t, OU_TYPE_HAS_SETATTR), 0)) {
        bool delete = value == OU_ABSENT;
        ou_val special = delete ? OU_S(__delattr__) : OU_S(__setattr__), args[2] = {name, value};
        ou_val method = ou_type_lookup(vm, t, special);
        if (method != OU_ROM(&ou_object_setattr) && method != OU_ROM(&ou_object_delattr))
            return ou_call_special(vm, object, special, delete ? 1 : 2, args) == OU_EXC ? -1 : 0;
    }
    return ou_generic_set(vm, object, name, value);
}

/* -- special methods -- */

ou_val ou_get_special(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self)
{
    const struct ou_type *t = ou_type_of(object);
    ou_val method = ou_type_lookup(vm, t, name);
    *self = OU_ABSENT;
    if (method == OU_ABSENT)
        return OU_ABSENT;
    if (ou_is_method_like(method)) {
        *self = object;
        return method;
    }
    return ou_descriptor_get(vm, method, object, OU_ROM(t));
}

ou_val ou_call_special(struct ou_vm *vm, ou_val object, ou_val name, unsigned n, const ou_val *args)
{
    const struct ou_type *t = ou_type_of(object);
    ou_val method = ou_type_lookup(vm, t, name);
    if (method == OU_ABSENT)
        return OU_ABSENT;
    if (ou_is_method_like(method)) {
        ou_val all[8];
        all[0] = object;
        for (unsigned i = 0; i < n; i++)
            all[i + 1] = args[i];
        if (ou_is(method, &ou_type_function))
            return vm->up->call(vm, method, n + 1, 0, all);
        return ou_native_call(vm, (const struct ou_native *)method, n + 1, 0, all);
    }
    method = ou_descriptor_get(vm, method, object, OU_ROM(t));
    return method == OU_EXC ? OU_EXC : ou_call(vm, method, n, 0, args);
}

/* -- calls -- */

bool ou_is_callable(struct ou_vm *vm, ou_val v)
{
    const struct ou_type *t = ou_type_of(v);
    if (t == &ou_type_function)
        return true;
    return ou_type_is_heap(t) ? ou_type_lookup(vm, t, OU_S(__call__)) != OU_ABSENT : ou_ops(t)->call != NULL;
}

ou_val ou_call(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    const struct ou_type *t = ou_type_of(callable);
    if (t == &ou_type_function)
        return vm->up->call(vm, callable, n_args, n_kw, args);
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    const struct ou_type_ops *ops = ou_ops(t);
    if (!ops->call)
        return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not callable", callable);
    return ops->call(vm, callable, n_args, n_kw, args);
}

ou_val ou_call_0(struct ou_vm *vm, ou_val callable)
{
    ou_val none[1] = {OU_ABSENT};
    return ou_call(vm, callable, 0, 0, none);
}

ou_val ou_call_1(struct ou_vm *vm, ou_val callable, ou_val a) { return ou_call(vm, callable, 1, 0, &a); }

ou_val ou_call_2(struct ou_vm *vm, ou_val callable, ou_val a, ou_val b)
{
    ou_val args[2] = {a, b};
    return ou_call(vm, callable, 2, 0, args);
}

ou_val ou_call_with_self(struct ou_vm *vm, ou_val callable, ou_val self, unsigned n_args, unsigned n_kw,
                         const ou_val *args)
{
    size_t words = n_args + 2 * (size_t)n_kw;
    ou_val local[10], *all = local;
    if (words + 1 > sizeof local / sizeof *local) {
        ou_val block = ou_tuple_new(vm, words + 1, NULL);
        if (block == OU_EXC)
            return OU_EXC;
        all = ou_tuple_items(block);
    }
    all[0] = self;
    if (words)
        memcpy(all + 1, args, words * sizeof *all);
    return ou_call(vm, callable, n_args + 1, n_kw, all);
}

ou_val ou_call_method(struct ou_vm *vm, ou_val object, ou_val name, unsigned n_args, const ou_val *args)
{
    ou_val method[2];
    if (ou_get_method(vm, object, name, method) < 0)
        return OU_EXC;
    if (method[1] == OU_ABSENT)
        return ou_call(vm, method[0], n_args, 0, args);
    return ou_call_with_self(vm, method[0], method[1], n_args, 0, args);
}
