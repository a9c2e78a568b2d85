/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Safepoints: what was asked from outside (an interrupt, a stop), and cleanup that waits.
 */
#include "object/core/vm.h"

int ou_poll_asked(struct ou_vm *vm)
{
    if (!vm->asked)
        return 0;
    if (vm->stopped)
        return ou_fail(ou_raise(vm, &ou_exc_SystemExit, "stopped"));
    vm->interrupted = 0;
    return ou_fail(ou_raise(vm, &ou_exc_KeyboardInterrupt, ""));
}

int ou_poll(struct ou_vm *vm)
{
    if (!vm->pending)
        return 0;
    if (vm->cleanup_due && !vm->asked)
        vm->up->clean_up(vm);
    return ou_poll_asked(vm);
}
