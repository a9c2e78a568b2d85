/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Weak references, and the end of a program.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_WEAKREF_H
#define OURO_INCLUDED_INCLUDE_OURO_WEAKREF_H

#include <ouro/errors.h>

/* weakref.ref, those derived from it here, and proxies; and one with a word more (extra). */
extern const struct ou_type ou_type_weakref, ou_type_weak_method, ou_type_weak_function, ou_type_weak_keyed,
    ou_type_weak_proxy, ou_type_weak_callable_proxy, ou_type_weak_value_dict, ou_type_weak_key_dict,
    ou_type_weak_set;
/* Can there be weak references to the object?  No collection. */
bool ou_weakref_possible(ou_val object);
/* A weak reference of type t; callback is called with it once the object is gone, at a safepoint.  callback
 * and extra may be OU_ABSENT; without both, all callers share one.  TypeError, MemoryError. */
ou_val ou_weakref_new(struct ou_vm *vm, const struct ou_type *t, ou_val object, ou_val callback,
                      ou_val extra) OU_MUST_CHECK;
/* The object, or OU_ABSENT when it is gone.  No collection. */
ou_val ou_weakref_get(ou_val ref);
/* What ou_weakref_new was given; only where it was. */
ou_val ou_weakref_extra(ou_val ref);
/* The callback will not be called. */
void ou_weakref_cancel(struct ou_vm *vm, ou_val ref);
/* What the callback gets instead of the reference itself, which must have one or be of a subclass. */
void ou_weakref_own(struct ou_vm *vm, ou_val ref, ou_val owner);
/* How many weak references there are to an object, and all of them in a list. */
size_t ou_weakref_count(struct ou_vm *vm, ou_val object);
ou_val ou_weakref_list(struct ou_vm *vm, ou_val object) OU_MUST_CHECK;
/* "0x..." as repr shows it. */
ou_val ou_weakref_address(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* The first of the live weakref.finalize objects, or OU_ABSENT; the VM has made one before it is set. */
ou_val ou_finalizers(struct ou_vm *vm);
void ou_finalizers_set(struct ou_vm *vm, ou_val first);
/* Whether objects have died whose callbacks are still to be called. */
bool ou_cleanup_waits(const struct ou_vm *vm);
extern const struct ou_native ou_native_unraisablehook; /* sys.unraisablehook as it is at first */
/* Calls it when the program ends, the last one first.  The list of what is registered, as tuples of the
 * number of positional arguments, the callable, the arguments, names and values; or None. */
int ou_at_exit(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw,
               const ou_val *args) OU_MUST_CHECK;
ou_val ou_at_exit_list(struct ou_vm *vm);
void ou_at_exit_run(struct ou_vm *vm);

#endif /* OURO_INCLUDED_INCLUDE_OURO_WEAKREF_H */
