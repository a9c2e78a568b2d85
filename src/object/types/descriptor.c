/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What a class may hold for its instances: functions in C, properties, static and class methods, bound
 * methods, and super.
 */
#include "object/types/descriptor.h"
#include "object/core/protocol.h"
#include "object/types/function.h"
#include "object/types/slot_wrappers.h"
#include "object/types/type.h"
#include "object/types/type_rom.h"

/* -- functions in C -- */

static unsigned hidden_arguments(const struct ou_native *f)
{
    return f->type != OU_ROM(&ou_type_native_function);
}

/* The constant module that a function belongs to, or OU_ABSENT for builtins. */
static ou_val module_of(struct ou_vm *vm, const struct ou_native *f)
{
    const struct ou_rom_module *const *m = vm->up ? vm->up->modules : NULL;
    for (; m && *m; m++)
        for (size_t i = 0; (*m)->name != OU_S(builtins) && i < (*m)->table->count; i++)
            if (ou_rom_table_value((*m)->table, i) == OU_ROM(f))
                return (*m)->name;
    return OU_ABSENT;
}

/* "list.append", "len" */
static ou_val native_label(struct ou_vm *vm, const struct ou_native *f, ou_val self)
{
    if (!hidden_arguments(f)) {
        ou_val module = module_of(vm, f);
        return module == OU_ABSENT ? ou_native_name(f)
                                   : ou_str_format(vm, "%v.%v", module, ou_native_name(f));
    }
    if (f->type == OU_ROM(&ou_type_native_classmethod))
        return ou_str_format(vm, "%v.%v", ou_type_at(self)->name, ou_native_name(f));
    return f->owner ? ou_str_format(vm, "%v.%v", f->owner->name, ou_native_name(f)) : ou_native_name(f);
}

/* A class method takes a class that derives from its owner; what is called through a class or object has one. */
static bool takes_class(struct ou_vm *vm, const struct ou_native *f, unsigned n_args, const ou_val *args)
{
    ou_val owner = f->owner ? f->owner->name : OU_S(object), name = ou_native_name(f);
    if (!n_args)
        ou_raise(vm, &ou_exc_TypeError, "descriptor '%v' of '%v' object needs an argument", name, owner);
    else if (!ou_is_type(args[0]))
        ou_raise(vm, &ou_exc_TypeError, "descriptor '%v' for type '%v' needs a type, not a '%T' as arg 2",
                 name, owner, args[0]);
    else if (f->owner && !ou_is_subtype(ou_type_at(args[0]), f->owner))
        ou_raise(vm, &ou_exc_TypeError, "descriptor '%v' requires a subtype of '%v' but received '%v'", name,
                 owner, ou_type_at(args[0])->name);
    else
        return true;
    return false;
}

/* CPython's various messages for a wrong number of arguments. */
static ou_val wrong_count(struct ou_vm *vm, const struct ou_native *f, unsigned n_args, const ou_val *args)
{
    unsigned hidden = hidden_arguments(f), min = f->min_args - hidden, max = f->max_args - hidden,
             n = n_args - hidden;
    bool varargs = f->max_args == OU_NATIVE_VARARGS;
    if (ou_slot_wrapper_number(OU_ROM(f)) != 0xffff)
        return ou_raise(vm, &ou_exc_TypeError, "expected %s%u argument%s, got %u",
                        min == max ? ""
                        : n < min  ? "at least "
                                   : "at most ",
                        n < min ? min : max, (n < min ? min : max) == 1 ? "" : "s", n);
    if (min == max && min <= 1 && !varargs) {
        ou_val label = native_label(vm, f, n_args ? args[0] : OU_ABSENT);
        if (label == OU_EXC)
            return OU_EXC;
        if (min == 0)
            return ou_raise(vm, &ou_exc_TypeError, "%v() takes no arguments (%u given)", label, n);
        return ou_raise(vm, &ou_exc_TypeError, "%v() takes exactly one argument (%u given)", label, n);
    }
    unsigned bound = n < min ? min : max;
    if (f->flags & (OU_NATIVE_KW | OU_NATIVE_TAKES))
        return ou_raise(vm, &ou_exc_TypeError, "%v() takes %s %u argument%s (%u given)", ou_native_name(f),
                        min == max && !varargs ? "exactly"
                        : n < min              ? "at least"
                                               : "at most",
                        bound, bound == 1 ? "" : "s", n);
    return ou_raise(vm, &ou_exc_TypeError, "%v expected %s%u argument%s, got %u", ou_native_name(f),
                    min == max && !varargs ? ""
                    : n < min              ? "at least "
                                           : "at most ",
                    bound, bound == 1 ? "" : "s", n);
}

