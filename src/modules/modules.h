/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The constant modules of this build.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MODULES_H
#define OURO_INCLUDED_SRC_MODULES_MODULES_H

#include <ouro/ouro.h>

extern const struct ou_rom_table ou_builtins_table;
extern const struct ou_rom_module *const ou_rom_modules[]; /* NULL-terminated */

#endif /* OURO_INCLUDED_SRC_MODULES_MODULES_H */
