/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type dict beyond the public API; its storage is in core/mapping.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_H

#include "object/core/table.h"

/* dict.update(mapping_or_pairs, **keywords). */
int ou_dict_update_args(struct ou_vm *vm, ou_val dict, const char *name, unsigned n_args, unsigned n_kw,
                        const ou_val *args) OU_MUST_CHECK;
extern const struct ou_rom_table ou_dict_table;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_H */