/* Calls with self unwrapped to the native object. */
static ou_val call_unwrapped(struct ou_vm *vm, const struct ou_native *f, ou_val self, unsigned n_args,
                             unsigned n_kw, const ou_val *args)
{
    size_t words = n_args + 2 * (size_t)n_kw;
    ou_val local[12], *copy = local;
    if (words > sizeof local / sizeof *local) {
        ou_val block = ou_tuple_new(vm, words, NULL);
        if (block == OU_EXC)
            return OU_EXC;
        copy = ou_tuple_items(block);
    }
    memcpy(copy, args, words * sizeof *copy);
    copy[0] = self;
    return ou_native_run(vm, f, n_args, n_kw, copy);
}

ou_val ou_native_call(struct ou_vm *vm, const struct ou_native *f, unsigned n_args, unsigned n_kw,
                      const ou_val *args)
{
    ou_val self = OU_ABSENT;
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    if (f->type == OU_ROM(&ou_type_native_method)) {
        if (!n_args)
            return f->owner
                       ? ou_raise(vm, &ou_exc_TypeError, "unbound method %v.%v() needs an argument",
                                  f->owner->name, ou_native_name(f))
                       : ou_raise(vm, &ou_exc_TypeError,
                                  "descriptor '%v' of 'object' object needs an argument", ou_native_name(f));
        if (f->owner && ou_type_of(args[0]) != f->owner) {
            self = ou_cast_native(args[0], f->owner);
            if (self == OU_ABSENT)
                return ou_raise(vm, &ou_exc_TypeError,
                                "descriptor '%v' for '%v' objects doesn't apply to a '%T' object",
                                ou_native_name(f), f->owner->name, args[0]);
            if (self == args[0])
                self = OU_ABSENT;
        }
    } else if (f->type == OU_ROM(&ou_type_native_classmethod) && !takes_class(vm, f, n_args, args)) {
        return OU_EXC;
    }
    if (n_kw && !(f->flags & OU_NATIVE_KW)) {
        ou_val label = native_label(vm, f, n_args ? args[0] : OU_ABSENT);
        return label == OU_EXC ? OU_EXC
                               : ou_raise(vm, &ou_exc_TypeError, "%v() takes no keyword arguments", label);
    }
    if (n_args < f->min_args || (n_args > f->max_args && f->max_args != OU_NATIVE_VARARGS))
        return wrong_count(vm, f, n_args, args);
    if (self != OU_ABSENT)
        return call_unwrapped(vm, f, self, n_args, n_kw, args);
    return ou_native_run(vm, f, n_args, n_kw, args);
}

static ou_val native_op_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    return ou_native_call(vm, (const struct ou_native *)self, n_args, n_kw, args);
}

static ou_val native_function_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<built-in function %v>", ou_native_name((const struct ou_native *)self));
}

static ou_val native_method_repr(struct ou_vm *vm, ou_val self)
{
    const struct ou_native *f = (const struct ou_native *)self;
    if (f->owner)
        return ou_str_format(vm, "<method '%v' of '%v' objects>", ou_native_name(f), f->owner->name);
    return ou_str_format(vm, "<slot wrapper '%v' of 'object' objects>", ou_native_name(f));
}

static ou_val bind_object(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    (void)type;
    return object == OU_ABSENT ? self : ou_bound_method_new(vm, self, object);
}

static ou_val bind_class(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    (void)object;
    return takes_class(vm, (const struct ou_native *)self, 1, &type) ? ou_bound_method_new(vm, self, type)
                                                                     : OU_EXC;
}

