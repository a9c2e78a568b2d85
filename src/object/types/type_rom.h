/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * `object` and the single values.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_ROM_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_ROM_H

#include "object/core/object.h"

extern const struct ou_native ou_object_init, ou_object_eq, ou_object_ne, ou_object_hash, ou_object_repr,
    ou_object_str, ou_object_getattribute, ou_object_setattr, ou_object_delattr;
/* __class__, __dict__, __module__ of every object */
extern const struct ou_native_property ou_object_properties[4];
/* The text that objects have by default; their hash is in core/identity.h. */
ou_val ou_default_repr(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_TYPE_ROM_H */
