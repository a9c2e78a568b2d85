/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Views of dicts, and iterators over dicts and sets.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_VIEWS_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_VIEWS_H

#include "object/core/object.h"

ou_val ou_dict_view_new(struct ou_vm *vm, const struct ou_type *t, ou_val dict) OU_MUST_CHECK;
ou_val ou_dict_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val dict) OU_MUST_CHECK;
extern const struct ou_type ou_type_dict_keys, ou_type_dict_values, ou_type_dict_items,
    ou_type_dict_keyiterator, ou_type_dict_valueiterator, ou_type_dict_itemiterator,
    ou_type_dict_reversekeyiterator, ou_type_dict_reversevalueiterator, ou_type_dict_reverseitemiterator;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_DICT_VIEWS_H */