static ou_val native_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct ou_native *f = (const struct ou_native *)self;
    switch (name) {
    case OU_S(__name__): return ou_native_name(f);
    case OU_S(__qualname__):
        return f->owner ? ou_str_format(vm, "%v.%v", f->owner->name, ou_native_name(f)) : ou_native_name(f);
    case OU_S(__objclass__): return f->owner ? OU_ROM(f->owner) : OU_ABSENT;
    case OU_S(__module__): return f->owner ? OU_ABSENT : OU_S(builtins);
    case OU_S(__self__): return f->owner ? OU_ABSENT : OU_NONE;
    default: return OU_ABSENT;
    }
}

OU_ROM_ALIGN static const struct ou_type_ops native_function_ops = {
    .repr = native_function_repr, .call = native_op_call, .get_attr = native_get_attr};
OU_ROM_ALIGN static const struct ou_type_ops native_method_ops = {
    .repr = native_method_repr, .call = native_op_call, .get = bind_object, .get_attr = native_get_attr};
OU_ROM_ALIGN static const struct ou_type_ops native_classmethod_ops = {
    .repr = native_method_repr, .call = native_op_call, .get = bind_class, .get_attr = native_get_attr};
OU_DEFINE_TYPE(ou_type_native_function, OU_S(builtin_function_or_method), &ou_type_object,
               &native_function_ops, NULL, OU_TYPE_FINAL | OU_TYPE_WEAKREF, 0);
OU_DEFINE_TYPE(ou_type_native_method, OU_S(method_descriptor), &ou_type_object, &native_method_ops, NULL,
               OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_native_classmethod, OU_S(classmethod_descriptor), &ou_type_object,
               &native_classmethod_ops, NULL, OU_TYPE_FINAL, 0);

/* -- computed attributes of C types -- */

/* The native object that the property is read of.  A program may have put the property into any class, or have called its
 * __get__ with anything: so it must be one of those that a C type of the object has.  OU_EXC. */
static ou_val property_self(struct ou_vm *vm, const struct ou_native_property *p, ou_val object)
{
    if (p >= ou_object_properties && p < ou_object_properties + 4)
        return object;
    const struct ou_type *t = ou_type_of(object), *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++)
        if (!ou_type_is_heap(c) && c->dict != OU_ABSENT &&
            ou_rom_table_get((const struct ou_rom_table *)c->dict, OU_INTERNED(p->name_id)) == OU_ROM(p))
            return ou_unwrap(object);
    return ou_raise(vm, &ou_exc_TypeError, "descriptor '%v' doesn't apply to a '%T' object",
                    OU_INTERNED(p->name_id), object);
}

static ou_val native_property_get(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    (void)type;
    const struct ou_native_property *p = (const struct ou_native_property *)self;
    if (object == OU_ABSENT)
        return self;
    object = property_self(vm, p, object);
    return object == OU_EXC ? OU_EXC : p->get(vm, object);
}

static int native_property_set(struct ou_vm *vm, ou_val self, ou_val object, ou_val value)
{
    const struct ou_native_property *p = (const struct ou_native_property *)self;
    if (!p->set)
        return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "attribute '%v' of '%T' objects is not writable",
                                OU_INTERNED(p->name_id), object));
    object = property_self(vm, p, object);
    return object == OU_EXC ? -1 : p->set(vm, object, value);
}

static ou_val native_property_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<attribute '%v'>",
                         OU_INTERNED(((const struct ou_native_property *)self)->name_id));
}

static ou_val native_property_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    (void)vm;
    return name == OU_S(__name__) ? OU_INTERNED(((const struct ou_native_property *)self)->name_id)
                                  : OU_ABSENT;
}

OU_ROM_ALIGN static const struct ou_type_ops native_property_ops = {.repr = native_property_repr,
                                                                    .get_attr = native_property_get_attr,
                                                                    .get = native_property_get,
                                                                    .set = native_property_set};
OU_DEFINE_TYPE(ou_type_native_property, OU_S(getset_descriptor), &ou_type_object, &native_property_ops, NULL,
               OU_TYPE_FINAL, 0);

