/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * libFuzzer target: source text, compiled and run in a small memory for a bounded time.
 *
 * Whatever the text, the VM must end with success or a Python exception, its heap must pass the audit,
 * and taking it down must give every byte back.
 */
#include "fuzz.h"

static void run(struct ou_vm *vm, const uint8_t *data, size_t size)
{
    ou_vm_run_text(vm, (const char *)data, size, "fuzz.py");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_in_vm(__builtin_frame_address(0), run, data, size);
}
