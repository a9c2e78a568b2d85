/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module json share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_JSON_H
#define OURO_INCLUDED_SRC_MODULES_JSON_H

#include <ouro/ouro.h>

extern const struct ou_type ou_exc_JSONDecodeError;
/* Native functions. */
ou_val ou_json_loads(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args);
ou_val ou_json_dumps(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args);

#endif /* OURO_INCLUDED_SRC_MODULES_JSON_H */
