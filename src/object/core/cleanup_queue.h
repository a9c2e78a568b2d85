/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The queue of what is to be cleaned up by running Python (weak/cleanup.h), as far as the makers of objects use it:
 * room is reserved when an object gets its finaliser mark.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_CLEANUP_QUEUE_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_CLEANUP_QUEUE_H

#include "object/core/vm.h"

/* Made when something first needs it, and there until the VM is deleted. */
struct ou_cleanup {
    ou_val *entries; /* an object (for __del__), a generator (to close), a weak reference (to call back) */
    uint32_t head, tail; /* of what waits in entries; while one runs it is still at head */
    uint32_t capacity;
    uint32_t reserved;          /* what waits and what may have to: tail - head <= reserved <= capacity */
    bool running;               /* the queue is being worked off: not to be begun again inside */
    bool ended;                 /* no more Python: what is left is not queued any more */
    struct ou_address_map weak; /* see weak.h */
    uint32_t deaths;            /* of what weak containers referred to; see weak_container.h */
    ou_val at_exit;             /* list of tuples, see ou_at_exit; or unbound */
    ou_val finalizers;          /* the newest live weakref.finalize, or unbound */
};

/* vm->cleanup, made if need be.  NULL: MemoryError is raised.  May collect. */
struct ou_cleanup *ou_cleanup_get(struct ou_vm *vm) OU_MUST_CHECK;
/* Sets the capacity; whether it was done.  No collection. */
bool ou_cleanup_resize(struct ou_vm *vm, uint32_t capacity, bool may_move);
/* Room for n more things to do.  0, or -1 (MemoryError).  May collect. */
int ou_cleanup_reserve(struct ou_vm *vm, size_t n) OU_MUST_CHECK;
/* The same without raising, and without a collection: whether it was done. */
bool ou_cleanup_reserve_nogc(struct ou_vm *vm);
void ou_cleanup_unreserve(struct ou_vm *vm, size_t n);
/* Gives a complete object, for which room was reserved, its finaliser mark. */
void ou_cleanup_mark(struct ou_vm *vm, ou_val object);
/* A new object of a class with __del__: reserves, and marks what was made; OU_EXC stays what it is. */
ou_val ou_cleanup_marked(struct ou_vm *vm, ou_val object) OU_MUST_CHECK;

/* Room was reserved. */
void ou_cleanup_queue(struct ou_vm *vm, ou_val v);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_CLEANUP_QUEUE_H */