/* -- the protocol -- */

bool ou_is_data_descriptor(struct ou_vm *vm, ou_val attr)
{
    if (!ou_is_ptr(attr))
        return false;
    const struct ou_type *t = ou_type_of(attr);
    if (!ou_type_is_heap(t))
        return ou_ops(t)->set != NULL;
    return ou_type_lookup(vm, t, OU_S(__set__)) != OU_ABSENT ||
           ou_type_lookup(vm, t, OU_S(__delete__)) != OU_ABSENT;
}

int ou_descriptor_set(struct ou_vm *vm, ou_val attr, ou_val object, ou_val value)
{
    return ou_ops_of(attr)->set(vm, attr, object, value);
}

/* Of what a descriptor wraps, which may be a descriptor again, and so on. */
static ou_val attribute_within(struct ou_vm *vm, ou_val inner, ou_val name)
{
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    return ou_get_attr_or_absent(vm, inner, name);
}

/* -- property -- */

static ou_val property_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    (void)type;
    ou_val out[4];
    if (ou_args_parse(vm, "property", "|fget fset fdel doc", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    struct ou_property *p = ou_alloc(vm, sizeof *p, OU_GC_VALUES);
    if (!p)
        return OU_EXC;
    p->type = OU_ROM(&ou_type_property);
    p->get = out[0] == OU_NONE ? OU_ABSENT : out[0];
    p->set = out[1] == OU_NONE ? OU_ABSENT : out[1];
    p->del = out[2] == OU_NONE ? OU_ABSENT : out[2];
    p->doc = out[3];
    return ou_from_ptr(p);
}

static ou_val property_missing(struct ou_vm *vm, const struct ou_property *p, ou_val object, const char *what)
{
    const struct ou_type *t = ou_type_of(object);
    if (p->name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_AttributeError, "property of '%v' object has no %s", ou_type_qualname(t),
                        what);
    return ou_raise(vm, &ou_exc_AttributeError, "property %r of '%v' object has no %s", p->name,
                    ou_type_qualname(t), what);
}

static ou_val property_get(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    (void)type;
    const struct ou_property *p = (const struct ou_property *)self;
    if (object == OU_ABSENT)
        return self;
    if (p->get == OU_ABSENT)
        return property_missing(vm, p, object, "getter");
    return ou_call_1(vm, p->get, object);
}

static int property_set(struct ou_vm *vm, ou_val self, ou_val object, ou_val value)
{
    const struct ou_property *p = (const struct ou_property *)self;
    ou_val f = value == OU_ABSENT ? p->del : p->set;
    if (f == OU_ABSENT)
        return ou_fail(property_missing(vm, p, object, value == OU_ABSENT ? "deleter" : "setter"));
    ou_val v = value == OU_ABSENT ? ou_call_1(vm, f, object) : ou_call_2(vm, f, object, value);
    return v == OU_EXC ? -1 : 0;
}

static ou_val property_with(struct ou_vm *vm, const ou_val *args, size_t field)
{
    struct ou_property *p = ou_alloc(vm, sizeof *p, OU_GC_VALUES);
    if (!p)
        return OU_EXC;
    *p = *(const struct ou_property *)args[0];
    ((ou_val *)p)[field] = args[1] == OU_NONE ? OU_ABSENT : args[1];
    return ou_from_ptr(p);
}

OU_NATIVE_STATIC(property_getter)
{
    return property_with(vm, args, offsetof(struct ou_property, get) / sizeof(ou_val));
}

OU_NATIVE_STATIC(property_setter)
{
    return property_with(vm, args, offsetof(struct ou_property, set) / sizeof(ou_val));
}

OU_NATIVE_STATIC(property_deleter)
{
    return property_with(vm, args, offsetof(struct ou_property, del) / sizeof(ou_val));
}

static ou_val property_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct ou_property *p = (const struct ou_property *)self;
    ou_val v;
    switch (name) {
    case OU_S(fget): v = p->get; break;
    case OU_S(fset): v = p->set; break;
    case OU_S(fdel): v = p->del; break;
    case OU_S(__doc__):
        if (p->doc == OU_ABSENT && p->get != OU_ABSENT)
            return attribute_within(vm, p->get, name);
        v = p->doc;
        break;
    default: return OU_ABSENT;
    }
    return v == OU_ABSENT ? OU_NONE : v;
}

