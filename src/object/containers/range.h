/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ranges of ints of any size.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_RANGE_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_RANGE_H

#include "object/core/object.h"

/* Items of a range; OU_EXC: OverflowError never happens, MemoryError may. */
ou_val ou_range_length(struct ou_vm *vm, const struct ou_range *r) OU_MUST_CHECK;
ou_val ou_range_iter(struct ou_vm *vm, const struct ou_range *r, bool backwards) OU_MUST_CHECK;
extern const struct ou_rom_table ou_range_table;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_RANGE_H */
