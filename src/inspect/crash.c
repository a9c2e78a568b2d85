/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What can be said of a VM that may be broken: only what was found readable is read.
 */
#include "vm/frame.h"
#include <ouro/inspect.h>

size_t ou_vm_size(void) { return sizeof(struct ou_vm); }

int ou_place_next(struct ou_vm *vm, const void **position, bool (*readable)(uintptr_t at, size_t n),
                  struct ou_place *out)
{
    const struct ou_frame *f = *position;
    f = f ? f->caller : vm->frame;
    if (!f)
        return 0;
    if (!readable((uintptr_t)f, sizeof *f) || !readable(f->function, sizeof(struct ou_function)))
        return -1;
    *position = f;
    const struct ou_code *code = ou_frame_code(f);
    const struct ou_unit *unit = ou_frame_unit(f);
    if (!readable((uintptr_t)code, sizeof *code) || !readable((uintptr_t)unit, sizeof *unit) ||
        !ou_is_str(unit->filename))
        return -1;
    out->filename = ou_str_text(vm, unit->filename, &out->filename_size);
    out->line = ou_code_line(code, f->pc);
    return 1;
}

int ou_crash_figures(struct ou_vm *vm, bool (*readable)(uintptr_t at, size_t n), struct ou_crash_figures *out)
{
    struct ou_outer *outer = vm->outer;
    struct ou_heap_stats heap;
    if (!readable((uintptr_t)outer, sizeof *outer))
        return -1;
    out->outer_used = ou_outer_used(outer);
    out->outer_peak = ou_outer_peak(outer);
    out->outer_total = ou_outer_total(outer, OU_MEM_ANY);
    ou_gc_stats(&vm->heap, &heap);
    out->heap_used = heap.used;
    out->heap_total = heap.total;
    out->areas = heap.areas;
    out->collections = heap.collections;
    return 0;
}