OU_ROM_ALIGN static const union ou_member property_members[] = {
    OU_MEMBER_METHOD(OU_S(deleter), property_deleter, &ou_type_property, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(getter), property_getter, &ou_type_property, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(setter), property_setter, &ou_type_property, 2, 2, 0),
};
static OU_MEMBER_TABLE(property_table, property_members);
OU_ROM_ALIGN static const struct ou_type_ops property_ops = {
    .construct = property_construct, .get_attr = property_get_attr, .get = property_get, .set = property_set};
OU_DEFINE_TYPE(ou_type_property, OU_S(property), &ou_type_object, &property_ops, &property_table, 0, 0);

/* -- staticmethod, classmethod -- */

static ou_val wrapper_construct(struct ou_vm *vm, const struct ou_type *t, unsigned n_args, unsigned n_kw,
                                const ou_val *args)
{
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "%v() takes no keyword arguments", t->name);
    if (n_args != 1)
        return ou_raise(vm, &ou_exc_TypeError, "%v expected 1 argument, got %u", t->name, n_args);
    struct ou_method_wrapper *w = ou_alloc(vm, sizeof *w, OU_GC_VALUES);
    if (!w)
        return OU_EXC;
    w->type = OU_ROM(t);
    w->function = args[0];
    return ou_from_ptr(w);
}

static ou_val wrapped(ou_val self) { return ((const struct ou_method_wrapper *)self)->function; }

static ou_val staticmethod_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                     const ou_val *args)
{
    (void)type;
    return wrapper_construct(vm, &ou_type_staticmethod, n_args, n_kw, args);
}

static ou_val classmethod_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                    const ou_val *args)
{
    (void)type;
    return wrapper_construct(vm, &ou_type_classmethod, n_args, n_kw, args);
}

static ou_val staticmethod_get(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    (void)vm, (void)object, (void)type;
    return wrapped(self);
}

static ou_val classmethod_get(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    ou_val f = wrapped(self);
    (void)object;
    if (ou_is(f, &ou_type_function) || ou_is(f, &ou_type_native_function))
        return ou_bound_method_new(vm, f, type);
    if (ou_is_ptr(f) && ou_ops_of(f)->get)
        return ou_descriptor_get(vm, f, type, OU_ROM(ou_type_of(type)));
    return ou_bound_method_new(vm, f, type);
}

static ou_val staticmethod_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw,
                                const ou_val *args)
{
    return ou_call(vm, wrapped(self), n_args, n_kw, args);
}

static ou_val wrapper_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    if (name == OU_S(__func__) || name == OU_S(__wrapped__))
        return wrapped(self);
    if (name == OU_S(__name__) || name == OU_S(__qualname__) || name == OU_S(__doc__) ||
        name == OU_S(__module__))
        return attribute_within(vm, wrapped(self), name);
    return OU_ABSENT;
}

static ou_val wrapper_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<%T(%r)>", self, wrapped(self));
}

OU_ROM_ALIGN static const struct ou_type_ops staticmethod_ops = {.construct = staticmethod_construct,
                                                                 .repr = wrapper_repr,
                                                                 .call = staticmethod_call,
                                                                 .get_attr = wrapper_get_attr,
                                                                 .get = staticmethod_get};
OU_ROM_ALIGN static const struct ou_type_ops classmethod_ops = {.construct = classmethod_construct,
                                                                .repr = wrapper_repr,
                                                                .get_attr = wrapper_get_attr,
                                                                .get = classmethod_get};
OU_DEFINE_TYPE(ou_type_staticmethod, OU_S(staticmethod), &ou_type_object, &staticmethod_ops, NULL, 0, 0);
OU_DEFINE_TYPE(ou_type_classmethod, OU_S(classmethod), &ou_type_object, &classmethod_ops, NULL, 0, 0);

/* -- bound methods -- */

