/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arguments of native functions.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_ARGS_H
#define OURO_INCLUDED_INCLUDE_OURO_ARGS_H

#include <ouro/errors.h>

/* Matches the arguments of a call, n_args positional ones and then n_kw pairs of name and value, against names.
 * out[i], one for each name, receives the value or OU_ABSENT.  0, or -1 with a TypeError whose text is what CPython
 * gives for a C function `function_name`.
 *
 * spec: names separated by spaces.  `/` ends those that are positional only, `|` those that are required, `$` begins
 * those that are keyword only, for instance "source /encoding|errors$strict". */
int ou_args_parse(struct ou_vm *vm, const char *function_name, const char *spec, unsigned n_args,
                  unsigned n_kw, const ou_val *args, ou_val *out) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_ARGS_H */
