/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type list beyond the public API; its storage is in core/sequence.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_LIST_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_LIST_H

#include "object/core/sequence.h"

extern const struct ou_rom_table ou_list_table;
extern const struct ou_type ou_type_list_reverseiterator;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_LIST_H */
