/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types, classes, instances and attributes: what the files of the object layer and the VM share beyond
 * the public API.  Functions that can fail raise and return OU_EXC or -1; all of those may collect.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_TYPES_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_TYPES_H

#include "object/errors/exception.h"
#include "object/types/function.h"
#include "object/core/object.h"
#include "object/core/table.h"

extern const struct ou_type ou_type_mappingproxy, ou_type_bound_native, ou_type_method_wrapper;
extern const struct ou_type_ops ou_instance_ops; /* of every class made by Python code */

static inline bool ou_type_is_heap(const struct ou_type *t) { return (t->flags >> 2) & OU_TYPE_HEAP; }
static inline bool ou_type_has(const struct ou_type *t, ou_val flag) { return ((t->flags >> 2) & flag) != 0; }
/* The nearest type written in C: t itself if it is one. */
static inline const struct ou_type *ou_type_native(const struct ou_type *t)
{
    return ou_type_is_heap(t) ? (const struct ou_type *)t->heap->native : t;
}
/* Class k in t's method resolution order, or NULL behind its end. */
const struct ou_type *ou_type_mro_at(const struct ou_type *t, size_t k);

/* -- lookup: never runs Python, never collects.  OU_UNBOUND if absent. -- */
/* What the classes of t's resolution order say about a name, unbound. */
ou_val ou_type_lookup(struct ou_vm *vm, const struct ou_type *t, ou_val name);
/* The same in the classes that follow `after`. */
ou_val ou_type_lookup_after(struct ou_vm *vm, const struct ou_type *t, const struct ou_type *after,
                            ou_val name);
/* In t's own dict only (slot wrappers of a C type included). */
ou_val ou_type_own(struct ou_vm *vm, const struct ou_type *t, ou_val name);
/* The native method that stands for a slot of a C type, e.g. __len__ of one whose ops have len. */
ou_val ou_slot_wrapper(const struct ou_type *t, ou_val name);
unsigned ou_slot_wrapper_number(ou_val native); /* its number, or 0xffff */
ou_val ou_slot_wrapper_at(unsigned number);
extern const struct ou_native ou_object_init, ou_object_eq, ou_object_ne, ou_object_hash, ou_object_repr,
    ou_object_str, ou_object_getattribute, ou_object_setattr, ou_object_delattr, ou_slot_new, ou_slot_init;

/* -- inline caches -- */
/* The version that a cache compares; assigned on first use.  0: not cacheable. */
uint32_t ou_type_version(struct ou_vm *vm, const struct ou_type *t);
/* Attributes of t are not what they were: its version and those of its subclasses are dropped. */
void ou_type_modified(struct ou_vm *vm, struct ou_type *t);
/* Hooks of the collector, for the chain of classes; and what a debug build checks: 0 or negative. */
void ou_type_clear_dead(struct ou_vm *vm);
void ou_type_update(struct ou_vm *vm);
int ou_type_verify(struct ou_vm *vm);

enum ou_attr_kind {
    OU_ATTR_NONE,       /* nothing that could be cached */
    OU_ATTR_SLOT,       /* word `index` of the instance; unbound there: ask again */
    OU_ATTR_METHOD,     /* a function or native method of the class (ou_attr_class_value), to be bound; holds
                           if the instance has no `extra`, or extra lacks the name */
    OU_ATTR_PLAIN,      /* a value of the class that is no descriptor; the same condition */
    OU_ATTR_DESCRIPTOR, /* a data descriptor of the class, for ou_descriptor_get/set; no condition */
    OU_ATTR_CLASS,  /* the object is itself a class, `version` is its own, and ou_attr_class_value of it is
                           the result as it stands */
    OU_ATTR_MODULE, /* the object is a module, `version` that of its dict, `index` the record there */
};
/* Where an attribute is found; what an inline cache holds.  For all kinds but CLASS and MODULE the
 * version is that of the object's type.  A cache of all zeros has kind NONE. */
struct ou_attr_location {
    uint32_t version;
    uint16_t index;
    uint8_t depth; /* in the resolution order; OU_ATTR_WRAPPER: `index` numbers a slot wrapper */
    uint8_t kind;
};
#define OU_ATTR_WRAPPER 0xff
void ou_attr_resolve(struct ou_vm *vm, ou_val object, ou_val name, struct ou_attr_location *out);
/* For METHOD, PLAIN, DESCRIPTOR (t: the object's type) and CLASS (t: the object). */
ou_val ou_attr_class_value_slow(const struct ou_type *t, unsigned depth, unsigned index);
static inline ou_val ou_attr_class_value(const struct ou_type *t, unsigned depth, unsigned index)
{
    if (ou_type_is_heap(t) && depth != OU_ATTR_WRAPPER) {
        const struct ou_type *c = (const struct ou_type *)((const struct ou_tuple *)t->mro)->items[depth];
        if (ou_type_is_heap(c))
            return ou_table_entry((const struct ou_table *)c->dict, index)[1];
    }
    return ou_attr_class_value_slow(t, depth, index);
}
/* For a store: SLOT, or NONE (object's class intercepts stores, has a data descriptor, no slot ...). */
void ou_attr_resolve_store(struct ou_vm *vm, ou_val object, ou_val name, struct ou_attr_location *out);