/* Functions in C bind to objects of the same layout whose types have other names, as in CPython. */
static const struct ou_type *bound_type(ou_val function)
{
    if (!ou_is(function, &ou_type_native_method) && !ou_is(function, &ou_type_native_classmethod))
        return &ou_type_bound_method;
    return ou_slot_wrapper_number(function) == 0xffff || function == OU_ROM(&ou_slot_new)
               ? &ou_type_bound_native
               : &ou_type_method_wrapper;
}

ou_val ou_bound_method_new(struct ou_vm *vm, ou_val function, ou_val self)
{
    struct ou_bound_method *m = ou_gc_alloc_fast(&vm->heap, sizeof *m, OU_GC_VALUES);
    if (!m)
        return ou_raise_memory(vm, sizeof *m);
    m->type = OU_ROM(bound_type(function));
    m->function = function;
    m->self = self;
    return ou_from_ptr(m);
}

static ou_val method_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    if (n_args != 2 || n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "method expected 2 arguments, got %u", n_args);
    if (!ou_is_callable(vm, args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "first argument must be callable");
    return ou_bound_method_new(vm, args[0], args[1]);
}

static ou_val method_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    const struct ou_bound_method *m = (const struct ou_bound_method *)self;
    if (n_args < 7 && !n_kw && ou_is(m->function, &ou_type_native_method)) {
        ou_val all[8];
        all[0] = m->self;
        for (unsigned i = 0; i < n_args; i++)
            all[i + 1] = args[i];
        return ou_native_call(vm, (const struct ou_native *)m->function, n_args + 1, 0, all);
    }
    return ou_call_with_self(vm, m->function, m->self, n_args, n_kw, args);
}

static ou_val method_repr(struct ou_vm *vm, ou_val self)
{
    const struct ou_bound_method *m = (const struct ou_bound_method *)self;
    if (!ou_is(m->function, &ou_type_function)) {
        ou_val name = ou_get_attr(vm, m->function, OU_S(__name__)), object = ou_default_repr(vm, m->self);
        if (name == OU_EXC || object == OU_EXC)
            return OU_EXC;
        size_t n;
        const char *text = ou_str_text(vm, object, &n);
        object = ou_str_new(vm, text + 1, n - 2);
        return object == OU_EXC ? OU_EXC : ou_str_format(vm, "<built-in method %v of %v>", name, object);
    }
    ou_val name = ou_function_qualname(vm, m->function);
    return name == OU_EXC ? OU_EXC : ou_str_format(vm, "<bound method %v of %r>", name, m->self);
}

static ou_val method_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    (void)vm;
    if ((op != OU_CMP_EQ && op != OU_CMP_NE) || ou_type_of(a) != ou_type_of(b))
        return OU_NOT_IMPLEMENTED;
    const struct ou_bound_method *x = (const struct ou_bound_method *)a,
                                 *y = (const struct ou_bound_method *)b;
    return ou_bool((x->self == y->self && x->function == y->function) == (op == OU_CMP_EQ));
}

static int method_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    const struct ou_bound_method *m = (const struct ou_bound_method *)self;
    ou_int of_function;
    if (ou_identity_hash(vm, m->self, out) < 0 || ou_identity_hash(vm, m->function, &of_function) < 0)
        return -1;
    *out ^= of_function;
    return 0;
}

static ou_val method_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct ou_bound_method *m = (const struct ou_bound_method *)self;
    if (name == OU_S(__self__))
        return m->self;
    if (name == OU_S(__func__))
        return m->function;
    if (ou_type_lookup(vm, ou_type_of(self), name) != OU_ABSENT && name != OU_S(__doc__) &&
        name != OU_S(__module__))
        return OU_ABSENT;
    return attribute_within(vm, m->function, name);
}

OU_ROM_ALIGN static const struct ou_type_ops method_ops = {
    .construct = method_construct,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .get_attr = method_get_attr,
};
OU_DEFINE_TYPE(ou_type_bound_method, OU_S(method), &ou_type_object, &method_ops, NULL,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, 0);

