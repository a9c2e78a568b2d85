/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module builtins share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MOD_BUILTINS_H
#define OURO_INCLUDED_SRC_MODULES_MOD_BUILTINS_H

#include <ouro/ouro.h>

extern const struct ou_native ou_builtin_abs, ou_builtin_all, ou_builtin_any, ou_builtin_ascii,
    ou_builtin_bin, ou_builtin_callable, ou_builtin_chr, ou_builtin_delattr, ou_builtin_divmod,
    ou_builtin_format, ou_builtin_getattr, ou_builtin_hasattr, ou_builtin_hash, ou_builtin_hex, ou_builtin_id,
    ou_builtin_input, ou_builtin_isinstance, ou_builtin_issubclass, ou_builtin_iter, ou_builtin_len,
    ou_builtin_max, ou_builtin_min, ou_builtin_next, ou_builtin_oct, ou_builtin_ord, ou_builtin_pow,
    ou_builtin_print, ou_builtin_repr, ou_builtin_round, ou_builtin_setattr, ou_builtin_sorted,
    ou_builtin_sum;

#endif /* OURO_INCLUDED_SRC_MODULES_MOD_BUILTINS_H */
