/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What constants in ROM promise, checked when a VM starts, in builds with checks (OU_DEBUG >= 1).
 */
#ifndef OURO_INCLUDED_SRC_SUPERVISOR_ROM_CHECK_H
#define OURO_INCLUDED_SRC_SUPERVISOR_ROM_CHECK_H

#include "object/core/vm.h"

/* Tables of names must be sorted, as they are searched by halving; a native must take at least its self and no fewer
 * arguments at most than at least.  Looks at the builtins, at all modules of the image and of the embedder, and at the
 * types that these hold.  Reports each fault with the names of the table and of the entry (ou_port_report): how many. */
#if OU_DEBUG
unsigned ou_rom_check(struct ou_vm *vm);
#else
static inline unsigned ou_rom_check(struct ou_vm *vm) { return (void)vm, 0; }
#endif

#endif /* OURO_INCLUDED_SRC_SUPERVISOR_ROM_CHECK_H */
