/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type tuple beyond the public API; its storage is in core/sequence.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_TUPLE_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_TUPLE_H

#include "object/core/sequence.h"

extern const struct ou_rom_table ou_tuple_table;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_TUPLE_H */
