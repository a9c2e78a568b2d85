/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The memory profile: what each source line of a program allocated, and what of it is still alive.
 */
#ifndef OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H
#define OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H

#include "object/core/vm.h"

struct ou_memprofile;

/* Watches every allocation from now on.  What is remembered lies in `tools`, an outer heap of its own, so that
 * the program has the memory it would have otherwise.  0, or -1: no memory there. */
int ou_memprofile_start(struct ou_vm *vm, struct ou_outer *tools);
/* Collects, writes the report to a file, and ends the profile.  0, or a negated errno. */
int ou_memprofile_finish(struct ou_vm *vm, const char *path);
/* For the collector's hooks; nothing while there is no profile. */
void ou_memprofile_clear_dead(struct ou_vm *vm);
void ou_memprofile_update(struct ou_vm *vm);

#endif /* OURO_INCLUDED_SRC_INSPECT_MEMPROFILE_H */
