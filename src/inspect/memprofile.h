/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The memory profile: what each source line of a program allocated, and what of it is still alive.
 */
#ifndef OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H
#define OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H

#include "object/core/vm.h"
#include <ouro/inspect.h>

/* For the collector's hooks; nothing while there is no profile. */
void ou_memprofile_clear_dead(struct ou_vm *vm);
void ou_memprofile_update(struct ou_vm *vm);

#endif /* OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H */
