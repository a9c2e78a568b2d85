/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Modules.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_MODULE_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_MODULE_H

#include "object/core/object.h"

ou_val ou_module_get_attr(struct ou_vm *vm, ou_val module, ou_val name) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_MODULE_H */
