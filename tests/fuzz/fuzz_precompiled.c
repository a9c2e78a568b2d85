/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * libFuzzer target: a precompiled file, loaded and run in a small memory for a bounded time.
 *
 * Size and checksum in the header are made right first, so that it is the verifier that is asked.  Whatever the file,
 * the VM must end with success or a Python exception, its heap must pass the audit, and taking it down must give every
 * byte back.
 */
#include <ouro/checksum.h>
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

#include "object/code/precompiled_format.h"
#include "vm/precompiled.h"

static void run(struct ou_vm *vm, const uint8_t *data, size_t size)
{
    if (size <= OU_PRECOMPILED_HEADER)
        return;
    uint32_t body = (uint32_t)(size - OU_PRECOMPILED_HEADER);
    uint8_t *file = malloc(size);
    memcpy(file, data, size);
    uint32_t sum = ou_crc32(0, file + OU_PRECOMPILED_HEADER, body);
    memcpy(file + 8, &body, 4);
    memcpy(file + 12, &sum, 4);
    struct ou_text_source text = {(const char *)file, size, 0};
    struct ou_precompiled_source source = ou_precompiled_text(&text);
    ou_val path = ou_str_from(vm, "fuzz.oc");
    if (path != OU_EXC && ou_main_module(vm) != OU_EXC) {
        ou_val unit = ou_unit_new(vm, ((struct ou_unit *)vm->roots.main_unit)->globals, path);
        if (unit != OU_EXC && ou_run_precompiled(vm, &source, unit, path) == OU_EXC)
            ou_exc_print(vm);
    }
    free(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_in_vm(__builtin_frame_address(0), run, data, size);
}