/* The same of functions in C: only the name differs. */
OU_DEFINE_TYPE(ou_type_bound_native, OU_S(builtin_function_or_method), &ou_type_object, &method_ops, NULL,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, 0);
OU_DEFINE_TYPE(ou_type_method_wrapper, OU_S(method_dash_wrapper), &ou_type_object, &method_ops, NULL,
               OU_TYPE_FINAL, 0);

/* -- super -- */

struct super_object {
    ou_val type, cls, object, object_type; /* object unbound: super(cls) alone */
};

ou_val ou_super_new(struct ou_vm *vm, ou_val cls, ou_val object)
{
    ou_val object_type = OU_ABSENT;
    if (!ou_is_type(cls))
        return ou_raise(vm, &ou_exc_TypeError, "super() argument 1 must be a type, not %T", cls);
    if (object != OU_ABSENT) {
        if (ou_is_type(object) && ou_is_subtype(ou_type_at(object), ou_type_at(cls)))
            object_type = object;
        else if (ou_is_a(object, ou_type_at(cls)))
            object_type = OU_ROM(ou_type_of(object));
        else
            return ou_raise(vm, &ou_exc_TypeError,
                            "super(type, obj): obj must be an instance or subtype of type");
    }
    struct super_object *s = ou_gc_alloc_fast(&vm->heap, sizeof *s, OU_GC_VALUES);
    if (!s)
        return ou_raise_memory(vm, sizeof *s);
    s->type = OU_ROM(&ou_type_super);
    s->cls = cls;
    s->object = object;
    s->object_type = object_type;
    return ou_from_ptr(s);
}

static ou_val super_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "super() takes no keyword arguments");
    if (n_args > 2)
        return ou_raise(vm, &ou_exc_TypeError, "super() expected at most 2 arguments, got %u", n_args);
    if (n_args == 0) /* the compiler writes super() as super(__class__, self) where it has a meaning */
        return ou_raise_message(vm,
                                vm->up->has_parameter(vm)
                                    ? OU_MESSAGE(&ou_exc_RuntimeError, "super(): __class__ cell not found")
                                    : OU_MESSAGE(&ou_exc_RuntimeError, "super(): no arguments"));
    return ou_super_new(vm, args[0], n_args == 2 && args[1] != OU_NONE ? args[1] : OU_ABSENT);
}

ou_val ou_super_get(struct ou_vm *vm, ou_val self, ou_val name, ou_val *out_self)
{
    const struct super_object *s = (const struct super_object *)self;
    if (s->object == OU_ABSENT || name == OU_S(__class__))
        return OU_ABSENT;
    ou_val attr = ou_type_lookup_after(vm, ou_type_at(s->object_type), ou_type_at(s->cls), name);
    if (attr == OU_ABSENT)
        return OU_ABSENT;
    bool on_class = s->object == s->object_type;
    if (out_self && !on_class && ou_is_method_like(attr)) {
        *out_self = s->object;
        return attr;
    }
    return ou_descriptor_get(vm, attr, on_class ? OU_ABSENT : s->object, s->object_type);
}

static ou_val super_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct super_object *s = (const struct super_object *)self;
    if (name == OU_S(__thisclass__))
        return s->cls;
    if (name == OU_S(__self__) && s->object != OU_ABSENT)
        return s->object;
    if (name == OU_S(__self_class__) && s->object != OU_ABSENT)
        return s->object_type;
    return ou_super_get(vm, self, name, NULL);
}

static ou_val super_repr(struct ou_vm *vm, ou_val self)
{
    const struct super_object *s = (const struct super_object *)self;
    ou_val name = ou_type_at(s->cls)->name;
    if (s->object == OU_ABSENT)
        return ou_str_format(vm, "<super: <class '%v'>, NULL>", name);
    return ou_str_format(vm, "<super: <class '%v'>, <%v object>>", name, ou_type_at(s->object_type)->name);
}

OU_ROM_ALIGN static const struct ou_type_ops super_ops = {
    .construct = super_construct, .repr = super_repr, .get_attr = super_get_attr};
OU_DEFINE_TYPE(ou_type_super, OU_S(super), &ou_type_object, &super_ops, NULL, OU_TYPE_FINAL, 0);
