/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A class gets __del__ when it has instances already.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_LATE_DEL_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_LATE_DEL_H

#include "object/core/vm.h"

/* A class, and those derived from it, get a __del__ now: existing instances are marked.  0 or -1. */
int ou_cleanup_adopt(struct ou_vm *vm, const struct ou_type *t) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_LATE_DEL_H */
