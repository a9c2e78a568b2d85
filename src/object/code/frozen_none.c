/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * For programs without frozen modules.  In a file of its own, because a compiler that sees a constant's value uses it,
 * though the symbol is weak.
 */
#include "object/code/frozen.h"

__attribute__((weak)) const struct ou_frozen_module *const ou_frozen_modules = NULL;
