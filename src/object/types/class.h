/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Making classes, and their objects.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_CLASS_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_CLASS_H

#include "object/core/object.h"

/* Body function, name, bases; keywords (metaclass= among them): the class statement. */
ou_val ou_build_class(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
/* type.__new__; kw: n_kw pairs for __init_subclass__. */
ou_val ou_class_new(struct ou_vm *vm, ou_val metaclass, ou_val name, ou_val bases, ou_val space,
                    unsigned n_kw, const ou_val *kw) OU_MUST_CHECK;
/* type.__call__: an instance. */
ou_val ou_type_call(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                    const ou_val *args) OU_MUST_CHECK;
/* type.__new__ of what is called: allocates, with the native part made from the arguments. */
ou_val ou_type_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                         const ou_val *args) OU_MUST_CHECK;
/* For the VM's own instantiation: the Python function __init__ of a heap type whose instances
 * ou_instance_alloc makes completely (no __new__, no native part, plain metaclass), else unbound. */
ou_val ou_type_find_init(struct ou_vm *vm, const struct ou_type *t);

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_CLASS_H */
