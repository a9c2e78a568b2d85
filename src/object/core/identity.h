/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Identity: the number that id() and default hashes show, which no collection changes.
 *
 * An immediate is its own number, and so is an object in ROM: their words never change.  A block of the
 * heap gets a number from a counter when somebody first asks, and keeps it in vm->identity until it dies.
 * These numbers look like single immediates (low bits 0100) beyond any that exist, so they are nobody
 * else's; they are small ints on every machine.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_IDENTITY_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_IDENTITY_H

#include "object/core/address_map.h"

struct ou_identity { /* all zero: nobody has asked */
    struct ou_address_map numbers;
    ou_val next, limit; /* the numbers of [next, limit) have no owner */
};

/* The number of any object; OU_ABSENT: MemoryError is raised.  May collect. */
ou_val ou_identity_number(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* The hash that objects have by default.  0 or -1 (raised).  May collect. */
int ou_identity_hash(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
/* "0x7f..." of an object's number, with a NUL.  0 or -1 (raised).  May collect. */
int ou_identity_text(struct ou_vm *vm, ou_val v, char out[2 * sizeof(ou_val) + 3]) OU_MUST_CHECK;

/* Hooks of the collector, and the end. */
void ou_identity_clear_dead(struct ou_vm *vm);
void ou_identity_update(struct ou_vm *vm);
void ou_identity_trim(struct ou_vm *vm);
void ou_identity_deinit(struct ou_vm *vm);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_IDENTITY_H */
