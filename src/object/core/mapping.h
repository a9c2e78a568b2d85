/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Dicts and sets as the interpreter itself uses them.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_MAPPING_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_MAPPING_H

#include "object/core/table.h"

/* Names each once, for dir(): a set, or a dict where there are none. */
static inline ou_val ou_names_new(struct ou_vm *vm)
{
    return OU_WITH_SET ? ou_set_new(vm, &ou_type_set) : ou_dict_new(vm, 0);
}
static inline int ou_names_add(struct ou_vm *vm, ou_val names, ou_val name)
{
    return OU_WITH_SET ? ou_set_add(vm, names, name) : ou_dict_set(vm, names, name, OU_NONE);
}
/* All records of another dict; the other may be changed by key comparisons, which ends the loop early at
 * worst with an error. */
int ou_dict_merge(struct ou_vm *vm, struct ou_table *t, const struct ou_table *from) OU_MUST_CHECK;
/* An empty dict, set or frozenset. */
struct ou_table *ou_table_new(struct ou_vm *vm, const struct ou_type *t, size_t capacity) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_MAPPING_H */
