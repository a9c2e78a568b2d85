/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Reports about memory where the build has not got them.
 */
#include <ouro/supervisor.h>

void ou_report_memory(struct ou_vm *vm) { (void)vm; }

void ou_report_reset(size_t used_before, size_t used_after, size_t total)
{
    (void)used_before, (void)used_after, (void)total;
}
