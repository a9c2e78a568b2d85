/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arguments of native functions.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_ARGS_H
#define OURO_INCLUDED_INCLUDE_OURO_ARGS_H

#include <ouro/errors.h>

/* Matches arguments against names: spec is like "a|b$c" -- names separated by spaces, `|` before the first
 * optional, `$` before the first keyword-only, e.g. "source encoding|errors".  A leading `/`-terminated
 * part is positional-only: "x /base".  out[i] receives the value or OU_UNBOUND.  Messages are those that
 * CPython gives for a C function `name`. */
int ou_args_parse(struct ou_vm *vm, const char *function_name, const char *spec, unsigned n_args,
                  unsigned n_kw, const ou_val *args, ou_val *out) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_ARGS_H */
