/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Formatting with % where the build has not got it.
 */
#include "object/bytes/format_percent.h"
#include <ouro/ouro.h>

static ou_val refuse(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_TypeError, "this build has no formatting with %%, but f-strings");
}

ou_val ou_str_percent(struct ou_vm *vm, ou_val format, ou_val args)
{
    (void)format, (void)args;
    return refuse(vm);
}

ou_val ou_bytes_percent(struct ou_vm *vm, ou_val format, ou_val args)
{
    (void)format, (void)args;
    return refuse(vm);
}
