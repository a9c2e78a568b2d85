/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The verifier of code blocks that the compiler of this VM has not made: what it accepts, the VM runs without
 * harm, whatever else it does.
 */
#ifndef OURO_INCLUDED_SRC_VM_CODE_VERIFY_H
#define OURO_INCLUDED_SRC_VM_CODE_VERIFY_H

#include "object/code/code.h"
#include "object/core/vm.h"

/* What a pool entry is. */
enum ou_pool_kind {
    OU_POOL_OTHER,
    OU_POOL_NAME,  /* an interned str */
    OU_POOL_STR,   /* another str */
    OU_POOL_NAMES, /* a tuple of interned str */
    OU_POOL_CODE
};

struct ou_pool_view {
    const ou_val *values;
    const uint8_t *kinds; /* enum ou_pool_kind of each */
    unsigned n;
};

/* Do the parts of a code block of `size` bytes, which is in RAM and aligned, lie in it, and do they name what there is
 * in the pool that it indexes?  statement: it is to run without arguments and without cells.
 * NULL: yes.  Else what is wrong, in a few words. */
const char *ou_code_verify_head(const struct ou_code *code, size_t size, const struct ou_pool_view *pool,
                                bool statement);
/* Does it keep what the VM relies on (docs/precompiled.md lists that)?  Its head has been verified, and the heads of
 * all code in the pool.  As above; "" if memory was too short to find out (nothing is raised).  Takes scratch memory
 * of the outer heap for a while, in proportion to registers times targets of jumps.  May collect. */
const char *ou_code_verify(struct ou_vm *vm, const struct ou_code *code, const struct ou_pool_view *pool);

#endif /* OURO_INCLUDED_SRC_VM_CODE_VERIFY_H */
