/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Looking at a VM from outside: where it stands, and what allocates.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_INSPECT_H
#define OURO_INCLUDED_INCLUDE_OURO_INSPECT_H

#include <ouro/embed.h>
#include <stdbool.h>

/* Watches every allocation from now on.  What is remembered lies in `tools`, an outer heap of its own, so that
 * the program has the memory it would have otherwise.  0, or -1: no memory there. */
int ou_memprofile_start(struct ou_vm *vm, struct ou_outer *tools);
bool ou_memprofile_is_on(const struct ou_vm *vm);
/* Collects, writes the report to a file, and ends the profile.  0, or a negated errno. */
int ou_memprofile_finish(struct ou_vm *vm, const char *path);

/* Bytes of a VM's own structure. */
size_t ou_vm_size(void);

/* Where Python code stands. */
struct ou_place {
    const char *filename; /* not NUL-terminated; valid until the VM runs on */
    size_t filename_size;
    unsigned line; /* of the innermost frame: that of its last call, not always the one that runs */
};
/* Goes outward from the innermost frame: *position is NULL at first.  1: *out is filled in; 0: there is no further
 * frame; -1: this one cannot be read.  For reports of crashes: every word is read only if `readable` says that there is
 * memory of n bytes at that address.  Allocates nothing, runs nothing. */
int ou_place_next(struct ou_vm *vm, const void **position, bool (*readable)(uintptr_t at, size_t n),
                  struct ou_place *out);

/* Memory as far as a report of a crash can tell: bytes, but for the last two.  0, or -1: nothing can be read. */
struct ou_crash_figures {
    size_t outer_used, outer_peak, outer_total, heap_used, heap_total;
    unsigned areas;
    uint32_t collections;
};
int ou_crash_figures(struct ou_vm *vm, bool (*readable)(uintptr_t at, size_t n),
                     struct ou_crash_figures *out);

#endif /* OURO_INCLUDED_INCLUDE_OURO_INSPECT_H */