/* -- instances -- */
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
    if (ou_field(object, 1) != OU_UNBOUND)
        return false;
    for (size_t i = index + 1; i < end; i++)
        if (ou_field(object, i) != OU_UNBOUND)
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
/* The native object in an instance of a class with one, else v itself. */
static inline ou_val ou_unwrap(ou_val v)
{
    if (!ou_is_ptr(v))
        return v;
    const struct ou_type *t = *(const struct ou_type *const *)v;
    return (t->flags >> 2) & OU_TYPE_PAYLOAD ? ((struct ou_instance *)v)->slots[0] : v;
}

/* -- classes -- */
/* Body function, name, bases; keywords (metaclass= among them): the class statement. */
ou_val ou_build_class(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
/* type.__new__; kw: n_kw pairs for __init_subclass__. */
ou_val ou_class_new(struct ou_vm *vm, ou_val metaclass, ou_val name, ou_val bases, ou_val space,
                    unsigned n_kw, const ou_val *kw) OU_MUST_CHECK;
/* type.__call__: an instance. */
ou_val ou_type_call(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                    const ou_val *args) OU_MUST_CHECK;
/* type.__new__ of what is called: allocates, with the native part made from the arguments. */
ou_val ou_type_make(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                    const ou_val *args) OU_MUST_CHECK;
/* For the VM's own instantiation: the Python function __init__ of a heap type whose instances
 * ou_instance_alloc makes completely (no __new__, no native part, plain metaclass), else unbound. */
ou_val ou_type_find_init(struct ou_vm *vm, const struct ou_type *t);
/* The computed attributes of classes. */
ou_val ou_type_qualname(const struct ou_type *t);
ou_val ou_type_module_name(const struct ou_type *t);

/* -- attributes -- */
/* As object.__getattribute__ and its relatives for classes; OU_UNBOUND if absent.  With self, a
 * function or native method found in the class is not bound: *self is set to the object (else to
 * OU_UNBOUND). */
ou_val ou_generic_get(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self) OU_MUST_CHECK;
int ou_generic_set(struct ou_vm *vm, ou_val object, ou_val name, ou_val value) OU_MUST_CHECK;
/* object.name about to be called: out[0] is what to call, out[1] its first argument or unbound. 0, -1. */
int ou_get_method(struct ou_vm *vm, ou_val object, ou_val name, ou_val *out) OU_MUST_CHECK;
ou_val ou_raise_attribute(struct ou_vm *vm, ou_val object, ou_val name);
/* Attributes of classes: of the class and its bases first, then of its metaclass. */
ou_val ou_type_get_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val *self) OU_MUST_CHECK;
int ou_type_set_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val value) OU_MUST_CHECK;

/* __class__, __dict__, __module__ of every object */
extern const struct ou_native_property ou_object_properties[4];

/* -- descriptors -- */
/* What an attribute found in a class gives for an object (OU_UNBOUND: for the class). */
static inline ou_val ou_descriptor_get(struct ou_vm *vm, ou_val attr, ou_val object, ou_val type)
{
    if (!ou_is_ptr(attr))
        return attr;
    ou_val (*get)(struct ou_vm *, ou_val, ou_val, ou_val) = ou_ops_of(attr)->get;
    return get ? get(vm, attr, object, type) : attr;
}
int ou_descriptor_set(struct ou_vm *vm, ou_val attr, ou_val object, ou_val value) OU_MUST_CHECK;
bool ou_is_data_descriptor(struct ou_vm *vm, ou_val attr);
static inline bool ou_is_method_like(ou_val v) /* binds without running anything */
{
    return ou_is(v, &ou_type_function) || ou_is(v, &ou_type_native_method);
}
ou_val ou_bound_method_new(struct ou_vm *vm, ou_val function, ou_val self) OU_MUST_CHECK;
ou_val ou_native_call(struct ou_vm *vm, const struct ou_native *native, unsigned n_args, unsigned n_kw,
                      const ou_val *args) OU_MUST_CHECK;
/* super(...).name: as ou_generic_get. */
ou_val ou_super_get(struct ou_vm *vm, ou_val super, ou_val name, ou_val *self) OU_MUST_CHECK;
ou_val ou_super_new(struct ou_vm *vm, ou_val cls, ou_val object) OU_MUST_CHECK;

/* -- special methods -- */
/* Calls object.name(*args), looked up on the type; OU_UNBOUND if there is none. n <= 6 */
ou_val ou_call_special(struct ou_vm *vm, ou_val object, ou_val name, unsigned n,
                       const ou_val *args) OU_MUST_CHECK;
/* Calls with one more argument in front. */
ou_val ou_call_with_self(struct ou_vm *vm, ou_val callable, ou_val self, unsigned n_args, unsigned n_kw,
                         const ou_val *args) OU_MUST_CHECK;
extern const ou_val ou_binary_names[14], ou_binary_reflected[14], ou_binary_inplace[14], ou_compare_names[6];
static inline enum ou_compare_op ou_compare_reflected(enum ou_compare_op op)
{
    static const uint8_t reflected[6] = {OU_CMP_GT, OU_CMP_GE, OU_CMP_EQ, OU_CMP_NE, OU_CMP_LT, OU_CMP_LE};
    return (enum ou_compare_op)reflected[op];
}
/* The text that objects have by default; their hash is in object/core/identity.h. */
ou_val ou_default_repr(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
static inline bool ou_stack_low(struct ou_vm *vm)
{
    return (uintptr_t)__builtin_frame_address(0) < vm->c_stack_limit;
}

/* -- modules -- */
ou_val ou_module_get_attr(struct ou_vm *vm, ou_val module, ou_val name) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_TYPES_H */
