/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Precompiled files: writing and running them.
 */
#ifndef OURO_INCLUDED_SRC_VM_PRECOMPILED_H
#define OURO_INCLUDED_SRC_VM_PRECOMPILED_H

#include "vm/exec.h"

/* Compiles the source that `reader` gives, without running anything, and gives the contents of the precompiled file
 * as bytes.  source_name: what tracebacks show.  All of it lies in memory. */
ou_val ou_precompile(struct ou_vm *vm, const struct ou_reader *reader, ou_val source_name) OU_MUST_CHECK;

/* Is this the name of a precompiled file? */
bool ou_is_precompiled_name(const char *path, size_t n);

/* Verifies what `reader` gives and runs it, statement by statement, in the globals of `unit`, whose pool and file name
 * it fills in.  reader.ctx may be read from the start again by `rewind`.  path: for messages.  None, or OU_EXC: what
 * the program raised, or ImportError that says what is wrong with the file. */
struct ou_precompiled_source {
    struct ou_reader reader;
    int (*rewind)(struct ou_vm *vm, void *ctx); /* 0, or -1: raised */
    const uint8_t *
        mapped; /* the same bytes in memory, aligned to OU_PRECOMPILED_ALIGN, as long as the VM lives; or NULL */
};
ou_val ou_run_precompiled(struct ou_vm *vm, const struct ou_precompiled_source *source, ou_val unit,
                          ou_val path) OU_MUST_CHECK;
/* The same for an open file, and for bytes in memory. */
struct ou_precompiled_source ou_precompiled_file(struct ou_file_source *file);
struct ou_precompiled_source ou_precompiled_text(struct ou_text_source *text);

#endif /* OURO_INCLUDED_SRC_VM_PRECOMPILED_H */
