/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Weak references: weakref.ref, and proxies.
 *
 * A weak reference is a VALUES block in which its target's address is hidden: with bit 0 set it looks like
 * a small int to the marker.  The map vm->cleanup->weak leads from a target to its first weak reference,
 * and those to the same target are chained, the addresses hidden too.  The hooks below clear references to
 * what dies, take out those that die themselves, and rewrite hidden addresses when blocks move.
 *
 * Objects in ROM never die: references to them are in no list.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_H
#define OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_H

#include <ouro/ouro.h>

struct ou_vm;

/* -- for the hooks -- */
void ou_weak_clear(struct ou_vm *vm);      /* clear_weak */
void ou_weak_clear_dead(struct ou_vm *vm); /* clear_dead */
void ou_weak_update(struct ou_vm *vm);

/* Its target has died, and its turn has come. */
void ou_weak_call_back(struct ou_vm *vm, ou_val ref);
/* 0 or negative; *callbacks: of live references that may have to be called. */
int ou_weak_verify(struct ou_vm *vm, size_t *callbacks);

#endif /* OURO_INCLUDED_SRC_OBJECT_WEAK_WEAK_H */
