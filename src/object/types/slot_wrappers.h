/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The special methods of C types as native methods.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_SLOT_WRAPPERS_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_SLOT_WRAPPERS_H

#include "object/core/object.h"

/* The native method that stands for a slot of a C type, e.g. __len__ of one whose ops have len. */
ou_val ou_slot_wrapper(const struct ou_type *t, ou_val name);
unsigned ou_slot_wrapper_number(ou_val native); /* its number, or 0xffff */
ou_val ou_slot_wrapper_at(unsigned number);
extern const struct ou_native ou_slot_new, ou_slot_init;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_SLOT_WRAPPERS_H */
