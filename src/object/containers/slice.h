/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type slice beyond the public API; resolving slices is in core/subscript.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SLICE_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SLICE_H

#include "object/core/object.h"

extern const struct ou_rom_table ou_slice_table;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SLICE_H */
